import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { viewOf } from '../items/parts.ts';

/** What is missing or wrong at an item, for the person: what to do, not what they did. */
export const problemText = ({ item, rejected }: Instance, { parts, words }: ItemContext): string =>
  viewOf(item, parts)?.problem?.(item, words, rejected?.problem.code) ?? words.errorMissing;
