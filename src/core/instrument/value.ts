import type { AbsentReason, Instrument, Item, Value } from './instrument.ts';
import { typeOf } from '../item-types/index.ts';
import type { AnswerOption, ValueFault } from '../item-types/item-type.ts';
import { isOwnWords, plainValueText, settledValue } from '../item-types/object-value.ts';

/** The possible answers of an item in order, or an empty list if it offers none. Yes and no have no text here. */
export const optionsOf = ({ scales }: Instrument, item: Item): readonly AnswerOption[] =>
  typeOf(item).options?.(item, scales) ?? [];

/** A value as text: the text of its option, the item's own text for the value, or the value itself. */
export const valueText = (instrument: Instrument, item: Item, value: Value): string =>
  optionsOf(instrument, item).find(({ code }) => code === value)?.text ?? typeOf(item).valueText?.(item, value) ?? plainValueText(value);

/**
 * Returns the values as an answer contains them, or the rule that they break. Several choices are in the order of the list,
 * each once, and own words after them.
 */
export function readValues(instrument: Instrument, item: Item, input: readonly unknown[]): readonly Value[] | ValueFault {
  const { multiple } = item as { multiple?: boolean };
  const type = typeOf(item);
  if (!input.length) return 'of-its-type';
  if (input.length > 1 && !multiple) return 'single';
  if (multiple) {
    const chosen = new Set(input);
    const options = optionsOf(instrument, item).filter(({ code }) => chosen.has(code));
    const words = [...chosen].filter(isOwnWords);
    const fault = words.map((value) => type.faultOf?.(item, value as never, instrument.scales)).find(Boolean);
    if (fault || options.length + words.length !== chosen.size) return fault ?? 'one-of-its-choices';
    const distinct = new Map(words.map((value) => [value.words, settledValue(value)]));
    const values = [...options.map(({ code }) => code), ...distinct.values()];
    return values.length > 1 && options.some(({ exclusive }) => exclusive) ? 'alone-if-exclusive' : values;
  }
  const [value] = input;
  if (!type.isValue?.(value, item)) return 'of-its-type';
  const fault = brokenBound(item, value as Value) ?? type.faultOf?.(item, value as never, instrument.scales);
  if (fault) return fault;
  // JSON has no -0.
  return [value === 0 ? 0 : settledValue(value as Value)];
}

/** The limits of the values of an item. */
export interface Bounds {
  min?: Value;
  max?: Value;
}

/** Compares two values of an item: below 0, 0, above 0, or undefined if they have no order. */
export function compareValues(item: Item, a: Value | undefined, b: Value | undefined): number | undefined {
  if (a === undefined || typeof a !== typeof b) return undefined;
  const { compare } = typeOf(item);
  return compare ? compare(a, b!) : a < b! ? -1 : +(a > b!);
}

const brokenBound = (item: Item, value: Value): ValueFault | undefined => {
  const { min, max } = item as Bounds;
  if (compareValues(item, value, min)! < 0) return 'min-or-more';
  return compareValues(item, value, max)! > 0 ? 'max-or-less' : undefined;
};

/** Whether an item may be left out for this reason. "Not applicable" is allowed only with `na`. */
export const mayLeaveOut = (item: Item, reason: unknown): reason is AbsentReason =>
  reason === 'declined' || reason === 'unknown' || (reason === 'not-applicable' && !!item.na);
