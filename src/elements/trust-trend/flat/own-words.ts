// Stands in for ../own-words.ts in the trend's own file, whose forms have no words for the person.
import type { ownWords as full } from '../own-words.ts';

/** Throws where the instrument has any: that file must be built without the stand-in. */
export const ownWords: typeof full = ({ id, result }) => {
  if (result) throw new Error(`${id} has words`);
  return undefined;
};
