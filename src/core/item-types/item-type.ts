import type { breaks } from '../plain-data/problem.ts';
import type { Read } from '../plain-data/shape.ts';
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
  /** Where it is no question: a `note` is read, and a `section` is a heading over items. Neither is answered. */
  readonly role?: 'note' | 'section';
  /** What an answer is, where one can calculate with it or must not compare it. */
  readonly holds?: 'number' | 'own-words';
  /** Whether a value is of this type. One that nothing answers has none of its own. */
  isValue?(value: unknown, item: I): boolean;
  /** The rule that a value of this type breaks, beside the item's `min` and `max`. */
  faultOf?(item: I, value: never, scales: Scales): ValueFault | undefined;
  /** What it can be answered with, in order, where that is a list. */
  options?(item: I, scales: Scales): readonly AnswerOption[];
  /** How its answers count in a score. */
  weigh?(item: I, scales: Scales): Weighing | undefined;
  /** A value in the item's own words, where it is no option and has some. */
  say?(item: I, value: Value): string | undefined;
}

/** What a field may hold. A `text` may depend on an option; a `count` is a whole number of 0 or more. */
export type FieldKind = 'text' | 'number' | 'positive' | 'count' | 'flag' | 'choices' | 'labels';

/** How a field is read: as one of the kinds, by a rule of its own, or field by field. */
export type FieldShape = FieldKind | Read | FieldShapes;

/** Fields by name; one whose name ends in `?` may be missing. */
export interface FieldShapes {
  readonly [name: string]: FieldShape;
}

/** How a rule between the parts of an item is checked. Paths begin with the item's own `path`. */
export interface ItemCheck {
  path: string;
  scales: Scales;
  must(holds: unknown, ...rule: Parameters<typeof breaks>): void;
  mustBeDistinct(choices: Choice[], path: string): void;
}

/** How the definition of one type of item is read. */
export interface ItemShape<I> {
  /** Its fields beside the common ones. */
  readonly fields: FieldShapes;
  /** How many options it shows, counted without making them. */
  optionCount?(item: I, scales: Scales): number;
  /** Checks what its fields must be to each other. */
  check?(item: I & { items?: readonly ItemCommon[] }, check: ItemCheck): void;
}

/** Numbers from `min` to `max`, which count as themselves. */
export const numberType = (isValue: (value: unknown) => boolean): ItemType<{ min?: number; max?: number }> => ({
  holds: 'number',
  isValue,
  weigh: ({ min: low = NaN, max: high = NaN }) => ({ low, high, of: (value) => value }),
});
