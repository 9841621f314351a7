// Stands in for ../repeats.ts in a file whose instruments are flat.
import { isQuestion } from '../item-types/index.ts';
import type { createRepeats as full } from '../repeats.ts';

/** Throws where the instrument is not flat: that file must be built without the stand-ins. */
export const createRepeats: typeof full = (index) => {
  for (const { item } of index.values()) if (item.when || !isQuestion(item)) throw new Error(`${item.id} is not flat`);
  return {
    each: (_, around, visit) => visit(around),
    isThere: (_, at) => !at.length,
    open: (_, at) => !at.length,
    add: () => false,
    remove: () => false,
  };
};
