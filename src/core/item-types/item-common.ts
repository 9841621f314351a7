/** A value in an answer: the code of a choice, a text, a date `YYYY-MM-DD`, a time, a number or a boolean. */
export type Value = string | number | boolean;

/** Why the person left an item out. It is never scored, and never the code of a choice. */
export type AbsentReason = 'declined' | 'unknown' | 'not-applicable';

/** One answer option. An answer contains its `code`. `value` is its weight in a score. */
export interface Choice {
  code: string;
  text: string;
  value?: number;
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
  /** Unique in the instrument. A letter, then letters, digits, `-` and `_`. */
  id: string;
  text: string;
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
