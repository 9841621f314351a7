import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const root = new URL('../../', import.meta.url);
const { sizeBudgets } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  sizeBudgets: { cdn: Record<string, number> };
};

for (const [file, budget] of Object.entries(sizeBudgets.cdn)) {
  test(`dist/cdn/${file} is at most ${budget} bytes with brotli 11`, () => {
    const text = readFileSync(new URL(`dist/cdn/${file}`, root));
    const size = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    assert.ok(size <= budget, `${size} bytes, ${size - budget} too many`);
  });
}
