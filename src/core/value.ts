import type { AbsentReason, Choice, Instrument, Item, Value } from './instrument.ts';
import { isDay } from './iso-date.ts';

const rules = {
  blank: 'Must not be blank',
  single: 'Must be one value',
  type: 'Must be of the kind that the item takes',
  choice: 'Must be a code of the choices',
  min: 'Must not be below min',
  max: 'Must not be above max',
  'max-length': 'Must not be longer than maxLength',
};

/** Which rule some values break. */
export type ValueFault = keyof typeof rules;

/** The rule in plain English. */
export const ruleOf = (fault: ValueFault): string => rules[fault];

/** The choices of an item: its own, or those of the list that it shares. */
export const choicesOf = ({ scales }: Instrument, item: Item): readonly Choice[] =>
  item.type === 'choice' ? (item.choices ?? scales[item.scale!]?.choices ?? []) : [];

/** No answer at all. Text of white space alone is none; other text is kept to the letter. */
export const isBlank = (value: unknown): boolean => typeof value === 'string' && !value.trim();

/** Text that every database and encoding can hold: no NUL, no half of a surrogate pair. */
export const isText = (value: unknown): value is string => typeof value === 'string' && !/[\0\uD800-\uDFFF]/u.test(value);

/** The values as an answer holds them, or the rule that they break. Several choices come in the list's order, each once. */
export function readValues(instrument: Instrument, item: Item, given: readonly unknown[]): readonly Value[] | ValueFault {
  if (!given.length) return 'blank';
  if (item.type === 'choice') {
    const codes = choicesOf(instrument, item).map((choice) => choice.code);
    if (given.length > 1 && !item.multiple) return 'single';
    return given.every((value) => codes.includes(value as string)) ? codes.filter((code) => given.includes(code)) : 'choice';
  }
  const value = given[0] as Value;
  // -0 would not come back from JSON as itself
  return given.length > 1 ? 'single' : (faultOf(item, value) ?? [value === 0 ? 0 : value]);
}

function faultOf(item: Item, value: Value): ValueFault | undefined {
  switch (item.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'type';
    case 'text':
      if (!isText(value)) return 'type';
      if (isBlank(value)) return 'blank';
      return value.length > (item.maxLength ?? Infinity) ? 'max-length' : undefined;
    case 'date':
      return typeof value === 'string' && isDay(value) ? outOfRange(value, item.min, item.max) : 'type';
    case 'integer':
    case 'rating':
      return Number.isSafeInteger(value) ? outOfRange(value, item.min, item.max) : 'type';
    case 'decimal':
      return Number.isFinite(value) ? outOfRange(value, item.min, item.max) : 'type';
    default:
      return 'type';
  }
}

const outOfRange = (value: Value, min?: Value, max?: Value): ValueFault | undefined =>
  min !== undefined && value < min ? 'min' : max !== undefined && value > max ? 'max' : undefined;

/** Whether an item may be left out for this reason: "did not apply" only where the item says so. */
export const mayLeaveOut = (item: Item, reason: unknown): reason is AbsentReason =>
  reason === 'declined' || reason === 'unknown' || (reason === 'not-applicable' && !!item.na);
