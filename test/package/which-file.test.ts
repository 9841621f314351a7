import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableInDocument, waysTable } from '../../tools/which-file.mjs';

/** Bytes change a little with each change, files do not. */
const cellsOf = (table: string) => [...table.matchAll(/(\d+\.\d) in (\d+)/g)].map(([, size, files]) => ({ size: Number(size), files }));

test('docs/which-file.md shows the measured bytes and requests of each way', () => {
  const [measured, shown] = [cellsOf(waysTable()), cellsOf(tableInDocument())];
  assert.ok(measured.length >= 20);
  assert.deepEqual(shown.map(({ files }) => files), measured.map(({ files }) => files), 'node tools/which-file.mjs');
  measured.forEach(({ size }, i) => assert.ok(Math.abs(size - shown[i]!.size) < 0.5, `shown ${shown[i]!.size}, measured ${size}: node tools/which-file.mjs`));
});
