import type { AbsentReason, Instrument, Item, Value } from './instrument.ts';
import { typeOf } from '../item-types/index.ts';
import type { AnswerOption, ValueFault } from '../item-types/item-type.ts';
import { plainValueText } from '../item-types/object-value.ts';

/** The possible answers of an item in order, or an empty list if it offers none. Yes and no have no text here. */
export const optionsOf = ({ scales }: Instrument, item: Item): readonly AnswerOption[] =>
  typeOf(item).options?.(item, scales) ?? [];

/** A value as text: the text of its option, the item's own text for the value, or the value itself. */
export const valueText = (instrument: Instrument, item: Item, value: Value): string =>
  optionsOf(instrument, item).find(({ code }) => code === value)?.text ?? typeOf(item).valueText?.(item, value) ?? plainValueText(value);

/** Returns the values as an answer contains them, or the rule that they break. */
export type ReadValues = (instrument: Instrument, item: Item, input: readonly unknown[]) => readonly Value[] | ValueFault;

/**
 * Reads plain values. Several choices are in the order of the list, each once. `readFieldValues` also reads values that are objects.
 */
export const readValues: ReadValues = (instrument, item, input) => {
  const { multiple } = item as { multiple?: boolean };
  const type = typeOf(item);
  if (!input.length) return 'of-its-type';
  if (input.length > 1 && !multiple) return 'single';
  if (multiple) {
    const chosen = new Set(input);
    const codes = optionsOf(instrument, item).flatMap(({ code }) => (chosen.has(code) ? code : []));
    return codes.length === chosen.size ? codes : 'one-of-its-choices';
  }
  const [value] = input;
  if (!type.isValue?.(value, item)) return 'of-its-type';
  const fault = brokenBound(item as Bounds, value as Value) ?? type.faultOf?.(item, value as never, instrument.scales);
  if (fault) return fault;
  // JSON has no -0.
  return [value === 0 ? 0 : (value as Value)];
};

/** The limits of the values of an item. Dates and times are compared as text. */
export interface Bounds {
  min?: Value;
  max?: Value;
}

// Without a limit this compares with undefined, which is always false.
const brokenBound = ({ min, max }: Bounds, value: Value): ValueFault | undefined =>
  value < min! ? 'min-or-more' : value > max! ? 'max-or-less' : undefined;

/** Whether an item may be left out for this reason. "Not applicable" is allowed only with `na`. */
export const mayLeaveOut = (item: Item, reason: unknown): reason is AbsentReason =>
  reason === 'declined' || reason === 'unknown' || (reason === 'not-applicable' && !!item.na);
