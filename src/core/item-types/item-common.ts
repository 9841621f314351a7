/**
 * A value in an answer: the code of a choice, a text, a date `YYYY-MM-DD`, a time, an address, a number, a boolean, a quantity,
 * own words or the description of a file. Two values are equal if their JSON with sorted keys is equal.
 */
export type Value = string | number | boolean | Quantity | OwnWords | FileDescription;

/** A number with its unit. */
export interface Quantity {
  value: number;
  /** The unit that the person saw or wrote. */
  unit?: string;
  /** The code system of `code`: `http://unitsofmeasure.org` for UCUM. */
  system?: string;
  code?: string;
}

/** What the person wrote beside a list of choices. */
export interface OwnWords {
  words: string;
}

/** What an answer says about a file. The content is not part of it. */
export interface FileDescription {
  name: string;
  /** The media type, such as `application/pdf`. Empty if the browser does not know it. */
  type: string;
  /** In bytes. */
  size: number;
  /** The SHA-256 hash of the content: 64 hexadecimal digits in lower case. */
  sha256: string;
}

/** A concept of a code system. */
export interface Coding {
  system?: string;
  version?: string;
  code?: string;
  display?: string;
}

/** Why the person left an item out. It is never scored, and never the code of a choice. */
export type AbsentReason = 'declined' | 'unknown' | 'not-applicable';

/** One answer option. An answer contains its `code`. `value` is its weight in a score. */
export interface Choice {
  code: string;
  text: string;
  value?: number;
  /** The concept that the choice stands for, in a code system of others. */
  coding?: Coding;
  /** Never chosen together with another one. Only for items with several answers. */
  exclusive?: true;
  /** Shown before the text, such as `a)`. */
  prefix?: string;
}

/** A named list of answer options, from low to high. `unknown` is the wording of the reason "unknown" for this list. */
export interface ChoiceScale {
  choices: Choice[];
  unknown?: string;
}

/** When an item is asked. It can refer to items in the same repetition and in the groups around it. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { item: string; is: 'answered' | 'unanswered' | AbsentReason }
  | { item: string; op: '=' | '!=' | '>' | '>=' | '<' | '<='; value: Value };

/** The fields of every item type, apart from `items`. */
export interface ItemCommon {
  /** Unique in the instrument. Any text of up to 255 characters without white space at its ends, such as a linkId of FHIR. */
  id: string;
  text: string;
  /** Shown before the text, such as `1.a`. */
  prefix?: string;
  /** A short text for places without room. */
  short?: string;
  help?: string;
  /** The item is asked only while this condition holds. */
  when?: Condition;
  /** Never shown. Only the host answers it (see `given` in `createSession`). */
  hidden?: boolean;
  /** Not counted in the progress and never listed as blank. */
  optional?: boolean;
  /** Must be answered or left out before sending, also if the host does not require answers. */
  required?: boolean;
  /** The person may leave the item out as not applicable. */
  na?: boolean;
  /**
   * Facts about the item for presentation and export, such as its facet or source. With `kept: here` the answer stays in
   * the widget: it is never part of a record, and a record that contains it is refused.
   */
  tags?: Record<string, string>;
}
