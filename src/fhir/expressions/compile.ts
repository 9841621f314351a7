import fhirpath, { type Model } from 'fhirpath';
import { budgetsFor, TooManySteps } from './budget.ts';
import { expressionLimits } from './expression-limits.ts';
import { patternFunctions } from './patterns.ts';
import { reasonOf } from './refusal.ts';
import { constantsOf, type SyntaxNode } from './syntax-tree.ts';
import type { ResourceNode } from './weights.ts';

/** What an expression begins at: the whole response, or an item of it. */
export type Focus = 'response' | 'item';

/** The values of constants, by name without the sign `%`. */
export type Constants = Record<string, unknown>;

export interface CompiledExpression {
  ok: true;
  tree: SyntaxNode;
  /** The names of its constants, without the sign `%`. */
  names: ReadonlySet<string>;
  /** Evaluates at an object. The results are values and nodes of `fhirpath`. Throws what is wrong. */
  evaluate(at: object, constants: Constants): readonly unknown[];
}

export type Compiled = CompiledExpression | { ok: false; reason: string };

/** Compiles expressions of one form, each once. */
export type Compile = (expression: string, focus: Focus) => Compiled;

interface Form {
  model: Model;
  weightsOf: (nodes: readonly ResourceNode[]) => number[];
}

/** About how many tokens an expression has. */
const tokensIn = (expression: string): number => expression.match(/'(?:\\.|[^'\\])*'|[\w.]+|[^\s\w]/g)?.length ?? 0;

export function createCompiler({ model, weightsOf }: Form): Compile {
  const cache = new Map<string, Compiled>();
  const weight = { fn: weightsOf, arity: { 0: [] as never[] }, internalStructures: true };
  const options = {
    resolveInternalTypes: false,
    // The default writes to the console.
    traceFn: () => {},
    userInvocationTable: { ...patternFunctions, weight, ordinal: weight },
  };
  let tokensLeft: number = expressionLimits.tokens;
  let steps: number = expressionLimits.steps;

  const compile = (expression: string, focus: Focus): Compiled => {
    if (expression.length > expressionLimits.characters) return { ok: false, reason: 'within the limits: it is too long' };
    tokensLeft -= tokensIn(expression);
    if (tokensLeft < 0) return { ok: false, reason: 'within the limits: the expressions of the form are too long together' };
    try {
      const tree = fhirpath.parse(expression) as SyntaxNode;
      const path = focus === 'item' ? { base: 'QuestionnaireResponse.item', expression } : expression;
      const run = fhirpath.compile(path, model, options);
      const newBudget = budgetsFor(tree);
      const evaluate: CompiledExpression['evaluate'] = (at, constants) => {
        try {
          return run(at, constants, { debugger: newBudget(steps) as never });
        } catch (error) {
          // A form with many such expressions ends soon, too.
          if (error instanceof TooManySteps) steps = Math.max(expressionLimits.leastSteps, steps / 2);
          throw error;
        }
      };
      return { ok: true, tree, names: constantsOf(tree), evaluate };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  };

  return (expression, focus) => {
    const key = `${focus} ${expression}`;
    const known = cache.get(key);
    if (known) return known;
    const compiled = compile(expression, focus);
    cache.set(key, compiled);
    return compiled;
  };
}
