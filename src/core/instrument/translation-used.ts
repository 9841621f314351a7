/** How far a translation can be trusted. `draft`: nobody has reviewed it. `validated`: studies have examined it. */
export type TranslationStanding = 'draft' | 'reviewed' | 'validated';

/** What the evidence of a validated translation says of the source's rules: that they hold in this language too. */
export type Covered = 'bands' | 'norms';

export interface TranslationPerson {
  name: string;
  /** What the person did: translator, native reviewer, back-translator, clinician. */
  role: string;
}

/** A text of a translation: plain, or one for each value of an option. */
export type TranslatedText = string | { by: string; is: Record<string, string> };

/**
 * The texts of a translation, in the structure of the definition. A list is keyed by the `id` of an item, the `code` of a
 * choice or the `value` of a label. A text alone for an entry is its `text`.
 */
export type TranslatedTexts = { [name: string]: TranslatedText | TranslatedTexts };

/** A host's own review of a translation. */
export interface TranslationReview {
  people: TranslationPerson[];
  /** How the people reviewed it. */
  method: string;
  /** The texts that the review changed. */
  changes?: TranslatedTexts;
}

/** Which translation was on screen. A record and a score contain it. */
export interface TranslationUsed {
  language: string;
  revision: number;
  standing: TranslationStanding;
  covers?: readonly Covered[];
  review?: TranslationReview;
}

/** Whether the bands or the norms of the source are valid for the wording that was on screen. */
export const isCovered = (translation: TranslationUsed | undefined, part: Covered): boolean =>
  !translation || !!translation.covers?.includes(part);
