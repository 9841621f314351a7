import type { Choice, ChoiceItem, Constraint, Expression, Item, Value } from '../instrument/instrument.ts';
import { keyOf } from '../instrument/item-index.ts';
import { optionsOf } from '../instrument/value.ts';
import { answerKey, isOwnWords } from '../item-types/object-value.ts';
import { limits as most } from '../plain-data/limits.ts';
import { isBlank } from '../plain-data/plain-text.ts';
import type { AnswerView } from './answer-view.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { evaluate } from './evaluate.ts';
import { areInOrder, brokenLimit, isLimit, type Limits } from './limits-from-answers.ts';
import { type Offer, offeredChoices, type Offers } from './offered-choices.ts';
import type { SheetParts } from './sheet-parts.ts';
import type { Instance } from './snapshot.ts';
import type { Step } from './step.ts';

type At = readonly number[];

interface Tools {
  view: AnswerView;
  graph: DependencyGraph;
  report(step: Step, code: string, detail: string): void;
}

/** The items whose text, choices or limits follow from answers, as they are at each place. */
export interface DynamicItems {
  /** Evaluates the expressions of an item at a place. */
  take(step: Step, at: At): void;
  /** The item as it is at a place: `dynamic` is empty. The same object until its text, its choices or its limits change. */
  itemAt(item: Item, key: string, instance: Instance | undefined): Item;
  /** The same item without its limits. Answers are read with it: a limit that follows from answers is a rule. */
  readableAt(item: Item, key: string, instance: Instance | undefined): Item;
  /** The broken rules at a place, with those about an answer that is no longer offered, or outside the limits. */
  withOwn(key: string, broken: readonly Constraint[] | undefined): readonly Constraint[] | undefined;
}

/** What the expressions of an item give at a place. */
interface Result extends Offers, Limits {
  text?: string | undefined;
}

interface Shown {
  result: Result;
  from: Pick<Instance, 'answer' | 'rejected'>;
  content: string;
  item: Item;
  readable: Item;
  broken: Constraint | undefined;
}

/** The rule that an answer breaks when it is no longer offered. */
const NO_LONGER_OFFERED: Constraint = Object.freeze({ id: 'no-longer-offered', severity: 'warning', expression: '', language: '' });
const NONE = Object.freeze({});
const NO_RULES: readonly Constraint[] = Object.freeze([]);

export function createDynamicItems({ instrument, index }: SheetParts, { view, graph, report }: Tools): DynamicItems {
  const results = new Map<string, Result>();
  const shown = new Map<string, Shown>();
  const joined = new WeakMap<readonly Constraint[], Map<Constraint, readonly Constraint[]>>();

  const choicesOf = (item: Item): readonly Choice[] => optionsOf(instrument, item) as readonly unknown[] as readonly Choice[];

  const resultAt = (step: Step, at: At): Result => {
    const { item } = step.indexed;
    const { text, choices, toggles = [], min, max } = item.dynamic!;
    const valuesOf = (expression: Expression): readonly unknown[] | undefined => {
      const prepared = step.expressions.get(expression);
      const result = prepared && evaluate(prepared, { step, at, view, graph });
      if (result?.ok === false) report(step, 'evaluable', result.reason);
      return result?.ok ? result.values : undefined;
    };
    const [words] = (text && valuesOf(text)) ?? [];
    const found = choices && valuesOf(choices);
    const own = new Set(choices ? choicesOf(item).map(({ code }) => code) : []);
    const usable = (value: unknown): value is Offer => (isOwnWords(value) ? !isBlank(value.words) : own.has(value as string));
    if (found && !found.every(usable)) report(step, 'evaluable', 'with choices as its results');
    const on = new Set<string>();
    const listed = new Set(toggles.flatMap(({ choices }) => choices));
    for (const toggle of toggles) {
      const values = valuesOf(toggle);
      // A person must not lose a choice because of a mistake in an expression.
      if (!values || values[0] === true) for (const code of toggle.choices) on.add(code);
    }
    const limitOf = (expression: Expression | undefined): Value | undefined => {
      const [limit] = (expression && valuesOf(expression)) ?? [];
      if (limit === undefined || isLimit(item, limit)) return limit;
      report(step, 'evaluable', 'with a limit of its item as its result');
      return undefined;
    };
    const limits = { min: limitOf(min), max: limitOf(max) };
    const isPossible = areInOrder(limits);
    if (!isPossible) report(step, 'evaluable', 'with limits in order as its results');
    return {
      ...(isPossible && limits),
      text: typeof words === 'string' && words.trim() ? words : undefined,
      choices: found ? distinct(found.filter(usable)).slice(0, most.choices) : choices && !own.size ? 'open' : undefined,
      off: new Set([...listed].filter((code) => !on.has(code))),
    };
  };

  const shownAt = (item: Item, key: string, instance: Instance | undefined, result: Result): Shown => {
    const { answer, rejected } = instance ?? {};
    const before = shown.get(key);
    if (before && before.result === result && before.from.answer === answer && before.from.rejected === rejected) return before;
    const given = answer?.state === 'answered' ? answer.values : (rejected?.given ?? []).filter((one) => !isOwnWords(one) || rejected!.problem.code !== 'one-of-its-choices');
    const { dynamic } = item;
    const choices = (dynamic!.choices ?? dynamic!.toggles) && offeredChoices(item, choicesOf(item), { offers: result, given });
    const isOpen = result.choices === 'open' && !(item as ChoiceItem).open;
    const { text, min, max } = result;
    const content = JSON.stringify([text, choices, isOpen, min, max]);
    const { scale, markup, ...rest } = item as ChoiceItem;
    const isSame = before?.content === content;
    const readable =
      isSame ? before.readable
      : (Object.freeze({
          ...rest,
          dynamic: NONE,
          ...(scale !== undefined && !choices && { scale }),
          ...(text !== undefined ? { text } : markup && { markup }),
          ...(choices && { choices }),
          ...(isOpen && { open: true as const }),
        }) as Item);
    const hasLimits = min !== undefined || max !== undefined;
    const isFree = !item.readOnly && !index.get(item.id)!.hidden;
    return {
      result,
      from: { answer, rejected } as Shown['from'],
      content,
      readable,
      item: isSame ? before.item : hasLimits ? (Object.freeze({ ...readable, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }) as Item) : readable,
      broken:
        !isFree ? undefined
        : choices?.some((one) => one.isGone) ? NO_LONGER_OFFERED
        : brokenLimit(item, result, answer?.state === 'answered' ? answer.values : []),
    };
  };

  const at = (item: Item, key: string, instance: Instance | undefined): Shown | undefined => {
    const result = item.dynamic && results.get(key);
    if (!result) return undefined;
    const now = shownAt(item, key, instance, result);
    shown.set(key, now);
    return now;
  };

  return {
    take: (step, at) => {
      if (view.isAsked(step.indexed, at)) results.set(keyOf(step.indexed.item.id, at), resultAt(step, at));
    },
    itemAt: (item, key, instance) => at(item, key, instance)?.item ?? item,
    readableAt: (item, key, instance) => at(item, key, instance)?.readable ?? item,
    withOwn: (key, broken = NO_RULES) => {
      const own = shown.get(key)?.broken;
      if (!own) return broken === NO_RULES ? undefined : broken;
      const lists = joined.get(broken) ?? new Map<Constraint, readonly Constraint[]>();
      joined.set(broken, lists);
      const list = lists.get(own) ?? Object.freeze([...broken, own]);
      lists.set(own, list);
      return list;
    },
  };
}

const distinct = (values: readonly Offer[]): Offer[] => [...new Map(values.map((one) => [answerKey(one), one])).values()];
