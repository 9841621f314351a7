import { readFieldValues } from '../instrument/field-values.ts';
import { nested, nestedSheet, type FullStructure, type SheetStructure } from './structure.ts';

// For any instrument, also one that was made from a form of another system. Widgets with an instrument of their own do not load this
// code (docs/decisions/0027).

/** For responses to any instrument. */
export const fullSheet: SheetStructure = /* @__PURE__ */ Object.assign({}, nestedSheet, { readValues: readFieldValues });

/** For sessions of any instrument. */
export const full: FullStructure = /* @__PURE__ */ Object.assign({}, nested, {
  readValues: readFieldValues,
  supports: () => true,
  isFull: true as const,
});
