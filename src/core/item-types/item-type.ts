import type { breaks } from '../plain-data/problem.ts';
import type { Read } from '../plain-data/shape.ts';
import type { Choice, ChoiceScale, Coding, ItemCommon, Value } from './item-common.ts';
import type { Media, Presentation } from './presentation.ts';

/** The rule that a value breaks. */
export type ValueFault =
  | 'of-its-type'
  | 'one-of-its-choices'
  | 'single'
  | 'min-or-more'
  | 'max-or-less'
  | 'on-a-step'
  | 'min-length-or-more'
  | 'max-length-or-less'
  | 'like-its-pattern'
  | 'within-its-decimals'
  | 'one-of-its-units'
  | 'one-of-its-file-types'
  | 'max-size-or-less'
  | 'alone-if-exclusive'
  | 'min-choices-or-more'
  | 'max-choices-or-less';

/** The scales of an instrument by name. */
export type Scales = Readonly<Record<string, ChoiceScale>>;

/** One of the answers that an item offers as a list. */
export interface AnswerOption extends Presentation {
  code: Value;
  /** Yes and no have no text here. The interface language provides it. */
  text?: string;
  /** The weight in a score. */
  value?: number;
  /** Never chosen together with another one. */
  exclusive?: true;
  prefix?: string;
  coding?: Coding;
  media?: Media;
}

/** The lowest and highest weight that an answer to an item can have, and the weight of a value. */
export interface WeightRange {
  low: number;
  high: number;
  weightOf: (value: unknown) => unknown;
}

/** The behaviour of one item type. */
export interface ItemType<I> {
  /** Only for items that are no questions: a `note` is text to read, a `section` is a heading over items. */
  readonly role?: 'note' | 'section';
  /** What an answer contains: a number for calculations, or a text that is never compared. Otherwise undefined. */
  readonly holds?: 'number' | 'own-words';
  /** Whether a value has this type. Not defined for items that are no questions. */
  isValue?(value: unknown, item: I): boolean;
  /** The rule that a value of this type breaks. `min` and `max` are checked separately. */
  faultOf?(item: I, value: never, scales: Scales): ValueFault | undefined;
  /** The possible answers in order, for item types that offer a list. */
  options?(item: I, scales: Scales): readonly AnswerOption[];
  /** The weights for a score. Undefined if this item is never scored. */
  weigh?(item: I, scales: Scales): WeightRange | undefined;
  /** The item's own text for a value that is not an option. */
  valueText?(item: I, value: Value): string | undefined;
}

/** The kind of a field. A `text` may depend on an option; a `title` too, and is not blank. A `count` is a whole number from 0. */
export type FieldKind = 'text' | 'title' | 'number' | 'positive' | 'count' | 'flag' | 'choices';

/** How to read a field: by its kind, by a rule of its own, as an object with fields, or as a list of one or more. */
export type FieldShape = FieldKind | Read | FieldShapes | readonly [FieldShape];

/** Fields by name. A field whose name ends in `?` is optional. */
export interface FieldShapes {
  readonly [name: string]: FieldShape;
}

/** Adds a problem if a rule does not hold. */
export type Must = (holds: unknown, ...rule: Parameters<typeof breaks>) => void;

/** The tools for checking the fields of an item against each other. Paths must begin with `path`. */
export interface ItemCheck {
  path: string;
  scales: Scales;
  must: Must;
  mustBeDistinct(choices: Choice[], path: string): void;
}

/** How to read the definition of one item type. */
export interface ItemShape<I> {
  /** The fields of this type only. */
  readonly fields: FieldShapes;
  /** Whether `min` is below `max`, for limits that are not compared as they are. */
  isInOrder?(min: Value, max: Value): boolean;
  /** The number of options, counted without creating them. */
  optionCount?(item: I, scales: Scales): number;
  /** Checks the fields against each other. */
  check?(item: I & { items?: readonly ItemCommon[] }, check: ItemCheck): void;
}

/** A type for numbers. Each number is its own weight. */
export const numberType = (isValue: (value: unknown) => boolean): ItemType<{ min?: number; max?: number }> => ({
  holds: 'number',
  isValue,
  weigh: ({ min: low = NaN, max: high = NaN }) => ({ low, high, weightOf: (value) => value }),
});
