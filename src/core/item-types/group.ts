import { limits } from '../plain-data/limits.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A heading over items. With `repeats`, the person may add it again, from `min` to `max` times. */
export interface Group extends ItemCommon {
  type: 'group';
  repeats?: {
    min?: number;
    max?: number;
    /** The words of the button that adds one. Without it the count is the host's alone. */
    add?: string;
  };
}

export const group: ItemType<Group> = { role: 'section' };

export const groupShape: ItemShape<Group> = {
  fields: { 'repeats?': { 'min?': 'count', 'max?': 'count', 'add?': 'text' } },
  check: ({ items, repeats = {} }, { must, path }) => {
    const { min = 0, max = Infinity } = repeats;
    must(items, `${path}.items`, 'there');
    must(max > 0 && min <= max, `${path}.repeats`, 'in-order');
    const isWithin = Math.max(min, repeats.max ?? 0) <= limits.repetitions;
    must(isWithin, `${path}.repeats`, 'within-the-limit', `of ${limits.repetitions} repetitions`);
  },
};
