import type { Condition } from '../instrument/instrument.ts';
import type { IndexedItem } from '../instrument/item-index.ts';
import type { Answer } from '../record/response.ts';
import type { AnswerView } from './answer-view.ts';
import { type ItemCondition, fitsIn } from './comparison.ts';
import { byType } from './condition-values.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { evaluate } from './evaluate.ts';
import type { SheetParts } from './sheet-parts.ts';
import type { Step } from './step.ts';
import { isInScope } from './visibility.ts';

interface Tools {
  view: AnswerView;
  graph: DependencyGraph;
  report(step: Step, code: string, detail: string): void;
}

/** Evaluates the conditions of items, with `over` and expressions. */
export function createConditions({ instrument, index }: SheetParts, { view, graph, report }: Tools): { holds(step: Step, at: readonly number[]): boolean } {
  const fits = fitsIn(instrument, byType);

  const holds = (when: Condition, step: Step, at: readonly number[]): boolean => {
    if ('all' in when) return when.all.every((part) => holds(part, step, at));
    if ('any' in when) return when.any.some((part) => holds(part, step, at));
    if ('item' in when) return holdsForItem(when, step.indexed, at);
    const prepared = step.expressions.get(when);
    if (!prepared) return true;
    const result = evaluate(prepared, { step, at, view, graph });
    if (!result.ok) report(step, 'evaluable', result.reason);
    // A person must not lose a question because of a mistake in an expression.
    return !result.ok || result.values[0] === true;
  };

  const holdsForItem = (when: ItemCondition, owner: IndexedItem, at: readonly number[]): boolean => {
    const used = index.get(when.item);
    const fitsOne = (answer: Answer | undefined): boolean => fits(used?.item, answer, when);
    if (!used) return fitsOne(undefined);
    const answers = view.answersFor(used, owner, at);
    if (isInScope(used, owner)) return fitsOne(answers[0]);
    if (!when.over) return fitsOne(undefined);
    // A record does not have the blank repetitions at the end. A condition that depended on them could not be checked.
    const given = answers.filter((answer) => answer);
    return when.over === 'all' ? given.every(fitsOne) : given.some(fitsOne);
  };

  return { holds: (step, at) => holds(step.indexed.item.when!, step, at) };
}
