import type { Item } from '../item-types/index.ts';
import type { AbsentReason, ChoiceScale } from '../item-types/item-common.ts';
import type { Scoring } from './scoring-rule.ts';

export type * from '../item-types/index.ts';
export type { AbsentReason, Choice, ChoiceScale, Condition, Value } from '../item-types/item-common.ts';
export type * from './scoring-rule.ts';

/** Words for the person, built from their own answers to `items`. */
export interface ResultWords {
  items: string[];
  /** With `{towards}`, `{between}` and `{away}`. */
  counts: string;
  list: string;
  start?: string;
  oneSided: string;
  tooFew: string;
  provenance: string;
}

/** Whose wording it is, and that it may be used here. Every instrument has one; it is printed with what a host supplied. */
export interface Licence {
  /** The notice as its owner words it. */
  copyright: string;
  /** Who holds the rights and gives the licence: a publisher, an author, or the clinic for a form of its own. */
  licenceHolder: string;
  /** Where its terms stand, as a full address: `https://...`, or `mailto:...` where one has to ask. */
  licenceUrl: string;
  /** The statement of whoever supplies the instrument that the text may be used here. Nothing is presented without it. */
  licenceConfirmed: true;
}

/** What is asked: plain frozen data with every option settled, as `getInstrument` or `resolveInstrument` gives it. */
export interface Instrument {
  schema: 1;
  id: string;
  /** Version of the content, `major.minor.patch`. */
  version: string;
  /** BCP 47 tag of the wording. */
  language: string;
  /** How its scales run; the page's own direction where it is not given. */
  direction?: 'ltr' | 'rtl';
  title: string;
  audience: 'client' | 'clinician' | 'observer';
  licence: Licence;
  /** Whether norms exist for the scores: then some rule of the scoring has them, with their source. */
  normed: boolean;
  /** The options that this wording was built with; they travel in the record. */
  options: Record<string, string>;
  intro?: string;
  /** Stands before the items of each page and is read once there, not with every item. */
  stem?: string;
  note?: string;
  /** How long it takes, in minutes. */
  minutes?: number;
  scales: Record<string, ChoiceScale>;
  /** The wording of `not-applicable` and `declined`; `unknown` where a scale has none of its own. */
  absent: Partial<Record<AbsentReason, string>>;
  items: Item[];
  scoring?: Scoring;
  result?: ResultWords;
  /** Further wording that the instrument's own element shows. */
  words?: Record<string, string>;
}
