import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type * as Locales from '../../src/locales/index.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const languages = readdirSync(new URL('src/ui/text/locales/', root)).filter(name => name !== 'en');

/** The messages of a language that the page has after these files were imported in plain Node, one of each file. */
const messagesOf = (language: string, ...files: string[]): unknown => {
  const script = `
    console.warn = () => {};
    for (const file of ${JSON.stringify(files)}) await import(file);
    const found = Object.assign({}, ...(globalThis[Symbol.for('attune.locales')]?.get('${language}') ?? []).map(one => one.messages));
    console.log(JSON.stringify([found.send, found.trend?.title, found.fhir?.unit, found.drafts?.keep]));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: fileURLToPath(root), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

const source = async (language: string, file: string): Promise<Record<string, unknown>> => {
  const module = (await import(new URL(`src/ui/text/locales/${language}/${file}.ts`, root).href)) as Record<string, Record<string, unknown>>;
  return Object.values(module)[0]!;
};

for (const language of languages) {
  test(`locales/${language} has the messages for the person, /clinician those for clinicians, /fhir those of FHIR forms, /drafts those of drafts, from npm and as files`, async () => {
    const { send } = await source(language, 'person');
    const { title } = (await source(language, 'clinician'))['trend'] as { title: string };
    const { unit } = (await source(language, 'fhir'))['fhir'] as { unit: string };
    const { keep } = (await source(language, 'drafts'))['drafts'] as { keep: string };
    for (const [person, ...others] of [
      ['', '/clinician', '/fhir', '/drafts'].map((name) => `attune-elements/locales/${language}${name}`),
      ['', '-clinician', '-fhir', '-drafts'].map((name) => `./dist/cdn/locales/${language}${name}.js`),
    ] as [string, string, string, string][]) {
      const [clinician, fhir, drafts] = others;
      assert.deepEqual(messagesOf(language, person), [send, null, null, null]);
      assert.deepEqual(messagesOf(language, person, clinician), [send, title, null, null]);
      assert.deepEqual(messagesOf(language, person, fhir), [send, null, unit, null]);
      assert.deepEqual(messagesOf(language, person, drafts), [send, null, null, keep]);
    }
  });

  test(`dist/cdn/locales/${language}.js has at most 3.4 KiB after compression`, () => {
    assert.ok(brotliCompressSync(read(`dist/cdn/locales/${language}.js`)).length <= 3.4 * 1024);
  });
}

test('a bundler keeps a locale, although nothing of it is used by name', () => {
  const { sideEffects } = JSON.parse(read('package.json')) as { sideEffects: string[] };
  for (const pattern of ['./dist/locales/**/*.js', './dist/cdn/locales/*.js']) assert.ok(sideEffects.includes(pattern), pattern);
});

test('registerLocale and reviewLocale come from attune-elements/locales, and from dist/cdn/locales/register.js', async () => {
  for (const entry of ['attune-elements/locales', new URL('dist/cdn/locales/register.js', root).href]) {
    const { registerLocale, reviewLocale } = (await import(entry)) as typeof Locales;
    assert.deepEqual(registerLocale('nl', { send: 'Versturen' }), []);
    assert.equal(reviewLocale('nl', { people: [{ name: 'Clinic North', role: 'two native speakers' }], method: 'Read aloud' }), true);
  }
  assert.deepEqual(messagesOf('nl', './dist/cdn/locales/register.js'), [null, null, null, null]);
});

test('dist/cdn/locales has the hash of each file, and they contain no widget', () => {
  const files = readdirSync(new URL('dist/cdn/locales/', root)).filter(name => name.endsWith('.js'));
  assert.deepEqual(files.sort(), ['register.js', ...languages.flatMap(language => [`${language}.js`, `${language}-clinician.js`, `${language}-fhir.js`, `${language}-drafts.js`])].sort());
  const hashes = Object.fromEntries(
    files.map(name => [name, `sha384-${createHash('sha384').update(read(`dist/cdn/locales/${name}`)).digest('base64')}`]),
  );
  assert.deepEqual(JSON.parse(read('dist/cdn/locales/integrity.json')), hashes);
  for (const name of files) {
    const text = read(`dist/cdn/locales/${name}`);
    assert.doesNotMatch(text, /(^|[;}])\s*import\b|\bimport\s*\(/m, 'it imports nothing');
    assert.doesNotMatch(text, /customElements|createPolicy|\beval\(|\bfetch\(|localStorage|document\b/);
  }
});
