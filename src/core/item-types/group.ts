import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A heading over items. */
export interface Group extends ItemCommon {
  type: 'group';
}

export const group: ItemType<Group> = { role: 'section' };

export const groupShape: ItemShape<Group> = {
  fields: {},
  check: ({ items }, { must, path }) => must(items, `${path}.items`, 'there'),
};
