import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readTranslation } from '../../src/core/instrument/read-translation.ts';
import { translateDefinition, isTranslatedText, type TranslatedTexts, type TranslationFile } from '../../src/core/instrument/translation.ts';
import { sourceTexts } from '../../src/core/instrument/wording.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { everyForm } from '../core/answers.ts';

const folder = new URL('../../src/instruments/translations/', import.meta.url);
const languages = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
const fileOf = (language: string, id: string): TranslationFile =>
  JSON.parse(readFileSync(new URL(`${language}/${id}.json`, folder), 'utf8')) as TranslationFile;

/** Every text of the source, with its translation. Texts that only one of them splits by an option are left out. */
function* pairs(source: unknown, translated: unknown, path: string): Generator<[source: string, translated: string, path: string]> {
  if (typeof source === 'string') {
    if (typeof translated === 'string') yield [source, translated, path];
    return;
  }
  if (isTranslatedText(source) !== isTranslatedText(translated)) return;
  for (const [name, part] of Object.entries(source as TranslatedTexts)) {
    if (name !== 'by') yield* pairs(part, (translated as TranslatedTexts)[name], `${path}.${name}`);
  }
}

describe('the translations of this package', () => {
  it('are those of seven languages', () => assert.deepEqual(languages.sort(), ['ar', 'de', 'es', 'fr', 'he', 'pt', 'tr']));

  for (const language of languages) {
    describe(language, () => {
      it('has every instrument, and no other file', () => {
        const names = readdirSync(new URL(`${language}/`, folder)).sort();
        assert.deepEqual(names, listInstruments().map(({ id }) => `${id}.json`).sort());
      });

      for (const definition of listInstruments()) {
        it(`${definition.id} is complete and up to date, and a draft`, () => {
          const file = fileOf(language, definition.id);
          const read = readTranslation(definition, file);
          assert.ok(read.ok, JSON.stringify(read));
          assert.deepEqual(read.issues, []);
          assert.equal(file.language, language);
          assert.equal(file.standing, 'draft', 'nobody here is a native reviewer');
          assert.ok(file.method.trim());
          assert.equal(file.direction ?? 'ltr', ['ar', 'he'].includes(language) ? 'rtl' : 'ltr');
          assert.deepEqual(file.source, sourceTexts(definition));
          for (const instrument of everyForm(translateDefinition(definition, read.translation))) assert.equal(instrument.language, language);
        });
      }

      it('translates each text of the source in one way', () => {
        const found = new Map<string, Map<string, string>>();
        for (const definition of listInstruments()) {
          const file = fileOf(language, definition.id);
          for (const [source, translated, path] of pairs(sourceTexts(definition), file.texts, definition.id)) {
            assert.doesNotMatch(translated, /[<>]/, path);
            found.set(source, (found.get(source) ?? new Map<string, string>()).set(translated, path));
          }
        }
        assert.ok(found.size > 200, String(found.size));
        assert.deepEqual([...found].filter(([, ways]) => ways.size > 1).map(([source, ways]) => [source, [...ways]]), []);
      });

      it('leaves no sentence in English', () => {
        for (const definition of listInstruments()) {
          const same = [...pairs(sourceTexts(definition), fileOf(language, definition.id).texts, definition.id)].filter(([source, text]) => source === text && source.length > 12);
          assert.deepEqual(same, []);
        }
      });
    });
  }
});
