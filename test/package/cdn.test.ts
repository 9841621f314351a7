import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const files = readdirSync(new URL('dist/cdn/', root)).filter(name => name.endsWith('.js'));
/** They have no widget, so they have no Lit and report nothing. */
const OF_PACKAGES = ['fhir-expressions.js', 'fhir-markup.js'];
/** They have no widget either, and report through them. They store what a person has chosen to keep, or has sent. */
const STORING = ['drafts.js', 'outbox.js'];
const widgets = files.filter(name => !OF_PACKAGES.includes(name) && !STORING.includes(name));

test('there is one CDN file per element, one for all, one for drafts and one for the outbox', () => {
  const wanted = readdirSync(new URL('src/define/', root)).map(name => (name === 'all.ts' ? 'attune.js' : name.replace(/ts$/, 'js')));
  assert.deepEqual(files.sort(), [...wanted, ...STORING].sort());
});

test('there is one file for developing for each of them', () => {
  assert.deepEqual(readdirSync(new URL('dist/cdn/dev/', root)).filter(name => name.endsWith('.js')).sort(), files.sort());
});

for (const folder of ['dist/cdn', 'dist/cdn/dev']) {
  test(`${folder}/integrity.json contains the hash of every file`, () => {
    const hashes = Object.fromEntries(
      files.map(name => [name, `sha384-${createHash('sha384').update(readFileSync(new URL(`${folder}/${name}`, root))).digest('base64')}`]),
    );
    assert.deepEqual(JSON.parse(read(`${folder}/integrity.json`)), hashes);
  });
}

// Every code of a report, each with its sentence.
const sentences = [...read('src/ui/host/developer-messages.ts').matchAll(/^ {2}'?([a-z-]+)'?:\s+'(.*)',$/gm)].map(([, code = '', sentence = '']) => ({ code, sentence }));

test('docs/errors.md has every code of a report', () => {
  assert.ok(sentences.length > 30, String(sentences.length));
  const documented = new Set([...read('docs/errors.md').matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code));
  assert.deepEqual(sentences.map(({ code }) => code).filter(code => !documented.has(code)), []);
});

for (const name of widgets) {
  test(`dist/cdn/${name} reports without sentences, dist/cdn/dev/${name} with them`, () => {
    // A bundler may write the quotes inside a text otherwise.
    const plain = (text: string) => text.replace(/["\\]/g, '');
    const all = sentences.flatMap(({ sentence }) => plain(sentence) || []);
    const within = (path: string) => all.filter(sentence => plain(read(path)).includes(sentence));
    assert.deepEqual(within(`dist/cdn/${name}`), []);
    assert.deepEqual(within(`dist/cdn/dev/${name}`), all);
  });
}

for (const name of ['attune.js', 'fhir-questionnaire.js', 'perspective-gap.js', 'questionnaire.js']) {
  test(`dist/cdn/${name}, which finds instruments by name, exports registerInstrument`, () => {
    assert.match(read(`dist/cdn/${name}`), /\bexport\s*\{[^}]*\bas registerInstrument\b/);
  });
}

for (const name of files) {
  test(`dist/cdn/${name} is a single file and works on strict hosts`, () => {
    const text = read(`dist/cdn/${name}`);
    // A string or a comment may contain these words. Only a statement begins with them.
    assert.doesNotMatch(text, /(^|[;}])\s*import\b|\bimport\s*\(|(^|[;}])\s*export\b[^;]*\bfrom\s*["']/m, 'it imports nothing');
    assert.doesNotMatch(text, /lit-html["'`],\{createHTML/, 'no policy with another name');
    if (widgets.includes(name) || name === 'fhir-markup.js') {
      assert.match(text, /Symbol\.for\([`'"]attune\.policy[`'"]\)/, 'the shared policy');
      // fhirpath could ask a server. The options that we give it allow no request (test/fhir/expressions/hostile.test.ts).
      assert.doesNotMatch(text, /\bfetch\(/);
    }
    assert.doesNotMatch(text, /\beval\(|new Function\b|XMLHttpRequest|sendBeacon/);
    if (STORING.includes(name)) assert.doesNotMatch(text, /createPolicy|customElements/);
    if (name === 'drafts.js') assert.doesNotMatch(text, /\bfetch\(/, 'only the outbox sends');
    if (!STORING.includes(name)) assert.doesNotMatch(text, /sessionStorage|indexedDB/);
    // One module of the journal reads, writes and erases. Nothing else uses storage.
    const uses = ['attune.js', 'journal.js'].includes(name) ? 3 : 0;
    assert.equal(text.match(/localStorage/g)?.length ?? 0, uses, 'only the journal uses storage');
    assert.doesNotMatch(text, /\bstyle="/, 'no inline style');
    assert.doesNotMatch(text, /sourceMappingURL/);
    assert.doesNotMatch(text, /Matrix is not (symmetric|positive definite)/, 'no matrix library');
  });
}
