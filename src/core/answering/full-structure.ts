import { compareValues, isSameValue } from '../item-types/compare-values.ts';
import { settledValue } from '../item-types/object-value.ts';
import type { Value } from '../instrument/instrument.ts';
import { readFieldValues } from '../instrument/field-values.ts';
import { createVisibility } from './visibility.ts';
import { nested, nestedSheet, type FullStructure, type SheetStructure } from './structure.ts';

// For any instrument, also one that was made from a form of another system. Widgets with an instrument of their own do not load this
// code (docs/decisions/0027).

const createFullVisibility: SheetStructure['createVisibility'] = (instrument, index, answerAt) =>
  createVisibility(instrument, index, answerAt, { isSame: isSameValue, order: compareValues });

const all = {
  createVisibility: createFullVisibility,
  readValues: readFieldValues,
  settle: (values: readonly Value[]) => values.map(settledValue),
};

/** For responses to any instrument. */
export const fullSheet: SheetStructure = /* @__PURE__ */ Object.assign({}, nestedSheet, all);

/** For sessions of any instrument. */
export const full: FullStructure = /* @__PURE__ */ Object.assign({}, nested, all, {
  supports: () => true,
  isFull: true as const,
});
