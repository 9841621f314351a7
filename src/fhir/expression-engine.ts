import type { Evaluator } from '../core/answering/evaluator.ts';
import type { Prefill } from '../core/answering/initial-values.ts';
import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import type { ReadIssue } from './in/issue.ts';

/** What the expressions of a form can use beside the answers. */
export interface ExpressionContext {
  launchContext?: Readonly<Record<string, unknown>>;
  query?: (url: string) => Promise<unknown>;
  questionnaire?: object;
  /** The launch context has what the server has answered. */
  isAsked?: boolean;
}

/** A form with expressions, and what they give before the first answer. */
export interface EvaluatedForm {
  evaluator: Evaluator;
  prefill: readonly Prefill[];
  issues: readonly ReadIssue[];
}

/** Evaluates the expressions of forms. */
export interface ExpressionEngine {
  /** The Questionnaire with the results of expressions that depend on no answers. The same object if there are none. */
  resolve(questionnaire: object, definition: InstrumentDefinition, context: ExpressionContext): { questionnaire: object; issues: readonly ReadIssue[] };
  evaluate(definition: InstrumentDefinition, context: ExpressionContext): EvaluatedForm;
  /** Asks the server for what the form wants to know. Undefined if it wants nothing. Never rejects. */
  ask(
    definition: InstrumentDefinition,
    context: ExpressionContext,
  ): Promise<{ launchContext: Readonly<Record<string, unknown>>; issues: readonly ReadIssue[] }> | undefined;
}

/** What a page has loaded. Each CDN file has modules of its own, so the files share it through the global object. */
interface Shared {
  engine?: ExpressionEngine;
  /** Loads the engine when a form needs it. */
  load?: () => Promise<ExpressionEngine>;
  /** Why it could not be loaded. */
  failure?: string;
}

const SHARED = Symbol.for('attune.expressions');

interface Page {
  [SHARED]?: Shared;
  dispatchEvent?(event: unknown): unknown;
  Event?: new (type: string) => unknown;
}

// eslint-disable-next-line no-restricted-syntax -- Files that know nothing of each other share it.
const page = globalThis as Page;

/** The type of the event at the window when there is an engine, or a way to load one. */
export const ENGINE_EVENT = 'attune-expressions';

export const sharedEngine = (): Shared => page[SHARED] ?? {};

/** Gives the page an engine, or a way to load one. */
export function shareEngine(shared: Shared): void {
  page[SHARED] = shared;
  if (page.Event) page.dispatchEvent?.(new page.Event(ENGINE_EVENT));
}
