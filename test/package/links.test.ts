// The documents of the package are read where the repository is not: on a page of a registry, in node_modules.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const pack = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: fileURLToPath(root), encoding: 'utf8', shell: process.platform === 'win32' });
assert.equal(pack.status, 0, pack.stderr);
const report = JSON.parse(pack.stdout) as { files: { path: string }[] }[] | Record<string, { files: { path: string }[] }>;
const files = new Set(Object.values(report)[0]!.files.map(({ path }) => path));
const folders = new Set([...files].flatMap((path) => path.split('/').slice(0, -1).map((_, i, parts) => parts.slice(0, i + 1).join('/'))));
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const documents = [...files].filter((path) => path.endsWith('.md'));

/** The name of a heading in an address, as the registries and the common servers make it. */
const anchors = (text: string): Set<string> =>
  new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) => words.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-')));

test('the package has no mark of the build', () => assert.ok(!files.has('dist/.stamp')));

test('the README is in the package, with the documents that it names', () => {
  for (const path of ['README.md', 'docs/record.md', 'docs/errors.md', 'docs/privacy.md']) assert.ok(documents.includes(path), path);
});

for (const path of documents) {
  test(`every link in ${path} leads somewhere`, () => {
    const text = read(path).replace(/```[^]*?```/g, '').replace(/`[^`\n]*`/g, '');
    const wrong: string[] = [];
    for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto):/.test(link)) continue;
      const [target = '', anchor] = link.split('#');
      const place = target ? posix.join(posix.dirname(path), target).replace(/\/$/, '') : path;
      if (!files.has(place) && !folders.has(place)) wrong.push(link);
      else if (anchor && !anchors(read(place)).has(anchor)) wrong.push(link);
    }
    assert.deepEqual(wrong, []);
  });
}
