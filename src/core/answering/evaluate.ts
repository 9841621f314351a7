import type { IndexedItem } from '../instrument/item-index.ts';
import type { AnswerView } from './answer-view.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { type Evaluated, evaluateAt } from './evaluator.ts';
import type { Step, UsedExpression } from './step.ts';

interface Place {
  step: Step;
  at: readonly number[];
  view: AnswerView;
  graph: DependencyGraph;
}

/**
 * Evaluates an expression at a place. It sees the answers that it depends on. In a circle of expressions, the answers of later
 * steps count as unanswered, so that the result does not depend on what was answered first.
 */
export function evaluate({ prepared, uses }: UsedExpression, { step, at, view, graph }: Place): Evaluated {
  const isSettled = ({ item }: IndexedItem): boolean => graph.settledAt.get(item.id)! < step.order;
  const answers = (uses === 'all' ? graph.items : uses)
    .filter(isSettled)
    .flatMap((indexed) => view.answersIn(indexed, []).flatMap((answer) => answer ?? []));
  return evaluateAt(prepared, { at, answers: Object.freeze(answers) });
}
