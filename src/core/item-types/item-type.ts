import type { breaks } from '../problem.ts';
import type { Read } from '../shape.ts';
import type { Choice, ChoiceScale, ItemCommon, Value } from './item-common.ts';

/** The rule of an item that some values break. */
export type ValueFault =
  | 'of-its-type'
  | 'one-of-its-choices'
  | 'single'
  | 'min-or-more'
  | 'max-or-less'
  | 'on-a-step'
  | 'min-length-or-more'
  | 'max-length-or-less';

/** The named lists of answer options of an instrument. */
export type Scales = Readonly<Record<string, ChoiceScale>>;

/** One of the values that an item can be answered with, where these are a list. */
export interface AnswerOption {
  code: Value;
  /** Yes and no have none: it is the language's. */
  text?: string;
  /** Its weight in a score. */
  value?: number;
}

/** The weights that answers to an item can have, and the weight of one value. */
export interface Weighing {
  low: number;
  high: number;
  of: (value: unknown) => unknown;
}

/** What the core knows of one type of item. */
export interface ItemType<I> {
  /** `words` are read and never answered; a `group` is a heading over items. */
  readonly role: 'question' | 'words' | 'group';
  /** What an answer is, where one can calculate with it or must not compare it. */
  readonly holds?: 'number' | 'own-words';
  /** The rule that one value breaks. */
  faultOf?(item: I, value: unknown, scales: Scales): ValueFault | undefined;
  /** What it can be answered with, in order, where that is a list. */
  options?(item: I, scales: Scales): readonly AnswerOption[];
  /** How its answers count in a score. */
  weigh?(item: I, scales: Scales): Weighing | undefined;
  /** A value in the item's own words, where it is no option and has some. */
  say?(item: I, value: Value): string | undefined;
}

/** Reads of parts of a definition that several types use. */
export interface SharedReads {
  /** A text; it may depend on an option. */
  text: Read;
  number: Read;
  positive: Read;
  count: Read;
  flag: Read;
  choices: Read;
}

/** How a rule between the parts of an item is checked. Paths begin with the item's own `path`. */
export interface ItemCheck {
  path: string;
  scales: Scales;
  must(holds: unknown, ...rule: Parameters<typeof breaks>): void;
  mustRise(min: number | string | undefined, max: number | string | undefined, path: string): void;
  mustBeDistinct(choices: Choice[], path: string): void;
}

/** How the definition of one type of item is read. */
export interface ItemShape<I> {
  /** Its fields beside the common ones; a name that ends in `?` may be missing. */
  fields(reads: SharedReads): Readonly<Record<string, Read>>;
  /** Checks what its fields must be to each other. */
  check?(item: I & { items?: readonly ItemCommon[] }, check: ItemCheck): void;
}

interface Limits {
  min?: number | string;
  max?: number | string;
}

export const outside = ({ min, max }: Limits, value: Value): ValueFault | undefined =>
  // A limit that is not there is undefined, and nothing is below or above that.
  value < min! ? 'min-or-more' : value > max! ? 'max-or-less' : undefined;

/** Numbers from `min` to `max` count as themselves. */
export const weighNumber = ({ min = NaN, max = NaN }: { min?: number; max?: number }): Weighing => ({
  low: min,
  high: max,
  of: (value) => value,
});

export const limitsRise = ({ min, max }: Limits, { mustRise, path }: ItemCheck): void => mustRise(min, max, path);
