import type { ItemCommon } from './item-common.ts';
import type { FieldShapes, ItemShape, ItemType } from './item-type.ts';

/** A heading over items. */
export interface Group extends ItemCommon {
  type: 'group';
  /** A person can open and close it. The value is its state at the start. */
  collapsible?: 'open' | 'closed';
}

export const group: ItemType<Group> = { role: 'section' };

export const repeatsFields: FieldShapes = { 'min?': 'count', 'max?': 'count', 'add?': 'text' };

export const groupShape: ItemShape<Group> = {
  fields: { 'repeats?': repeatsFields },
  check: ({ items }, { must, path }) => must(items, `${path}.items`, 'there'),
};
