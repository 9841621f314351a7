import type { AbsentReason, Instrument, Item, Value } from './instrument.ts';
import { typeOf } from '../item-types/index.ts';
import type { AnswerOption, ValueFault } from '../item-types/item-type.ts';

/** What an item can be answered with, in order, where that is a list. Yes and no have no text: it is the language's. */
export const optionsOf = ({ scales }: Instrument, item: Item): readonly AnswerOption[] =>
  typeOf(item).options?.(item, scales) ?? [];

/** A value in words: those of its option, or the item's own for it, else the value itself. */
export const valueText = (instrument: Instrument, item: Item, value: Value): string =>
  optionsOf(instrument, item).find(({ code }) => code === value)?.text ?? typeOf(item).say?.(item, value) ?? String(value);

/** The values as an answer holds them, or the rule that they break. Several choices come in the list's order, each once. */
export function readValues(instrument: Instrument, item: Item, given: readonly unknown[]): readonly Value[] | ValueFault {
  const { multiple } = item as { multiple?: boolean };
  const type = typeOf(item);
  if (!given.length) return 'of-its-type';
  if (given.length > 1 && !multiple) return 'single';
  if (multiple) {
    const chosen = new Set(given);
    const codes = optionsOf(instrument, item).flatMap(({ code }) => (chosen.has(code) ? code : []));
    return codes.length === chosen.size ? codes : 'one-of-its-choices';
  }
  const [value] = given;
  if (!type.isValue?.(value, item)) return 'of-its-type';
  const fault = outside(item as Limits, value as Value) ?? type.faultOf?.(item, value as never, instrument.scales);
  if (fault) return fault;
  // -0 would not come back from JSON as itself.
  return [value === 0 ? 0 : (value as Value)];
}

interface Limits {
  min?: Value;
  max?: Value;
}

// A limit that is not there is undefined, and nothing is below or above that.
const outside = ({ min, max }: Limits, value: Value): ValueFault | undefined =>
  value < min! ? 'min-or-more' : value > max! ? 'max-or-less' : undefined;

/** Whether an item may be left out for this reason: "did not apply" only where the item says so. */
export const mayLeaveOut = (item: Item, reason: unknown): reason is AbsentReason =>
  reason === 'declined' || reason === 'unknown' || (reason === 'not-applicable' && !!item.na);
