import { deepFreeze } from '../plain-data/deep-freeze.ts';
import type { InstrumentDefinition } from './definition.ts';
import { type Overlay, withOverlay } from './overlay.ts';
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

/** The file of a translation. What it has more is for those who work on it, and is not shipped. */
export interface TranslationFile extends Translation {
  /** The texts that were translated, to show later what has changed in the source. */
  source?: TranslatedTexts;
  /** Notes of a reader who has not seen the source. */
  backTranslation?: unknown[];
}

/** Whether a value is a text, and not a part that contains texts. */
export const isTranslatedText = (value: unknown): value is TranslatedText => {
  const { by, is } = Object(value) as Record<string, unknown>;
  return typeof value === 'string' || (typeof by === 'string' && typeof is === 'object');
};

/** What a record says about the translation. */
const usedOf = ({ language, revision, standing, covers, review }: Translation): TranslationUsed => ({
  language,
  revision,
  standing,
  ...(covers && { covers }),
  ...(review && { review }),
});

/** The part of a translation that a questionnaire needs. */
export const overlayOf = (translation: Translation): Overlay =>
  deepFreeze({
    head: { language: translation.language, direction: translation.direction ?? 'ltr', translation: usedOf(translation) },
    texts: translation.texts,
  });

/** The definition with the texts of a translation that `readTranslation` has accepted. Structure and scoring stay. */
export const translateDefinition = (definition: InstrumentDefinition, translation: Translation): InstrumentDefinition =>
  deepFreeze(withOverlay(definition, overlayOf(translation)));
