import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** Yes or no. */
export interface BooleanItem extends ItemCommon {
  type: 'boolean';
}

export const boolean: ItemType<BooleanItem> = {
  options: () => [{ code: true }, { code: false }],
  faultOf: (_, value) => (typeof value === 'boolean' ? undefined : 'of-its-type'),
};

export const booleanShape: ItemShape<BooleanItem> = { fields: {} };
