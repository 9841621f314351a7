import { fill } from '../../../core/plain-data/fill.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { optionsFor } from '../items/options.ts';
import { typeViewOf } from '../items/item-support.ts';

/** The message about the error of an item, for the person. It says what to do, and how to leave the item out. */
export function problemText({ item, rejected }: Instance, context: ItemContext): string {
  const { itemSupport, words } = context;
  const problem = typeViewOf(item, itemSupport)?.problem?.(item, words, rejected?.problem.code);
  if (problem) return problem;
  const wayOut = optionsFor(item, context).find(({ absent }) => absent);
  return wayOut ? fill(words.errorMissingOr, { option: wayOut.text }) : words.errorMissing;
}
