import type { Item } from '../instrument/instrument.ts';
import type { IndexedItem } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import type { Repeats } from './repeats.ts';

type At = readonly number[];

/** What repeats around an item, without the item itself. The condition of an item is evaluated once for each of these places. */
export const groupsAround = ({ item, groups }: IndexedItem): readonly Item[] => (groups.at(-1) === item ? groups.slice(0, -1) : groups);

/** The same with the item itself. Its value is calculated, and its rules are checked, once for each of these places. */
export const groupsInside = ({ item, groups }: IndexedItem): readonly Item[] => (item.repeats && !isQuestion(item) ? [...groups, item] : groups);

/** The place around an item that has or needs one index for each of `groups`. */
export const placeIn = (groups: readonly Item[], at: At): At => (at.length > groups.length ? at.slice(0, groups.length) : at);

/** Visits each existing place inside `groups` that begins with `start`. */
export function eachPlace(groups: readonly Item[], start: At, { each }: Pick<Repeats, 'each'>, visit: (at: At) => void): void {
  if (start.length >= groups.length) return visit(placeIn(groups, start));
  each(groups[start.length]!, start, (at) => eachPlace(groups, at, { each }, visit));
}

/** The part of a place that two items have in common. */
export function commonPlace(a: readonly Item[], b: readonly Item[], at: At): At {
  let depth = 0;
  while (depth < a.length && a[depth] === b[depth]) depth++;
  return at.slice(0, depth);
}
