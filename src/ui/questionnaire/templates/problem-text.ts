import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { typeViewOf } from '../items/item-support.ts';

/** The message about the error of an item, for the person. It says what to do. */
export const problemText = ({ item, rejected }: Instance, { itemSupport, words }: ItemContext): string =>
  typeViewOf(item, itemSupport)?.problem?.(item, words, rejected?.problem.code) ?? words.errorMissing;
