import type { Item } from './instrument.ts';
import { typeOf } from '../item-types/index.ts';
import type { Must } from '../item-types/item-type.ts';
import { limits } from '../plain-data/limits.ts';

/** Checks how often an item is there. */
export function checkRepeats(item: Item, path: string, must: Must): void {
  const { repeats } = item;
  if (!repeats) return;
  const { min = 0, max = Infinity } = repeats;
  must(typeOf(item).role !== 'note', `${path}.repeats`, 'for-groups-and-questions');
  must(max > 0 && min <= max, `${path}.repeats`, 'in-order');
  const isWithin = Math.max(min, repeats.max ?? 0) <= limits.repetitions;
  must(isWithin, `${path}.repeats`, 'within-the-limit', `of ${limits.repetitions} repetitions`);
}
