import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { typeViewOf } from '../items/item-support.ts';

/** What is missing or wrong at an item, for the person: what to do, not what they did. */
export const problemText = ({ item, rejected }: Instance, { itemSupport, words }: ItemContext): string =>
  typeViewOf(item, parts)?.problem?.(item, words, rejected?.problem.code) ?? words.errorMissing;
