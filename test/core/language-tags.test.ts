import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLocale } from '../../src/core/plain-data/locale.ts';
import { widerTag } from '../../src/core/plain-data/wider-tag.ts';

describe('a language tag', () => {
  for (const tag of ['de', 'de-AT', 'zh-Hant-TW', 'sl-1994', 'es-419', 'DE', 'x-whatever']) it(`can be ${tag}`, () => assert.ok(isLocale(tag)));
  for (const tag of ['', 'd3', 'de_AT', 'de-', '-de', 'de--AT', 'de-*', 'de-ä', 'languages', 'de-languages', ' de', 'de\n']) {
    it(`cannot be ${JSON.stringify(tag)}`, () => assert.equal(isLocale(tag), false));
  }

  it('becomes wider by its last part, until nothing is left', () => {
    assert.deepEqual(['zh-Hant-TW', 'zh-Hant', 'zh', ''].map(widerTag), ['zh-Hant', 'zh', '', '']);
  });
});
