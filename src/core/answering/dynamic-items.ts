import type { Choice, ChoiceItem, Constraint, Expression, Item } from '../instrument/instrument.ts';
import { keyOf } from '../instrument/item-index.ts';
import { optionsOf } from '../instrument/value.ts';
import { answerKey, isOwnWords } from '../item-types/object-value.ts';
import { limits } from '../plain-data/limits.ts';
import { isBlank } from '../plain-data/plain-text.ts';
import type { AnswerView } from './answer-view.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { evaluate } from './evaluate.ts';
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

/** The items whose text or choices follow from answers, as they are at each place. */
export interface DynamicItems {
  /** Evaluates the expressions of an item at a place. */
  take(step: Step, at: At): void;
  /** The item as it is at a place: `dynamic` is empty. The same object until its text or its choices change. */
  itemAt(item: Item, key: string, instance: Instance | undefined): Item;
  /** The broken rules at a place, with the one about an answer that is no longer offered. */
  withGone(key: string, broken: readonly Constraint[] | undefined): readonly Constraint[] | undefined;
}

/** What the expressions of an item give at a place. */
interface Result extends Offers {
  text?: string | undefined;
}

interface Shown {
  result: Result;
  from: Pick<Instance, 'answer' | 'rejected'>;
  content: string;
  item: Item;
  isGone: boolean;
}

/** The rule that an answer breaks when it is no longer offered. */
const NO_LONGER_OFFERED: Constraint = Object.freeze({ id: 'no-longer-offered', severity: 'warning', expression: '', language: '' });
const NONE = Object.freeze({});
const ONLY_GONE: readonly Constraint[] = Object.freeze([NO_LONGER_OFFERED]);

export function createDynamicItems({ instrument, index }: SheetParts, { view, graph, report }: Tools): DynamicItems {
  const results = new Map<string, Result>();
  const shown = new Map<string, Shown>();
  const joined = new WeakMap<readonly Constraint[], readonly Constraint[]>();

  const choicesOf = (item: Item): readonly Choice[] => optionsOf(instrument, item) as readonly unknown[] as readonly Choice[];

  const resultAt = (step: Step, at: At): Result => {
    const { item } = step.indexed;
    const { text, choices, toggles = [] } = item.dynamic!;
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
    return {
      text: typeof words === 'string' && words.trim() ? words : undefined,
      choices: found ? distinct(found.filter(usable)).slice(0, limits.choices) : choices && !own.size ? 'open' : undefined,
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
    const content = JSON.stringify([result.text, choices, isOpen]);
    const { scale, markup, ...rest } = item as ChoiceItem;
    return {
      result,
      from: { answer, rejected } as Shown['from'],
      content,
      item:
        before?.content === content ? before.item
        : Object.freeze({
            ...rest,
            dynamic: NONE,
            ...(scale !== undefined && !choices && { scale }),
            ...(result.text !== undefined ? { text: result.text } : markup && { markup }),
            ...(choices && { choices }),
            ...(isOpen && { open: true as const }),
          }) as Item,
      isGone: !!choices?.some((one) => one.isGone) && !item.readOnly && !index.get(item.id)!.hidden,
    };
  };

  return {
    take: (step, at) => {
      if (view.isAsked(step.indexed, at)) results.set(keyOf(step.indexed.item.id, at), resultAt(step, at));
    },
    itemAt: (item, key, instance) => {
      const result = item.dynamic && results.get(key);
      if (!result) return item;
      const now = shownAt(item, key, instance, result);
      shown.set(key, now);
      return now.item;
    },
    withGone: (key, broken) => {
      if (!shown.get(key)?.isGone) return broken;
      if (!broken) return ONLY_GONE;
      const both = joined.get(broken) ?? Object.freeze([...broken, NO_LONGER_OFFERED]);
      joined.set(broken, both);
      return both;
    },
  };
}

const distinct = (values: readonly Offer[]): Offer[] => [...new Map(values.map((one) => [answerKey(one), one])).values()];
