import type { Expression, Instrument, Item } from '../instrument/instrument.ts';
import type { Answer } from '../record/response.ts';

/** Where an expression is evaluated, and the answers that it can use. */
export interface ExpressionPlace {
  /** The repetition of everything that repeats around the item with the expression, outermost first, from 0. */
  at: readonly number[];
  /** The answers of the items that it depends on, in the order of the instrument. Answers of items that are not asked are left out. */
  answers: readonly Answer[];
}

/** The result of an expression: a list of values, empty if it has no result. `reason`: why it cannot be evaluated. */
export type Evaluated = { ok: true; values: readonly unknown[] } | { ok: false; reason: string };

/** An expression that is ready to be evaluated many times. */
export interface PreparedExpression {
  ok: true;
  /**
   * The ids of the items whose answers the result depends on, or `all` if this is not known. The expression is evaluated again
   * if one of them changes. It does not see other answers.
   */
  dependsOn: readonly string[] | 'all';
  evaluate(place: ExpressionPlace): Evaluated;
}

/** The item that an expression belongs to. Without an item, the expression is a rule of the form itself. */
interface Owner {
  instrument: Instrument;
  item?: Item;
}

/**
 * Evaluates the expressions of definitions, such as FHIRPath. The host injects it. It must be pure: the same place gives the same
 * result. If it throws, this counts as an expression that cannot be evaluated.
 */
export interface Evaluator {
  /** Prepares an expression of an item. Called once for each expression of a session. */
  prepare(expression: Expression, owner: Owner): PreparedExpression | { ok: false; reason: string };
}

type Refusal = { ok: false; reason: string };

/** Calls code of the host, and checks what it returns. What it throws becomes a reason. */
function guarded<R extends { ok: true }>(call: () => R | Refusal, isUsable: (result: Partial<R>) => boolean): R | Refusal {
  try {
    const result = call();
    if (result.ok ? isUsable(result) : typeof result.reason === 'string') return result;
    return { ok: false, reason: 'by an evaluator that returns what its type says' };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'it threw no error object' };
  }
}

/** Prepares an expression of an item, or says why it cannot be evaluated. */
export const prepare = (evaluator: Evaluator | undefined, expression: Expression, owner: Owner): PreparedExpression | Refusal =>
  evaluator
    ? guarded(
        () => evaluator.prepare(expression, owner),
        ({ dependsOn, evaluate }) => (dependsOn === 'all' || Array.isArray(dependsOn)) && typeof evaluate === 'function',
      )
    : { ok: false, reason: `with an evaluator for ${expression.language}` };

/** Evaluates an expression at a place. */
export const evaluateAt = (prepared: PreparedExpression, place: ExpressionPlace): Evaluated =>
  guarded(
    () => prepared.evaluate(place),
    ({ values }) => Array.isArray(values),
  );
