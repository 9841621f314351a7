import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { sizesTable, tableInReadme } from '../../tools/sizes.mjs';

const root = new URL('../../', import.meta.url);
const { sizeBudgets } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  sizeBudgets: { cdn: Record<string, number> };
};

for (const [file, budget] of Object.entries(sizeBudgets.cdn)) {
  test(`dist/cdn/${file} is at most ${budget} bytes with brotli 11`, () => {
    const text = readFileSync(new URL(`dist/cdn/${file}`, root));
    const size = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    assert.ok(size <= budget, `${size} bytes, ${size - budget} over the budget`);
  });
}

test('dist/cdn/drafts.js is at most 6.7 KiB with brotli 11', () => {
  const size = brotliCompressSync(readFileSync(new URL('dist/cdn/drafts.js', root)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  assert.ok(size <= 6.7 * 1024, `${size} bytes`);
});

test('the README shows the measured sizes, to a tenth of a KiB', () => {
  const figures = (table: string) => [...table.matchAll(/`(.+?)` \| (.+?) \| (.+?) \| (.+?) \|/g)].map(([, ...row]) => row);
  const measured = figures(sizesTable());
  const shown = new Map(figures(tableInReadme()).map(([file, ...sizes]) => [file, sizes]));
  assert.equal(shown.size, measured.length, 'a file is missing: npm run sizes');
  for (const [file, ...sizes] of measured) {
    sizes.forEach((size, i) => {
      const difference = Math.abs(Number(size) - Number(shown.get(file)?.[i]));
      assert.ok(difference < 0.15, `${file}: the README shows ${shown.get(file)}, measured are ${sizes}: npm run sizes`);
    });
  }
});
