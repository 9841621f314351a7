import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { trust12 } from '../../src/instruments/trust-12.ts';

const file = readFileSync(new URL('../../dist/cdn/trust-trend.js', import.meta.url), 'utf8');

test('dist/cdn/trust-trend.js contains the scoring of trust-12 but none of its wording', () => {
  for (const id of ['trust-12', 'trust-pulse', 't04p', 't-help']) assert.ok(file.includes(id), id);
  for (const { id, text } of trust12.items) {
    for (const words of Object.values(text.is)) assert.ok(!file.includes(words), `${id}: ${words}`);
  }
  assert.doesNotMatch(file, /one-sided/, 'no code for the result in words');
});
