import type { Instrument, Item } from '../../core/instrument/instrument.ts';
import { readFieldValues } from '../../core/instrument/field-values.ts';
import { answerKind } from '../item-kind.ts';
import type { Draft, Source } from './draft.ts';
import type { Part } from './part.ts';
import { isDefinable, type Target, valueIn } from './value.ts';

/** The values of elements as an item has them. One that it cannot have is reported. */
export function startValues(elements: readonly Part[], item: object, { part, id }: Source): unknown[] {
  const target = { ...item, kind: answerKind(item as Item)! } as Target;
  return elements.flatMap((one) => {
    const typed = one.typed();
    if (!typed) return [];
    const value = valueIn(target, typed);
    if (isDefinable(value)) return value;
    part.tell(id, 'value-does-not-fit', typed.value);
    return [];
  });
}

/** The values at the start: those of the options that are selected, which the draft has, and `initial`. */
export function initialOf(source: Source, draft: Draft): object {
  const { part, id } = source;
  const { initial: given = [], ...item } = draft as Draft & { initial?: unknown[] };
  const values = startValues(part.list('initial'), item, source);
  // A definition with a start value that is no answer would be refused.
  const fits = (some: readonly unknown[]): boolean => {
    const isFit = typeof readFieldValues({ scales: {} } as unknown as Instrument, item as unknown as Item, some) !== 'string';
    if (!isFit) part.tell(id, 'value-does-not-fit', some);
    return isFit;
  };
  const all = [...given, ...values];
  const { repeats } = item as { repeats?: { max: number } };
  const initial = repeats ? all.filter((value) => fits([value])).slice(0, repeats.max) : all.length && fits(all) ? all : [];
  return { initial: initial.length ? initial : undefined };
}
