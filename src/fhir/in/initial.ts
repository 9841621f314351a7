import type { Instrument, Item } from '../../core/instrument/instrument.ts';
import { readFieldValues } from '../../core/instrument/field-values.ts';
import { answerKind } from '../item-kind.ts';
import { isSuggested } from './choice-question.ts';
import type { Draft, Source } from './draft.ts';
import { isDefinable, type Target, valueIn } from './value.ts';

/** The values at the start: `initial`, and the options that are selected. */
export function initialOf(source: Source, draft: Draft): object {
  const { part, id } = source;
  const { initial: given = [], ...item } = draft as Draft & { initial?: unknown[] };
  const target = { ...item, kind: answerKind(item as unknown as Item)! } as Target;
  const selected = isSuggested(source) ? part.list('answerOption').filter((one) => one.flag('initialSelected')) : [];
  const values = [...part.list('initial'), ...selected].flatMap((one) => {
    const typed = one.typed();
    if (!typed) return [];
    const value = valueIn(target, typed);
    if (isDefinable(value)) return value;
    part.tell(id, 'value-does-not-fit', typed.value);
    return [];
  });
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
