import { compareDates, compareValues } from '../../core/item-types/compare-values.ts';
import type { Choice, Condition, Value } from '../../core/instrument/instrument.ts';
import type { Typed } from './part.ts';
import { choiceFor } from './value.ts';

/** Whether a value that is so far from another one fits an operator. */
const ORDERS: Record<string, (place: number) => boolean> = {
  '>': (place) => place > 0,
  '>=': (place) => place >= 0,
  '<': (place) => place < 0,
  '<=': (place) => place <= 0,
};

export const isOrder = (operator: string): boolean => Object.hasOwn(ORDERS, operator);

/** What an option is compared by: the weight of a concept, or its code beside a number; of others the value, which is their text. */
function valueOf({ coding, text, value }: Choice, { type }: Typed): Value | undefined {
  const isNumber = type === 'Integer' || type === 'Decimal';
  if (coding && (value !== undefined || !isNumber)) return value;
  const written = coding ? (coding.code ?? '') : text;
  if (!isNumber) return written;
  return written.trim() && Number.isFinite(Number(written)) ? Number(written) : undefined;
}

/**
 * An order of options as the options that fit, because an instrument compares choices by their weights alone. Undefined if no option can be
 * compared with the value.
 */
export function orderOfOptions(choices: readonly Choice[], operator: string, typed: Typed, isChosen: (code: string) => Condition): Condition[] | undefined {
  const named = typed.type === 'Coding' ? choiceFor(choices, typed) : undefined;
  const limit = typed.type === 'Coding' ? named?.value : (typed.value as Value);
  const compare = typed.type.startsWith('Date') ? compareDates : compareValues;
  const places = choices.map((choice) => compare(valueOf(choice, typed), limit));
  if (places.every((place) => place === undefined)) return undefined;
  return choices.flatMap(({ code }, i) => (places[i] !== undefined && ORDERS[operator]!(places[i]) ? isChosen(code) : []));
}
