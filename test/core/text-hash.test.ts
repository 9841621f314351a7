import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textHash } from '../../src/core/plain-data/text-hash.ts';

describe('the hash of a text', () => {
  // Test vectors that Landon Curt Noll published with the algorithm: http://www.isthe.com/chongo/tech/comp/fnv/
  for (const [text, hash] of [['', 0x811c9dc5], ['a', 0xe40c292c], ['b', 0xe70c2de5], ['foobar', 0xbf9cf968]] as const) {
    it(`equals the published one for "${text}"`, () => assert.equal(textHash(text), hash));
  }

  it('differs if one character differs, in any script', () => {
    assert.notEqual(textHash('{"values":["ja"]}'), textHash('{"values":["je"]}'));
    assert.notEqual(textHash('страх'), textHash('страж'));
  });
});
