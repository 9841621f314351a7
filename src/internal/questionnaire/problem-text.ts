import type { Instance } from '../../core/snapshot.ts';
import type { ItemContext } from './item-context.ts';
import { viewOf } from './parts.ts';

/** What is missing or wrong at an item, for the person: what to do, not what they did. */
export const problemText = ({ item, rejected }: Instance, { parts, words }: ItemContext): string =>
  viewOf(item, parts)?.problem?.(item, words, rejected?.problem.code) ?? words.errorMissing;
