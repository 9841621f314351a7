import type { Answer } from '../record/response.ts';
import type { Calculation, Item, Value } from '../instrument/instrument.ts';
import { keyOf } from '../instrument/item-index.ts';
import { readFieldValues } from '../instrument/field-values.ts';
import { calculableOf } from '../item-types/calculable.ts';
import type { AnswerView } from './answer-view.ts';
import { type AnswersOf, calculate } from './calculation.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { evaluate } from './evaluate.ts';
import type { Instance } from './snapshot.ts';
import type { SheetParts } from './sheet-parts.ts';
import type { Step } from './step.ts';

type At = readonly number[];

interface Tools {
  view: AnswerView;
  graph: DependencyGraph;
  report(step: Step, code: string, detail?: string): void;
}

const { freeze } = Object;

/** Whether the person or the host has given this content. */
const isGiven = ({ answer, rejected, source }: Instance): boolean => !!(answer || rejected) && source !== 'calculated' && source !== 'initial';

const hasValues = (answer: Answer, values: readonly Value[]): boolean =>
  answer.state === 'answered' && JSON.stringify(answer.values) === JSON.stringify(values);

/** Calculates the values of items, and writes them into the sheet. */
export function createCalculator(
  { instrument, index, instances }: SheetParts,
  { view, graph, report }: Tools,
): { take(step: Step, at: At, isFirst: boolean): boolean } {
  /** The values of a calculation: an empty list if there is no result, undefined if nothing can evaluate it. */
  const valuesOf = (step: Step, calculation: Calculation, at: At): readonly unknown[] | undefined => {
    const { indexed } = step;
    const { item } = indexed;
    if ('expression' in calculation) {
      const prepared = step.expressions.get(calculation);
      if (!prepared) return undefined;
      const result = evaluate(prepared, { step, at, view, graph });
      if (!result.ok) report(step, 'evaluable', result.reason);
      const values = result.ok ? result.values : [];
      return item.repeats ? values.slice(at.at(-1), at.at(-1)! + 1) : values;
    }
    const answersOf: AnswersOf = (id) => {
      const used = index.get(id);
      return used ? view.answersFor(used, indexed, at) : [];
    };
    const amount = calculate(calculation, { instrument, index, answersOf });
    const value = amount && calculableOf(item)?.toValue?.(amount.number, item, amount.unit);
    return value === undefined ? [] : [value];
  };

  /** The result as values of the item. A result that the item cannot have is reported, and counts as none. */
  const readResult = (step: Step, result: readonly unknown[]): readonly Value[] => {
    if (!result.length) return [];
    const values = readFieldValues(instrument, step.indexed.item, result);
    if (typeof values !== 'string') return values;
    report(step, values);
    return [];
  };

  const write = (item: Item, at: At, values: readonly Value[]): boolean => {
    const key = keyOf(item.id, at);
    const { answer: before, rejected, source, ...rest } = instances.get(key) ?? { key, item, at: freeze([...at]), children: [] };
    const isSame = before ? hasValues(before, values) : !values.length;
    if (isSame && !rejected && (source === 'calculated' || !values.length)) return false;
    const place = at.length ? { item: item.id, at: freeze([...at]) } : { item: item.id };
    const answer = isSame ? before : freeze({ ...place, state: 'answered' as const, values: freeze(values) });
    instances.set(key, freeze({ ...rest, ...(values.length && { answer, source: 'calculated' as const }) }));
    return !isSame;
  };

  return {
    /**
     * Calculates at a place if the item is asked. Returns whether its answer has changed. `isFirst`: what is there may be from a
     * record. Then an equal value is the calculated one, and what an expression gave earlier stays until something changes.
     */
    take(step, at, isFirst) {
      const { item } = step.indexed;
      if (!view.isAsked(step.indexed, at)) return false;
      const before = instances.get(keyOf(item.id, at));
      const isKept = !!before && isGiven(before) && (!item.readOnly || (isFirst && 'expression' in item.calculate!));
      if (isKept && !isFirst) return false;
      const result = valuesOf(step, item.calculate!, at);
      if (!result) return false;
      const values = readResult(step, result);
      const isOther = isKept && !(before.answer && hasValues(before.answer, values));
      return !isOther && write(item, at, values);
    },
  };
}
