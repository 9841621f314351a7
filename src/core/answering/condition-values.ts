import type { Item, Value } from '../instrument/instrument.ts';
import type { Quantity } from '../item-types/item-common.ts';
import { compareDates, compareValues, isSameValue } from '../item-types/compare-values.ts';
import type { Comparing } from './comparison.ts';

const isQuantity = (value: Value | undefined): value is Quantity => typeof value === 'object' && 'value' in value;

/** A unit that a person wrote is compared as text, and a condition without a unit compares the number. */
function compareQuantities(answer: Value | undefined, limit: Value | undefined): number | undefined {
  if (!isQuantity(answer) || !isQuantity(limit)) return undefined;
  const { unit, code } = limit;
  const isAnyUnit = unit === undefined && code === undefined;
  const isWritten = answer.code === undefined && answer.unit !== undefined && [unit, code].includes(answer.unit);
  return isAnyUnit || isWritten ? answer.value - limit.value : compareValues(answer, limit);
}

const comparers: { [Type in Item['type']]?: typeof compareValues } = { date: compareDates, dateTime: compareDates, quantity: compareQuantities };

/** Compares an answer with the value of a condition, which may be less exact. */
export const byType: Comparing = {
  isSame: ({ type }, answer, value) => {
    const compare = comparers[type];
    if (!compare) return isSameValue(answer, value);
    const place = compare(answer, value);
    return place === undefined ? undefined : place === 0;
  },
  order: ({ type }, answer, limit) => (comparers[type] ?? compareValues)(answer, limit),
};
