import type { AbsentReason, Choice, Instrument, Item, Value } from './instrument.ts';
import { isDay } from './iso-date.ts';

/** The rule of an item that some values break. */
export type ValueFault = 'of-its-type' | 'one-of-its-choices' | 'single' | 'min-or-more' | 'max-or-less' | 'max-length-or-less';

/** The choices of an item: its own, or those of the list that it shares. */
export const choicesOf = ({ scales }: Instrument, item: Item): readonly Choice[] =>
  item.type === 'choice' ? (item.choices ?? scales[item.scale!]?.choices ?? []) : [];

/** What an item can be answered with, in order, where that is a list. Yes and no have no text: it is the language's. */
export const optionsOf = (instrument: Instrument, item: Item): readonly { code: Value; text?: string; value?: number }[] =>
  item.type === 'boolean' ? [{ code: true }, { code: false }]
  : item.type === 'rating' ? Array.from({ length: item.max - item.min + 1 }, (_, i) => {
      const value = item.min + i;
      return { code: value, text: `${value}`, value };
    })
  : choicesOf(instrument, item);

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
  if (!given.length) return 'of-its-type';
  if (given.length > 1 && !('multiple' in item && item.multiple)) return 'single';
  if (item.type === 'choice') {
    const codes = choicesOf(instrument, item).map((choice) => choice.code);
    return given.every((code) => codes.includes(code as string)) ? codes.filter((code) => given.includes(code)) : 'one-of-its-choices';
  }
  const value = given[0] as Value;
  if (!kinds[item.type]?.(value)) return 'of-its-type';
  // A limit that is not there is undefined, and nothing is below or above that.
  const { min, max, maxLength } = item as { min?: Value; max?: Value; maxLength?: number };
  if (value < min!) return 'min-or-more';
  if (value > max!) return 'max-or-less';
  if ((value as string).length > maxLength!) return 'max-length-or-less';
  // -0 would not come back from JSON as itself.
  return [value === 0 ? 0 : value];
}

/** Whether an item may be left out for this reason: "did not apply" only where the item says so. */
export const mayLeaveOut = (item: Item, reason: unknown): reason is AbsentReason =>
  reason === 'declined' || reason === 'unknown' || (reason === 'not-applicable' && !!item.na);
