import { breaks, type Problem } from '../plain-data/problem.ts';
import { type Read, gate, is, isObject, languageTag, list, literal, object, objectOf, text, textOf } from '../plain-data/shape.ts';
import { placeholdersIn } from '../plain-data/fill.ts';
import { limits } from '../plain-data/limits.ts';
import { deepFreeze } from '../plain-data/deep-freeze.ts';
import { anyTexts, review, standing } from './read-translation-used.ts';
import type { InstrumentDefinition } from './definition.ts';
import { type TranslatedText, type Translation, type TranslationFile, isTranslatedText } from './translation.ts';
import { type EntryWording, type PartWording, onlyText, wordingHash, wordingOf } from './wording.ts';

/**
 * `issues`: why the translation counts as a draft for this definition, although it can be shown: the source wording or the
 * version has changed since.
 */
export type ReadTranslation = { ok: true; translation: Translation; issues: Problem[] } | { ok: false; problems: Problem[] };

const filled = is('filled', (value: unknown) => typeof value === 'string' && value.trim(), 'with text');
const address = is('full-address', (value) => typeof value === 'string' && /^[a-z][\w+.-]*:\S+$/i.test(value), 'as https://example.org');

const leftOut = (): void => {};

const head = {
  schema: literal(1),
  instrument: text,
  version: is('version', (value) => typeof value === 'string' && /^\d+\.\d+\.\d+$/.test(value)),
  language: languageTag,
  'direction?': literal('ltr', 'rtl'),
  revision: is('whole-number', (value) => Number.isSafeInteger(value) && value > 0 && value <= 100_000, 'from 1 to 100000'),
  standing: standing,
  method: text,
  people: list(object({ name: text, role: text }), 0),
  evidence: list(object({ source: text, 'url?': address }), 0, limits.choices),
  'covers?': list(literal('bands', 'norms'), 0),
  'review?': review,
  sourceHash: is('hash', (value) => typeof value === 'string' && /^[\da-f]{8}$/.test(value), 'of 8 hexadecimal digits'),
  // These stay in the file: the texts that were translated, and the notes of a reader, in any form.
  'source?': leftOut,
  'backTranslation?': leftOut,
};

/** Whether somebody is named, and it is said how they worked. */
const isSigned = ({ people, method }: Pick<Translation, 'people' | 'method'>): boolean =>
  !!people.length && people.every(({ name, role }) => name.trim() && role.trim()) && !!method.trim();

/** Checks what a standing promises. */
function checkStanding(translation: Translation, problems: Problem[]): void {
  const { standing, evidence, covers, review } = translation;
  if (standing !== 'draft' && !isSigned(review ?? translation)) {
    problems.push(breaks(review ? 'review' : 'people', 'with-people-and-method', `for ${standing}`));
  }
  if (standing === 'validated' && !evidence.some(({ source }) => source.trim())) problems.push(breaks('evidence', 'there', 'for validated'));
  if (standing !== 'validated' && covers) problems.push(breaks('covers', 'with-validated-only'));
}

const withoutNotes = ({ backTranslation: _, source: _source, ...translation }: TranslationFile): Translation => deepFreeze(translation);

/**
 * Reads a translation whose instrument is not known yet: its form, without comparing its texts with the source. Returns a
 * frozen copy, or at most 20 problems. Never throws.
 */
export const readTranslationForm = (data: unknown): ReadTranslation =>
  gate(data, {
    read: object({ ...head, texts: anyTexts }),
    maxText: limits.definitionText,
    build: (translation: Translation, problems): ReadTranslation => {
      checkStanding(translation, problems);
      return { ok: true, translation: withoutNotes(translation), issues: [] };
    },
  });

/** Reads one text against the text of the source. */
const like =
  (source: string): Read =>
  (value, path, problems) => {
    text(value, path, problems);
    if (source.trim()) filled(value, path, problems);
    const wanted = placeholdersIn(source).join(', ');
    if (typeof value === 'string' && placeholdersIn(value).join(', ') !== wanted) {
      problems.push(breaks(path, 'with-the-placeholders-of-the-source', wanted || '(none)'));
    }
    return value;
  };

/** Reads the texts of one definition. */
function textsReader({ options = {} }: InstrumentDefinition): (wording: PartWording) => Read {
  const valuesOf = (name: unknown): readonly string[] | undefined => {
    const rule = Object.hasOwn(options, textOf(name)) ? options[textOf(name)] : undefined;
    return rule?.values && !rule.many ? rule.values : undefined;
  };

  const leaf =
    (source: TranslatedText): Read =>
    (value, path, problems) => {
      if (typeof source === 'string' && !isObject(value)) return like(source)(value, path, problems);
      const values = isObject(value) ? valuesOf(value.by) : undefined;
      if (typeof source !== 'string' && (!isObject(value) || value.by !== source.by)) {
        return problems.push(breaks(path, 'split-by', source.by));
      }
      if (!values) return problems.push(breaks(`${path}.by`, 'single-option'));
      const textAt = (name: string): string => (typeof source === 'string' ? source : (source.is[name] ?? ''));
      return object({ by: text, is: objectOf(new Map(values.map((name) => [name, like(textAt(name))]))) })(value, path, problems);
    };

  const entry = (wording: PartWording): Read => {
    const only = onlyText(wording);
    return (value, path, problems) =>
      (only !== undefined && (!isObject(value) || isTranslatedText(value)) ? leaf(only) : part(wording))(value, path, problems);
  };

  const part = (wording: PartWording): Read =>
    objectOf(
      new Map(
        Object.entries(wording).map(([name, node]) => [
          name,
          isTranslatedText(node) ? leaf(node)
          : node instanceof Map ? objectOf(new Map([...(node as EntryWording)].map(([key, inner]) => [key, entry(inner)])))
          : part(node as PartWording),
        ]),
      ),
    );
  return part;
}

/**
 * Reads a translation of a definition. Every text must be there under every option, and no other. Returns a frozen copy, or
 * at most 20 problems. Never throws.
 */
export const readTranslation = (definition: InstrumentDefinition, data: unknown): ReadTranslation =>
  gate(data, {
    read: object({ ...head, instrument: literal(definition.id), texts: textsReader(definition)(wordingOf(definition)) }),
    maxText: limits.definitionText,
    build: (given: Translation, problems): ReadTranslation => {
      checkStanding(given, problems);
      if (given.language === definition.language) problems.push(breaks('language', 'another-language-than-the-source'));
      const translation = withoutNotes(given);
      const { version } = definition;
      const hash = wordingHash(definition);
      const issues: Problem[] = [];
      if (translation.version !== version) issues.push(breaks('version', 'the-version-of-the-instrument', version));
      if (translation.sourceHash !== hash) issues.push(breaks('sourceHash', 'the-hash-of-the-source-wording', hash));
      if (!issues.length) return { ok: true, translation, issues };
      const { covers: _, ...rest } = translation;
      return { ok: true, translation: Object.freeze({ ...rest, standing: 'draft' as const }), issues };
    },
  });
