import { limits } from '../plain-data/limits.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A heading over items. With `repeats`, the group has `min` to `max` repetitions. */
export interface Group extends ItemCommon {
  type: 'group';
  repeats?: {
    min?: number;
    max?: number;
    /** The text of the button that adds a repetition. Without it, only the host adds repetitions. */
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
