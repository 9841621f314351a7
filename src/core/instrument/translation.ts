import type { InstrumentDefinition } from './definition.ts';
import type { Covered, TranslatedText, TranslatedTexts, TranslationPerson, TranslationStanding, TranslationUsed } from './translation-used.ts';

export type * from './translation-used.ts';

export interface TranslationEvidence {
  /** The citation. */
  source: string;
  url?: string;
}

/** The wording of an instrument in another language. It never changes structure or scoring. */
export interface Translation extends TranslationUsed {
  schema: 1;
  /** The id and the version of the instrument. */
  instrument: string;
  version: string;
  /** A BCP 47 tag. */
  language: string;
  /** The direction of the language. The default is `ltr`. */
  direction?: 'ltr' | 'rtl';
  /** From 1. Each published change of the texts has a higher one. */
  revision: number;
  standing: TranslationStanding;
  /** How it was made and reviewed. */
  method: string;
  people: TranslationPerson[];
  evidence: TranslationEvidence[];
  /** Only for `validated`: which rules of the source the evidence covers. Without it, there are raw scores only. */
  covers?: Covered[];
  /** `wordingHash` of the definition that was translated. */
  sourceHash: string;
  texts: TranslatedTexts;
}

type Part = Record<string, unknown>;

/** Whether a value is a text, and not a part that contains texts. */
export const isTranslatedText = (value: unknown): value is TranslatedText => {
  const { by, is } = Object(value) as Part;
  return typeof value === 'string' || (typeof by === 'string' && typeof is === 'object');
};

const { freeze, hasOwn } = Object;

/** Follows the structure of the source, so that nothing can be added to it. */
function layOver(part: unknown, words: unknown): unknown {
  if (Array.isArray(part)) {
    return freeze(
      part.map((entry: Part) => {
        const key = (entry.id ?? entry.code ?? entry.value) as string;
        const own = hasOwn(words as Part, key) ? (words as Part)[key] : {};
        return layOver(entry, isTranslatedText(own) ? { text: own } : own);
      }),
    );
  }
  if (isTranslatedText(words)) return words;
  const result = { ...(part as Part) };
  for (const name in result) {
    if (hasOwn(words as Part, name)) result[name] = layOver(result[name], (words as Part)[name]);
  }
  return freeze(result);
}

/** The definition with the texts of a translation. Structure and scoring stay. Use a translation that `readTranslation` has accepted. */
export function translateDefinition(definition: InstrumentDefinition, translation: Translation): InstrumentDefinition {
  const { language, direction = 'ltr', revision, standing, covers, review, texts } = translation;
  const used = freeze({ language, revision, standing, ...(covers && { covers }), ...(review && { review }) });
  return freeze({ ...(layOver(definition, texts) as InstrumentDefinition), language, direction, translation: used });
}
