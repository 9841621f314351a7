import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const rows = read('docs/security.md').split('\n').filter((line) => /^\| (?!threat )[A-Z_`]/.test(line));

test('the threat model has a test behind every line', () => {
  assert.ok(rows.length > 20, String(rows.length));
  for (const row of rows) assert.match(row, /\| `(integrations\/wordpress\/)?test\/[\w./-]+\.ts` › [^|]+ \|$/, row);
});

for (const row of rows) {
  const [, file = '', name = ''] = /`((?:integrations\/wordpress\/)?test\/[\w./-]+)` › ([^|]+) \|$/.exec(row) ?? [];
  test(`${file} has the test: ${name}`, () => {
    const names = [...read(file).matchAll(/\b(?:it|test)\((['"`])(.*?)\1, /g)].map(([, , said = '']) => said);
    assert.ok(names.some((said) => said.includes(name)), `none of ${names.length} tests`);
  });
}

test('the package says how to report a weakness', () => {
  const { files } = JSON.parse(read('package.json')) as { files: string[] };
  assert.ok(files.includes('SECURITY.md'));
  assert.match(read('SECURITY.md'), /docs\/security\.md/);
});
