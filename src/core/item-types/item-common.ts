import type { Media, Presentation } from './presentation.ts';

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

/** What the person wrote beside a list of choices, or a choice that followed from other answers (`dynamic.choices`). */
export interface OwnWords {
  words: string;
  /** The concept, if the words are such a choice, or are from a system that knows more concepts than an open list has. */
  coding?: Coding;
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
export interface Choice extends Presentation {
  code: string;
  text: string;
  value?: number;
  /** The concept that the choice stands for, in a code system of others. */
  coding?: Coding;
  /** Never chosen together with another one. Only for items with several answers. */
  exclusive?: true;
  /** Shown before the text, such as `a)`. */
  prefix?: string;
  /** A picture, a sound or a video with `data`, beside the text. */
  media?: Media;
}

/** A named list of answer options, from low to high. `unknown` is the wording of the reason "unknown" for this list. */
export interface ChoiceScale {
  choices: Choice[];
  unknown?: string;
}

/**
 * How a condition treats an item in a repetition that does not surround the item which asks. `any`: it must hold for one of the
 * answers. `all`: for each of them; it also holds if there are none. A reason for leaving out is an answer here; a blank item does
 * not count. Without `over`, such an item counts as unanswered.
 */
export type Over = 'any' | 'all';

/** An expression in a language of its own, such as `text/fhirpath`. An `Evaluator` of the host evaluates it. */
export interface Expression {
  expression: string;
  language: string;
}

/**
 * When an item is asked. It can refer to items in the same repetition and in the groups around it, and with `over` to items in
 * other repetitions. `exists` compares whether the item is answered with `value`. Without an evaluator, an item with an
 * expression is asked.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { item: string; is: 'answered' | 'unanswered' | AbsentReason; over?: Over }
  | { item: string; op: 'exists'; value: boolean; over?: Over }
  | { item: string; op: '=' | '!=' | '>' | '>=' | '<' | '<='; value: Value; over?: Over }
  | Expression;

/**
 * How the value of an item follows from other answers. `sum`: of the numbers and weights that are answered. `difference`: the
 * first minus the second, if both are answered. `count`: how many of the items are answered. `scale`: the raw score of the scale
 * with this key in `scoring.scales`, or of `total`. An item in another repetition counts with all its repetitions.
 */
export type Calculation = { sum: string[] } | { difference: [string, string] } | { count: string[] } | { scale: string } | Expression;

/**
 * A rule about answers, as an expression. The answers break it if the result is false; without a result they do not. A rule of an
 * item is about this item, in each of its repetitions that has an answer.
 */
export interface Constraint extends Expression {
  /** Unique among the rules of the item, or of the instrument. */
  id: string;
  /** `error`: answers that break it are not sent. `warning`: the person is told once, and can send them. */
  severity: 'error' | 'warning';
  /** What the person reads. Without it, a general sentence. */
  message?: string;
}

/** Choices of an item that are offered only while the result of the expression is true. */
export interface Toggle extends Expression {
  /** Their codes. A choice of several toggles is offered while one of them is on. A choice of no toggle always is. */
  choices: string[];
}

/**
 * The parts of an item that follow from answers. Without an evaluator, the item is as it is written. An answer that is no longer
 * offered stays in the record. It is a broken rule with the severity `warning`.
 */
export interface Dynamic {
  /** The text. Without a result, it is that of the item. */
  text?: Expression;
  /**
   * The choices, in place of those of the item. A result is the code of one of them, or own words with or without a concept. If it cannot
   * be evaluated, the person answers in own words.
   */
  choices?: Expression;
  toggles?: Toggle[];
  /**
   * The lowest and the highest value, for an item that can have such limits and has none of its own. An answer that is outside them
   * stays in the record. It is a broken rule with the severity `error`.
   */
  min?: Expression;
  max?: Expression;
}

/** How often an item is there. */
export interface Repeats {
  /** The least number of repetitions. The default is 1. */
  min?: number;
  /** The most repetitions. The default is 100. */
  max?: number;
  /** The text of the button that adds a repetition. Without it, only the host adds repetitions. */
  add?: string;
}

/**
 * How an item is laid out. `page`: it is a page of its own. `header` and `footer`: it is first or last on every page. `matrix`, for
 * choices: neighbours with the same answers are lines below them. `row`, for groups: its questions are beside each other.
 */
export type Layout = 'page' | 'header' | 'footer' | 'matrix' | 'row';

/** The fields of every item type, apart from `items`. */
export interface ItemCommon extends Presentation {
  /** Unique in the instrument. Any text of up to 255 characters without white space at its ends, such as a linkId of FHIR. */
  id: string;
  text: string;
  /** Shown before the text, such as `1.a`. */
  prefix?: string;
  /** A short text for places without room. */
  short?: string;
  help?: string;
  /** How to write the answer, such as `DD.MM.YYYY`. It is shown as help. */
  entryFormat?: string;
  layout?: Layout;
  /** Addresses with more about the item, as links that open a new window. */
  links?: string[];
  media?: Media[];
  /** The item is asked only while this condition holds. */
  when?: Condition;
  /** While it is not asked, the item is shown all the same, and the person cannot change it. Its answer is not in the record then. */
  disabledDisplay?: 'protected';
  /** Never shown. Only the host answers it (see `given` in `createSession`). */
  hidden?: boolean;
  /** Not counted in the progress and never listed as blank. */
  optional?: boolean;
  /** Must be answered or left out before sending, also if the host does not require answers. */
  required?: boolean;
  /** The person may leave the item out as not applicable. */
  na?: boolean;
  /**
   * The item has several repetitions, together with the items inside it. For a question, each is an answer with its own index. If
   * it is required, `min` of them must be answered, at least one.
   */
  repeats?: Repeats;
  /** Shown, and never changed by the person. It is not counted in the progress and never listed as blank. */
  readOnly?: boolean;
  /**
   * Values at the start, as in an answer. For a question that repeats: one for each repetition. The person sees them at once and
   * can change them. Conditions and calculations use them. They become part of a record as soon as the person answers or sends.
   */
  initial?: Value[];
  /**
   * The value follows from other answers. If the item is not `readOnly`, the person may replace the value, and it stays theirs
   * until they clear it.
   */
  calculate?: Calculation;
  /** Rules about its answers. Without an evaluator, nothing checks them. */
  constraints?: Constraint[];
  /** What of the item follows from answers. */
  dynamic?: Dynamic;
  /**
   * Facts about the item for presentation and export, such as its facet or source. With `kept: here` the answer stays in
   * the widget: it is never part of a record, and a record that contains it is refused.
   */
  tags?: Record<string, string>;
}
