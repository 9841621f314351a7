import type { Item } from '../item-types/index.ts';
import type { AbsentReason, ChoiceScale, Constraint } from '../item-types/item-common.ts';
import type { Scoring } from './scoring-rule.ts';
import type { TranslationUsed } from './translation-used.ts';

export type * from '../item-types/index.ts';
export type {
  AbsentReason,
  Calculation,
  Choice,
  ChoiceScale,
  Coding,
  Condition,
  Constraint,
  Dynamic,
  Expression,
  FileDescription,
  Over,
  OwnWords,
  Quantity,
  Repeats,
  Toggle,
  Value,
} from '../item-types/item-common.ts';
export type * from './scoring-rule.ts';
export type { TranslationUsed } from './translation-used.ts';

/** The wording of a result for the person, about their own answers to `items`. */
export interface ResultWords {
  items: string[];
  /** Contains `{towards}`, `{between}` and `{away}`: the numbers of answers on each side of the middle. */
  counts: string;
  list: string;
  start?: string;
  oneSided: string;
  tooFew: string;
  provenance: string;
}

/** Who owns the wording, and that it may be used here. The widget prints it under an instrument of the host. */
export interface Licence {
  /** The copyright notice in the owner's words. */
  copyright: string;
  /** Who owns the rights and gives the licence: a publisher, an author, or the clinic for its own form. */
  licenceHolder: string;
  /** The address of the terms: `https://...`, or `mailto:...` if a user has to ask for them. */
  licenceUrl: string;
  /** Whoever supplies the instrument confirms that its text may be used here. Without this, nothing of it is shown. */
  licenceConfirmed: true;
}

/** A FHIR Questionnaire. */
export interface QuestionnaireSource {
  resourceType: 'Questionnaire';
  /** Its canonical URL. */
  url?: string;
  version?: string;
  fhirVersion: 'R4' | 'R4B' | 'R5';
  /** What else it says and an instrument has no field for, such as its codes, as it came. `item`: what its items say, by linkId. */
  elements?: Record<string, unknown>;
}

/**
 * The order in which the person answers. `sequential`: one item or page after the other, without a way back. `prior-edit`: one after the
 * other, and the person can go back. Without it, in any order.
 */
export type EntryMode = 'sequential' | 'prior-edit';

/** What is asked: frozen data with every option settled. `getInstrument` and `resolveInstrument` return it. */
export interface Instrument {
  schema: 1;
  id: string;
  /** The version of the content: `major.minor.patch`. */
  version: string;
  /** The language of the wording, as a BCP 47 tag. */
  language: string;
  /** The direction of its scales. The default is the direction of the page. */
  direction?: 'ltr' | 'rtl';
  /** Which translation the wording is from. Without it, the wording is the source. */
  translation?: TranslationUsed;
  /** The resource that the instrument was made from. */
  source?: QuestionnaireSource;
  title: string;
  audience: 'client' | 'clinician' | 'observer';
  licence: Licence;
  /** Whether a scoring rule has norms. */
  normed: boolean;
  /** The value of each option. They are part of the record. */
  options: Record<string, string>;
  intro?: string;
  /** Shown before the items of each page. A screen reader reads it once per page, not with every item. */
  stem?: string;
  note?: string;
  /** The time to fill it in, in minutes. */
  minutes?: number;
  scales: Record<string, ChoiceScale>;
  /** The wording of each reason for leaving an item out. `unknown` is used if the scale has no wording of its own. */
  absent: Partial<Record<AbsentReason, string>>;
  items: Item[];
  entryMode?: EntryMode;
  /** Rules about all answers. Without an evaluator, nothing checks them. */
  constraints?: Constraint[];
  scoring?: Scoring;
  result?: ResultWords;
  /** Other wording that the element of this instrument shows. */
  words?: Record<string, string>;
}
