import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Translation } from '../../core/instrument/translation.ts';
import type { TranslatedTexts } from '../../core/instrument/translation-used.ts';
import { sourceTexts, wordingHash } from '../../core/instrument/wording.ts';
import { isLocale } from '../../core/plain-data/locale.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import type { Tell } from './issue.ts';
import type { Wordings } from './wordings.ts';

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)(-|$)/i;

/** The same data with other texts in some of its objects. */
function withTexts(data: unknown, texts: ReadonlyMap<object, Record<string, string>>): unknown {
  if (Array.isArray(data)) return data.map((entry) => withTexts(entry, texts));
  if (!isObject(data)) return data;
  const entries = Object.entries(data).map(([name, value]) => [name, withTexts(value, texts)]);
  return { ...Object.fromEntries(entries), ...texts.get(data) };
}

const countTexts = (texts: unknown): number =>
  isObject(texts) ? Object.values(texts).reduce<number>((sum, part) => sum + countTexts(part), 0) : 1;

/**
 * The translations of a definition. A text that the resource has not translated is in the language of the source, because a
 * translation has every text.
 */
export function translationsOf(draft: object, definition: InstrumentDefinition, { languages }: Wordings, tell: Tell): Translation[] {
  if (!languages.size) return [];
  const { id, version, language: source } = definition;
  const texts = sourceTexts(definition);
  const total = countTexts(texts);
  const sourceHash = wordingHash(definition);
  return [...languages].flatMap(([language, translated]) => {
    if (!isLocale(language) || language.toLowerCase() === source.toLowerCase()) return [];
    const count = [...translated.values()].reduce((sum, one) => sum + Object.keys(one).length, 0);
    if (count < total) tell('translation', 'translation-incomplete', `${language}: ${count} of ${total}`);
    return {
      schema: 1,
      instrument: id,
      version,
      language,
      direction: RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr',
      revision: 1,
      standing: 'draft',
      method: 'The translations in the Questionnaire. It does not say who made them.',
      people: [],
      evidence: [],
      sourceHash,
      texts: sourceTexts(withTexts(draft, translated) as InstrumentDefinition) as TranslatedTexts,
    } satisfies Translation;
  });
}
