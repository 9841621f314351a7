import { readFieldValues } from '../instrument/field-values.ts';
import { keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { settledValue } from '../item-types/object-value.ts';
import { createDerivation } from './derivation.ts';
import { mayOpen, pageToContinue } from './entry-order.ts';
import type { Evaluator } from './evaluator.ts';
import { cutFormPages, saysPages } from './form-pages.ts';
import { createRepeats } from './repeats.ts';
import { type FullStructure, nested } from './structure.ts';

// For any instrument, also one that was made from a form of another system: all values, calculated values, expressions, values at the
// start, questions that repeat, and conditions on items in other repetitions. Widgets with an instrument of their own do not load this
// code (docs/decisions/0027, 0039).

const createFullRepeats: typeof createRepeats = (index, instances, put) => {
  // An instance has the item with the choices at its place. Values belong to the item itself.
  const repeats = createRepeats(index, instances, (item, ...others) => put(index.get(item.id)!.item, ...others));
  return {
    ...repeats,
    each: (item, around, visit) => {
      if (!item.repeats || !isQuestion(item)) return repeats.each(item, around, visit);
      const isBlank = (at: readonly number[]): boolean => {
        const { answer, rejected } = instances.get(keyOf(item.id, at)) ?? {};
        return !answer && !rejected;
      };
      /** How many blank repetitions need an answer. */
      let needed = Math.max(item.repeats.min ?? 1, 1);
      repeats.each(item, around, (at) => void (isBlank(at) || needed--));
      repeats.each(item, around, (at, permissions) => visit(at, permissions, isBlank(at) && needed-- <= 0));
    },
  };
};

/** For sessions and responses of any instrument. The evaluator is for the expressions of its definition. */
export const fullStructure = (evaluator?: Evaluator): FullStructure => ({
  ...nested,
  readValues: readFieldValues,
  settle: (values) => values.map(settledValue),
  createRepeats: createFullRepeats,
  createDerivation: (sheet) => createDerivation(sheet, evaluator),
  cutPages: cutFormPages,
  saysPages,
  mayOpen,
  pageToContinue,
  supports: () => true,
  isFull: true,
});

/** Without an evaluator. */
export const full: FullStructure = /* @__PURE__ */ fullStructure();
