/** A value that an answer holds: a choice's code, a text, a date as `YYYY-MM-DD`, a time, a number or a boolean. */
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

/** What items of every type may have, beside `items` inside them. */
export interface ItemCommon {
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
}
