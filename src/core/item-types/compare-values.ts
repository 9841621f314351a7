import { isMoment, withSeconds } from '../plain-data/iso-date.ts';
import type { Value } from './item-common.ts';
import { answerKey, settledValue } from './object-value.ts';

/** Whether two values are equal. The order of keys does not matter, and of a concept only its code. */
export const isSameValue = (a: Value, b: Value): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && answerKey(settledValue(a)) === answerKey(settledValue(b)));

/** A moment as a number; other values as they are. */
const instantOf = (value: Value | undefined): Value | undefined =>
  typeof value === 'string' && isMoment(withSeconds(value)) ? Date.parse(value) : value;

/**
 * Compares two values: below 0, 0, above 0, or undefined if they have no order. Moments are compared as instants, and quantities only
 * in the same unit, because not every unit can be converted.
 */
export function compareValues(a: Value | undefined, b: Value | undefined): number | undefined {
  if (typeof a === 'object' && typeof b === 'object') {
    const isComparable =
      'value' in a && 'value' in b &&
      a.code === b.code && a.system === b.system && (a.code !== undefined || a.unit === b.unit);
    return isComparable ? a.value - b.value : undefined;
  }
  const [left, right] = [instantOf(a), instantOf(b)];
  if (left === undefined || typeof left !== typeof right) return undefined;
  return left < right! ? -1 : +(left > right!);
}

/**
 * Compares days, moments, years and months as far as both are exact. Undefined if this does not decide: a day in a year is not before it, not
 * after it and not equal to it. The day of a moment is that in its own offset.
 */
export function compareDates(a: Value | undefined, b: Value | undefined): number | undefined {
  if (typeof a !== 'string' || typeof b !== 'string' || a.length === b.length || Math.min(a.length, b.length) > 10) return compareValues(a, b);
  const length = Math.min(a.length, b.length);
  return compareValues(a.slice(0, length), b.slice(0, length)) || undefined;
}
