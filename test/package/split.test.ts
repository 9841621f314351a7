import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const root = new URL('../../', import.meta.url);
const folder = new URL('dist/split/', root);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const json = (name: string) => JSON.parse(read(name)) as unknown;
const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
const shared = files.filter((name) => name.startsWith('shared-'));
const elements = files.filter((name) => !shared.includes(name) && name !== 'auto.js').map((name) => name.replace('.js', ''));
const needed = json('modulepreload.json') as Record<string, string[]>;
const hashes = json('integrity.json') as Record<string, string>;

const importsOf = (name: string): string[] => [...read(name).matchAll(/\bfrom\s*"\.\/([^"]+)"|\bimport\s*"\.\/([^"]+)"/g)].map(([, a, b]) => a ?? b!);
const withImports = (name: string, found = new Set<string>()): Set<string> => {
  if (!found.has(name)) importsOf(found.add(name) && name).forEach((other) => withImports(other, found));
  return found;
};

test('there is a file for each element', () => {
  assert.deepEqual(elements.sort(), readdirSync(new URL('src/elements/', root)).sort());
});

test('an element needs at most nine files, and all that it imports is there', () => {
  for (const name of elements) {
    const all = withImports(`${name}.js`);
    assert.ok(all.size <= 9, `${name}: ${all.size}`);
    for (const other of all) assert.ok(files.includes(other), other);
  }
});

test('modulepreload.json and the links for a page have just these files', () => {
  assert.deepEqual(Object.keys(needed).sort(), [...elements].sort());
  for (const [name, list] of Object.entries(needed)) {
    assert.deepEqual([...list].sort(), [...withImports(`${name}.js`)].sort(), name);
    const links = [...read(`${name}.html`).matchAll(/<link rel="modulepreload" href="\/attune\/split\/([^"]+)" integrity="([^"]+)">\n/g)];
    assert.deepEqual(links.map(([, file, hash]) => [file, hash]), list.map((file) => [file, hashes[file]]), name);
  }
});

test('integrity.json has the hash of every file, and a shared file has one in its name', () => {
  const hashOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  assert.deepEqual(hashes, Object.fromEntries(Object.keys(hashes).map((name) => [name, hashOf(read(name))])));
  assert.deepEqual(Object.keys(hashes).sort(), [...files].sort());
  for (const name of shared) {
    const hash = createHash('sha256').update(read(name)).digest('base64url').replace(/[-_]/g, '').slice(0, 8);
    assert.equal(/-(\w{8})\.js$/.exec(name)?.[1], hash, name);
  }
});

test('nothing of an element is fetched later than the element', () => {
  for (const name of files.filter((file) => file !== 'auto.js')) assert.doesNotMatch(read(name), /\bimport\s*\(/, name);
});

for (const name of files) {
  test(`dist/split/${name} works on strict hosts`, () => {
    const text = read(name);
    assert.doesNotMatch(text, /createPolicy\(["'`]lit-html/, 'no policy with another name');
    assert.doesNotMatch(text, /\beval\(|new Function\b|\bfetch\(|XMLHttpRequest|sendBeacon|sessionStorage|indexedDB|\bstyle="|sourceMappingURL/);
    assert.equal(text.includes('localStorage'), name === 'journal.js', 'only the journal uses storage');
  });
}

test('one file has the policy for Trusted Types', () => {
  assert.equal(files.filter((name) => read(name).includes('attune.policy')).length, 1);
});

const { sizeBudgets } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { sizeBudgets: { split: Record<string, number> } };
for (const [page, budget] of Object.entries(sizeBudgets.split)) {
  test(`a page with ${page} loads at most ${budget} bytes through auto.js, with brotli 11`, () => {
    const all = new Set(['auto.js', ...page.split(' ').flatMap((name) => needed[name]!)]);
    const size = [...all].reduce((sum, name) => sum + brotliCompressSync(read(name)).length, 0);
    assert.ok(size <= budget, `${size} bytes, ${size - budget} over the budget`);
  });
}
