import type { Condition, Instrument } from '../instrument/instrument.ts';
import { type IndexedItem, type ItemIndex, keyOf } from '../instrument/item-index.ts';
import type { Answer } from '../record/response.ts';
import { fitsIn } from './comparison.ts';

/** Whether an item is asked in the repetition `at`. Indexes in `at` beyond the depth of the item are ignored. */
export type Visibility = (indexed: IndexedItem, at: readonly number[]) => boolean;

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
 * It knows neither `over` nor expressions: an item with an expression is asked. `createDerivation` knows both.
 *
 * A chain of conditions can be as long as the form, so there is no recursion from one item to another. A valid definition
 * has no circular conditions, but they would end too.
 */
export function createVisibility(
  instrument: Instrument,
  index: ItemIndex,
  answerAt: (key: string) => Answer | undefined,
): Visibility {
  const fits = fitsIn(instrument);
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
    const indexed = 'item' in when ? index.get(when.item) : undefined;
    return indexed && isInScope(indexed, owner.indexed) ? conditionsOf(indexed, owner.at) : [];
  };

  const holds = (when: Condition, owner: Conditional): boolean => {
    if ('all' in when) return when.all.every((part) => holds(part, owner));
    if ('any' in when) return when.any.some((part) => holds(part, owner));
    if ('expression' in when) return true;
    const indexed = index.get(when.item);
    return fits(indexed?.item, indexed && answerFor(indexed, owner), when);
  };

  // An item outside the scope can have several answers, so it counts as unanswered.
  const answerFor = (indexed: IndexedItem, { indexed: owner, at }: Conditional): Answer | undefined =>
    isInScope(indexed, owner) && conditionsOf(indexed, at).every(({ key }) => results.get(key))
      ? answerAt(keyOf(indexed.item.id, at.slice(0, indexed.groups.length)))
      : undefined;

  return isAsked;
}

/** Whether the owner of a condition is inside everything that repeats around an item, so that the item has one place for it. */
export const isInScope = ({ groups }: IndexedItem, owner: IndexedItem): boolean =>
  groups.every((group, i) => group === owner.groups[i]);
