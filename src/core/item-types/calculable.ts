import { rounded } from './decimal.ts';
import { type Item, type ItemOf, itemTypes } from './index.ts';
import type { Quantity, Value } from './item-common.ts';
import type { Scales } from './item-type.ts';
import type { QuantityItem } from './quantity.ts';

/** How an item type takes part in what follows from answers. */
export interface Calculable<I> {
  /** The number of a value in a calculation. Undefined if it has none, such as a choice without a weight. Not defined if no value has one. */
  numberOf?(value: Value, item: I, scales: Scales): number | undefined;
  /** The unit of a value, as a key. Numbers in different units are not added. */
  unitOf?(value: Value): string | undefined;
  /**
   * The value of this type for a number, and its unit if it has one. Undefined if the item cannot have this unit. Not defined if a
   * calculation cannot give a value of this type.
   */
  toValue?(number: number, item: I, unit?: string): Value | undefined;
  /** Which choices it offers can follow from answers. */
  readonly hasChoices?: true;
}

const number: Calculable<Item> = {
  numberOf: (value) => (typeof value === 'number' ? value : undefined),
  toValue: (number) => number,
};

const isQuantity = (value: Value): value is Quantity => typeof value === 'object' && 'value' in value;

const unitKey = ({ unit, system, code }: Omit<Quantity, 'value'>): string => JSON.stringify(code === undefined ? [unit] : [system, code]);

/** A calculated quantity has the first unit. Numbers in another one are not converted. */
const toQuantity = (number: number, { units, decimals }: QuantityItem, unit?: string): Quantity | undefined => {
  const value = rounded(number, decimals);
  const first = units?.[0];
  if (!first) return unit === undefined ? { value } : undefined;
  const { text, system, code } = first;
  const own = { unit: text, ...(system && { system }), ...(code && { code }) };
  return unit === undefined || unit === unitKey(own) ? { ...own, value } : undefined;
};

/** How each item type takes part in what follows from answers. A separate table: only the full structure calculates. */
const calculables: { readonly [Type in Item['type']]?: Calculable<ItemOf<Type>> } = {
  choice: { hasChoices: true, numberOf: (value, item, scales) => itemTypes.choice.options?.(item, scales).find(({ code }) => code === value)?.value },
  decimal: { ...number, toValue: (number, { decimals }) => rounded(number, decimals) },
  integer: number,
  quantity: {
    numberOf: (value) => (isQuantity(value) ? value.value : undefined),
    unitOf: (value) => (isQuantity(value) && (value.unit ?? value.code) !== undefined ? unitKey(value) : undefined),
    toValue: toQuantity,
  },
  rating: number,
  slider: number,
  text: { toValue: String },
};

/** Undefined if the values of this item cannot be calculated with. */
export const calculableOf = ({ type }: Item): Calculable<Item> | undefined => calculables[type] as Calculable<Item> | undefined;
