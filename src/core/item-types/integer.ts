import type { ItemCommon } from './item-common.ts';
import { numberType, type ItemShape, type ItemType } from './item-type.ts';

/** A whole number that the person types. */
export interface IntegerItem extends ItemCommon {
  type: 'integer';
  min?: number;
  max?: number;
  unit?: string;
}

export const integer: ItemType<IntegerItem> = /* @__PURE__ */ numberType(Number.isSafeInteger);

export const integerShape: ItemShape<IntegerItem> = {
  fields: { 'min?': 'number', 'max?': 'number', 'unit?': 'text' },
};
