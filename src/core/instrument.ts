import type { Scoring } from './scoring-rule.ts';

export type * from './scoring-rule.ts';

/** A value that an answer holds: a choice's code, a text, a date as `YYYY-MM-DD`, a number or a boolean. */
export type Value = string | number | boolean;

/** Why an item has no answer although the person dealt with it. Never a score, and never the code of a choice. */
export type AbsentReason = 'declined' | 'unknown' | 'not-applicable';

/** One answer option. `value` is its weight in a score; an answer names the option by `code`. */
export interface Choice {
  code: string;
  text: string;
  value?: number;
}

/** A named list of answer options, from low to high. `unknown` is the wording of "no answer to give" for this list. */
export interface ChoiceScale {
  choices: Choice[];
  unknown?: string;
}

/** Whether an item is asked. Items are looked up in the same repetition first, then outwards. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { item: string; is: 'answered' | 'unanswered' | AbsentReason }
  | { item: string; op: '=' | '!=' | '>' | '>=' | '<' | '<='; value: Value };

interface ItemCommon {
  /** Unique in the instrument; letters, digits, `-`, `_`. */
  id: string;
  text: string;
  help?: string;
  /** Asked only while this holds. */
  when?: Condition;
  /** Never shown; holds what the host gave (see `given` in `createSession`). */
  hidden?: boolean;
  /** Not counted in progress, and never reported as blank. */
  optional?: boolean;
  /** Must be answered or left out before sending, whatever the host says. */
  required?: boolean;
  /** May be answered with "did not apply". */
  na?: boolean;
  /**
   * Facts about the item that presentation and export may use: its facet, family, source. With `kept` (`here`) what is
   * answered stays where it is written: it enters no record, and no record that holds it is read.
   */
  tags?: Record<string, string>;
  /** Items that belong to this one: the members of a group, or follow-ups inside a question. */
  items?: Item[];
}

/** One choice of a list; with `multiple`, any number of them. */
export interface ChoiceItem extends ItemCommon {
  type: 'choice';
  /** The name of a list in the instrument's `scales`. */
  scale?: string;
  /** The item's own list, where it shares none. */
  choices?: Choice[];
  multiple?: boolean;
  /** A high weight speaks against what the scale measures. */
  reverse?: boolean;
}

export interface BooleanItem extends ItemCommon {
  type: 'boolean';
}

export interface NumberItem extends ItemCommon {
  type: 'integer' | 'decimal';
  min?: number;
  max?: number;
  unit?: string;
}

/** Whole numbers from `min` to `max` (0 to 10) as a row of radios, with words at both ends. */
export interface RatingItem extends ItemCommon {
  type: 'rating';
  min: number;
  max: number;
  minText: string;
  maxText: string;
  reverse?: boolean;
}

export interface TextItem extends ItemCommon {
  type: 'text';
  /** In UTF-16 units, as the native `maxlength` counts. */
  maxLength?: number;
  /** One line, not several. */
  line?: boolean;
}

/** A day, as `YYYY-MM-DD`. */
export interface DateItem extends ItemCommon {
  type: 'date';
  min?: string;
  max?: string;
}

/** Words to read; never answered. */
export interface DisplayItem extends ItemCommon {
  type: 'display';
}

/** A heading over items. With `repeats`, the person may add it again, from `min` to `max` times. */
export interface GroupItem extends ItemCommon {
  type: 'group';
  items: Item[];
  repeats?: {
    min?: number;
    max?: number;
    /** The words of the button that adds one. Without it the count is the host's alone. */
    add?: string;
  };
}

export type Item =
  | ChoiceItem
  | BooleanItem
  | NumberItem
  | RatingItem
  | TextItem
  | DateItem
  | DisplayItem
  | GroupItem;

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
