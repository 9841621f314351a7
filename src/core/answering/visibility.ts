import type { Condition, Instrument, Item, Value } from '../instrument/instrument.ts';
import { type IndexedItem, type ItemIndex, keyOf } from '../instrument/item-index.ts';
import type { Answer } from '../record/response.ts';
import { optionsOf } from '../instrument/value.ts';

/** Whether an item is asked in the repetition `at`. Indexes in `at` beyond the depth of the item are ignored. */
export type Visibility = (indexed: IndexedItem, at: readonly number[]) => boolean;

type Comparison = Extract<Condition, { op: unknown }>;

/** How the values of answers are compared with those of conditions. */
export interface Comparing {
  isSame(a: Value, b: Value): boolean;
  /** Below 0, 0 or above 0. Undefined if the values have no order. */
  order(a: Value | undefined, b: Value | undefined): number | undefined;
}

/** Compares plain values. */
const plainly: Comparing = {
  isSame: (a, b) => a === b,
  order: (a, b) => (typeof a !== typeof b ? undefined : a! < b! ? -1 : a! > b! ? 1 : 0),
};

/** An item with a condition, in one repetition. */
interface Conditional {
  key: string;
  indexed: IndexedItem;
  when: Condition;
  at: readonly number[];
}

/**
 * Decides which items are asked. `answerAt` returns the answer for a key.
 *
 * An item is asked if its own condition and those of all items around it hold. An item that is not asked counts as
 * unanswered in the conditions of other items.
 *
 * A chain of conditions can be as long as the form, so there is no recursion from one item to another. A valid definition
 * has no circular conditions, but they would end too.
 */
export function createVisibility(
  instrument: Instrument,
  index: ItemIndex,
  answerAt: (key: string) => Answer | undefined,
  { isSame, order }: Comparing = plainly,
): Visibility {
  /** Whether the own condition of an item holds, by key. False while it is being evaluated. */
  const results = new Map<string, boolean>();

  /** The conditions that decide directly whether an item is asked: its own and those of the items around it. */
  const conditionsOf = (indexed: IndexedItem, at: readonly number[]): Conditional[] => {
    const conditionals: Conditional[] = [];
    for (let current: IndexedItem | undefined = indexed; current; current = current.parent) {
      const { item, groups } = current;
      if (!item.when) continue;
      const ownAt = at.slice(0, groups.length);
      conditionals.push({ key: keyOf(item.id, ownAt), indexed: current, when: item.when, at: ownAt });
    }
    return conditionals;
  };

  const isAsked: Visibility = (indexed, at) =>
    conditionsOf(indexed, at).every((conditional) => {
      if (!results.has(conditional.key)) evaluate(conditional);
      return results.get(conditional.key);
    });

  /** Evaluates a condition after all conditions that it depends on. */
  const evaluate = (first: Conditional): void => {
    const stack = [first];
    for (let next = stack.at(-1); next; next = stack.at(-1)) {
      const { key, when } = next;
      if (results.has(key)) {
        results.set(key, holds(when, next));
        stack.pop();
      } else {
        results.set(key, false);
        stack.push(...dependenciesOf(when, next).filter((dependency) => !results.has(dependency.key)));
      }
    }
  };

  const dependenciesOf = (when: Condition, owner: Conditional): Conditional[] => {
    if ('all' in when) return when.all.flatMap((part) => dependenciesOf(part, owner));
    if ('any' in when) return when.any.flatMap((part) => dependenciesOf(part, owner));
    const indexed = index.get(when.item);
    return indexed && isInScope(indexed, owner.indexed) ? conditionsOf(indexed, owner.at) : [];
  };

  const holds = (when: Condition, owner: Conditional): boolean => {
    if ('all' in when) return when.all.every((part) => holds(part, owner));
    if ('any' in when) return when.any.some((part) => holds(part, owner));
    const indexed = index.get(when.item);
    const answer = indexed && answerFor(indexed, owner);
    if ('is' in when) return (answer?.state ?? 'unanswered') === when.is;
    return answer?.state === 'answered' && compares(indexed!.item, answer.values, when);
  };

  // An item outside the scope can have several answers, so it counts as unanswered.
  const answerFor = (indexed: IndexedItem, { indexed: owner, at }: Conditional): Answer | undefined =>
    isInScope(indexed, owner) && conditionsOf(indexed, at).every(({ key }) => results.get(key))
      ? answerAt(keyOf(indexed.item.id, at.slice(0, indexed.groups.length)))
      : undefined;

  /**
   * Compares an answer with a value. If the answer has several values, one that fits is enough; for `!=` none may be equal.
   * Choices are equal if their codes are equal. For an order they are compared by weight.
   */
  const compares = (item: Item, values: readonly Value[], { op, value }: Comparison): boolean => {
    const isGiven = values.some((one) => isSame(one, value));
    if (op === '=') return isGiven;
    if (op === '!=') return !isGiven;
    const options = optionsOf(instrument, item);
    const weightOf = (value: Value): Value | undefined =>
      options.length && typeof value === 'string' ? options.find(({ code }) => code === value)?.value : value;
    const limit = weightOf(value);
    return values.some((value) => {
      const place = order(weightOf(value), limit);
      if (place === undefined) return false;
      if (op === '>') return place > 0;
      if (op === '<') return place < 0;
      return op === '>=' ? place >= 0 : place <= 0;
    });
  };

  return isAsked;
}

/** Whether the owner of a condition is inside every repeating group of an item, so that the item has one place for it. */
const isInScope = ({ groups }: IndexedItem, owner: IndexedItem): boolean =>
  groups.every((group, i) => group === owner.groups[i]);
