import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const languages = readdirSync(new URL('src/instruments/translations/', root));
const instruments = readdirSync(new URL('src/instruments/translations/de/', root)).map(name => name.replace('.json', ''));

/** Runs a module in plain Node, in the root of the repository, and reads what it prints. */
const run = (script: string): unknown => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: fileURLToPath(root), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

/** Ids of the instruments that are there in a language, after these files were imported. */
const available = (language: string, ...files: string[]) =>
  run(`
    for (const file of ${JSON.stringify(files)}) await import(file);
    const { getInstrument, listInstruments } = await import('attune-elements/instruments');
    const languageOf = ({ id }) => getInstrument(id, {}, { language: '${language}', translations: 'draft' }).instrument.language;
    console.log(JSON.stringify(listInstruments().filter(one => languageOf(one) === '${language}').map(({ id }) => id).sort()));`);

for (const language of languages) {
  test(`attune-elements/translations/${language} registers all instruments of the language`, () => {
    assert.deepEqual(available(language, `attune-elements/translations/${language}`), instruments.sort());
  });

  test(`dist/cdn/translations/${language}.js reaches the registries of other files`, () => {
    assert.deepEqual(available(language, `./dist/cdn/translations/${language}.js`), instruments.sort());
  });
}

test('one instrument can be registered alone', () => {
  assert.deepEqual(available('de', 'attune-elements/translations/de/trust-12'), ['trust-12']);
});

test('without these modules there is the source only', () => assert.deepEqual(available('de'), []));

test('a translation may be registered after the instruments, and twice', () => {
  assert.deepEqual(available('de', 'attune-elements/instruments', './dist/cdn/translations/de.js', 'attune-elements/translations/de'), instruments.sort());
});

test('a shipped draft is shown only if drafts are wanted, and is not scored', () => {
  const script = `
    import 'attune-elements/translations/de';
    import { score } from 'attune-elements/core';
    import { getInstrument } from 'attune-elements/instruments';
    const { instrument } = getInstrument('trust-12', {}, { language: 'de-AT', translations: 'draft' });
    const without = getInstrument('trust-12', {}, { language: 'de-AT' }).instrument;
    console.log(JSON.stringify([without.language, instrument.language, score(instrument, { answers: [] }).status]));`;
  assert.deepEqual(run(script), ['en', 'de', 'unscored']);
});

test('dist/cdn/translations/register.js registers a translation of a host for the other files of a page', () => {
  const script = `
    import { readFileSync } from 'node:fs';
    import { registerTranslation, reviewTranslation } from './dist/cdn/translations/register.js';
    import { getInstrument } from 'attune-elements/instruments';
    const data = JSON.parse(readFileSync('src/instruments/translations/de/trust-12.json', 'utf8'));
    const read = registerTranslation({ ...data, language: 'nl' });
    reviewTranslation('trust-12', 'nl', { people: [{ name: 'A', role: 'B' }], method: 'C' });
    console.log(JSON.stringify([read.ok, getInstrument('trust-12', {}, { language: 'nl' }).instrument.translation.standing]));`;
  assert.deepEqual(run(script), [true, 'reviewed']);
});

test('what is for those who work on a translation is not shipped', () => {
  for (const language of languages) {
    for (const path of [`dist/cdn/translations/${language}.js`, ...instruments.map(id => `dist/translations/${language}/${id}.js`)]) {
      assert.doesNotMatch(read(path), /backTranslation["']?:|\bsource["']?:\s*\{/, path);
    }
  }
});

test('dist/cdn/translations has a file for each language and one to register others, with hashes and without a widget', () => {
  const files = readdirSync(new URL('dist/cdn/translations/', root)).filter(name => name.endsWith('.js'));
  assert.deepEqual(files.sort(), [...languages.map(language => `${language}.js`), 'register.js'].sort());
  const hashes = Object.fromEntries(
    files.map(name => [name, `sha384-${createHash('sha384').update(read(`dist/cdn/translations/${name}`)).digest('base64')}`]),
  );
  assert.deepEqual(JSON.parse(read('dist/cdn/translations/integrity.json')), hashes);
  for (const name of files) {
    const text = read(`dist/cdn/translations/${name}`);
    assert.doesNotMatch(text, /(^|[;}])\s*import\b|\bimport\s*\(/m, 'it imports nothing');
    assert.doesNotMatch(text, /customElements|createPolicy|\beval\(|\bfetch\(|localStorage|document\b/);
  }
});
