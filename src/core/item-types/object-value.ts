import type { OwnWords, Value } from './item-common.ts';

/** A value with its keys in one order, frozen. A plain value is returned as it is. */
export const settledValue = <V>(value: V): V =>
  typeof value === 'object' && value
    ? (Object.freeze(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))) as V)
    : value;

/** Whether two values are equal. The order of keys does not matter. */
export const isSameValue = (a: Value, b: Value): boolean =>
  a === b ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(settledValue(a)) === JSON.stringify(settledValue(b)));

/** Whether a value is in the person's own words, beside a list. */
export const isOwnWords = (value: unknown): value is OwnWords => typeof value === 'object' && !!value && 'words' in value;

/** A value as text, without the wording of an instrument: `5 mg`, own words as they are, the name of a file. */
export function plainValueText(value: Value): string {
  if (typeof value !== 'object') return String(value);
  if ('words' in value) return value.words;
  if ('name' in value) return value.name;
  const unit = value.unit ?? value.code;
  return unit === undefined ? String(value.value) : `${value.value} ${unit}`;
}
