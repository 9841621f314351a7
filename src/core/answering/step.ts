import type { Expression } from '../instrument/instrument.ts';
import type { IndexedItem } from '../instrument/item-index.ts';
import type { PreparedExpression } from './evaluator.ts';

/** An expression with the items whose answers it uses, in the order of the instrument. */
export interface UsedExpression {
  prepared: PreparedExpression;
  uses: readonly IndexedItem[] | 'all';
}

/**
 * One thing that follows from answers: whether the own condition of an item holds, the calculated value of an item, the rules that
 * the answers to an item break, or its text, its choices and its limits.
 */
export interface Step {
  readonly what: 'when' | 'calculate' | 'constraints' | 'dynamic';
  readonly indexed: IndexedItem;
  /** The expressions in it that can be evaluated. */
  readonly expressions: ReadonlyMap<Expression, UsedExpression>;
  /** It has an expression, which can use answers of every repetition. */
  readonly isWide: boolean;
  /** It may depend on every answer: an expression does not say on which. */
  readonly isLate: boolean;
  /** The steps to take again when the result of this one has changed. */
  readonly next: Set<Step>;
  /** Its position among the steps. Every step comes after those that it depends on. */
  order: number;
}
