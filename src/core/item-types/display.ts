import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** Text to read. It has no answer. */
export interface DisplayItem extends ItemCommon {
  type: 'display';
  /** What the text is for. */
  category?: 'instructions' | 'security' | 'help';
}

export const display: ItemType<DisplayItem> = { role: 'note' };

export const displayShape: ItemShape<DisplayItem> = { fields: {} };
