import type { AbsentReason, Choice, Instrument, Item, Value } from './instrument.ts';
import { isDay } from './iso-date.ts';

/** The part of an item's definition that some values break. */
export type ValueFault = 'type' | 'choices' | 'multiple' | 'min' | 'max' | 'max-length';

/** The rule in plain English. */
export const ruleOf = (fault: ValueFault): string => `Must keep to the item's ${fault}`;

/** The choices of an item: its own, or those of the list that it shares. */
export const choicesOf = ({ scales }: Instrument, item: Item): readonly Choice[] =>
  item.type === 'choice' ? (item.choices ?? scales[item.scale!]?.choices ?? []) : [];

/** No answer at all. Text of white space alone is none; other text is kept to the letter. */
export const isBlank = (value: unknown): boolean => typeof value === 'string' && !value.trim();

/** Text that every database and encoding can hold: no NUL, no half of a surrogate pair. */
export const isText = (value: unknown): value is string => typeof value === 'string' && !/[\0\uD800-\uDFFF]/u.test(value);

const kinds: Partial<Record<Item['type'], (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  text: (value) => isText(value) && !isBlank(value),
  date: (value) => isText(value) && isDay(value),
  integer: Number.isSafeInteger,
  rating: Number.isSafeInteger,
  decimal: Number.isFinite,
};

/** The values as an answer holds them, or the rule that they break. Several choices come in the list's order, each once. */
export function readValues(instrument: Instrument, item: Item, given: readonly unknown[]): readonly Value[] | ValueFault {
  if (!given.length) return 'type';
  if (given.length > 1 && !('multiple' in item && item.multiple)) return 'multiple';
  if (item.type === 'choice') {
    const codes = choicesOf(instrument, item).map((choice) => choice.code);
    return given.every((code) => codes.includes(code as string)) ? codes.filter((code) => given.includes(code)) : 'choices';
  }
  const value = given[0] as Value;
  if (!kinds[item.type]?.(value)) return 'type';
  // A limit that is not there is undefined, and nothing is below or above that.
  const { min, max, maxLength } = item as { min?: Value; max?: Value; maxLength?: number };
  if (value < min!) return 'min';
  if (value > max!) return 'max';
  if ((value as string).length > maxLength!) return 'max-length';
  // -0 would not come back from JSON as itself.
  return [value === 0 ? 0 : value];
}

/** Whether an item may be left out for this reason: "did not apply" only where the item says so. */
export const mayLeaveOut = (item: Item, reason: unknown): reason is AbsentReason =>
  reason === 'declined' || reason === 'unknown' || (reason === 'not-applicable' && !!item.na);
