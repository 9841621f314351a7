import type { Condition, Instrument, Item, Value } from '../instrument/instrument.ts';
import { optionsOf } from '../instrument/value.ts';
import type { Answer } from '../record/response.ts';

/** A condition on one item. */
export type ItemCondition = Extract<Condition, { item: string }>;

type Comparison = Exclude<Extract<ItemCondition, { op: string }>, { op: 'exists' }>;

/** How the values of answers are compared with those of conditions. */
export interface Comparing {
  /** Undefined if it cannot be decided. */
  isSame(item: Item, answer: Value, value: Value): boolean | undefined;
  /** Below 0, 0 or above 0. Undefined if the values have no order. */
  order(item: Item, answer: Value | undefined, limit: Value | undefined): number | undefined;
}

/** Compares plain values. */
const plainly: Comparing = {
  isSame: (_, a, b) => a === b,
  order: (_, a, b) => (typeof a !== typeof b ? undefined : a! < b! ? -1 : a! > b! ? 1 : 0),
};

/** Whether the answers to an item fit a condition on it. Without an answer, the item is unanswered. */
export const fitsIn =
  (instrument: Instrument, { isSame, order }: Comparing = plainly) =>
  (item: Item | undefined, answer: Answer | undefined, condition: ItemCondition): boolean => {
    if ('is' in condition) return (answer?.state ?? 'unanswered') === condition.is;
    const isAnswered = answer?.state === 'answered';
    if (condition.op === 'exists') return isAnswered === condition.value;
    return isAnswered && compares(item!, answer.values, condition);

    /**
     * Compares an answer with a value. If the answer has several values, one that fits is enough; for `!=` all must be different.
     * Choices are equal if their codes are equal. For an order they are compared by weight.
     */
    function compares(item: Item, values: readonly Value[], { op, value }: Comparison): boolean {
      if (op === '=') return values.some((one) => isSame(item, one, value));
      if (op === '!=') return values.every((one) => isSame(item, one, value) === false);
      const options = optionsOf(instrument, item);
      const weightOf = (value: Value): Value | undefined =>
        options.length && typeof value === 'string' ? options.find(({ code }) => code === value)?.value : value;
      const limit = weightOf(value);
      return values.some((value) => {
        // Every comparison with undefined fails.
        const place = order(item, weightOf(value), limit)!;
        if (op === '>') return place > 0;
        if (op === '<') return place < 0;
        return op === '>=' ? place >= 0 : place <= 0;
      });
    }
  };
