import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** Yes or no. */
export interface BooleanItem extends ItemCommon {
  type: 'boolean';
}

export const boolean: ItemType<BooleanItem> = {
  options: () => [{ code: true }, { code: false }],
  isValue: (value) => typeof value === 'boolean',
};

export const booleanShape: ItemShape<BooleanItem> = { fields: {} };
