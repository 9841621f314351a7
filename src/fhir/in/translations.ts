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

/** The texts that a reader of another language needs. A prefix and a unit are the same in many languages. */
const NEEDED = 'title text help open minText maxText add'.split(' ');
const PARTS = ['items', 'choices', 'repeats'];

/** How many texts a part of the definition has, and how many of them are translated. */
function countTexts(part: unknown, translated: ReadonlyMap<object, Record<string, string>>): [all: number, there: number] {
  const sum = { all: 0, there: 0 };
  const visit = (data: unknown): void => {
    if (Array.isArray(data)) return data.forEach(visit);
    if (!isObject(data)) return;
    for (const name of NEEDED) {
      if (typeof data[name] !== 'string' || !data[name].trim()) continue;
      sum.all++;
      if (translated.get(data)?.[name] !== undefined) sum.there++;
    }
    for (const name of PARTS) visit(data[name]);
  };
  visit(part);
  return [sum.all, sum.there];
}

/** The translations of a Questionnaire, and the languages in which some texts are missing. */
export interface Translated {
  translations: Translation[];
  incomplete: string[];
}

/**
 * The translations of a definition. A text that the resource has not translated is in the language of the source, because a
 * translation has every text.
 */
export function translationsOf(draft: object, definition: InstrumentDefinition, { languages }: Wordings, tell: Tell): Translated {
  const incomplete: string[] = [];
  if (!languages.size) return { translations: [], incomplete };
  const { id, version, language: source } = definition;
  const sourceHash = wordingHash(definition);
  const translations = [...languages].flatMap(([language, translated]) => {
    if (!isLocale(language) || language.toLowerCase() === source.toLowerCase()) return [];
    const [all, there] = countTexts(draft, translated);
    if (there < all) {
      incomplete.push(language);
      tell('translation', 'translation-incomplete', `${language}: ${there} of ${all}`);
    }
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
  return { translations, incomplete };
}
