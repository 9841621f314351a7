import type { ItemCommon } from './item-common.ts';
import { numberType, type ItemShape, type ItemType } from './item-type.ts';

/** A number that the person types. */
export interface DecimalItem extends ItemCommon {
  type: 'decimal';
  min?: number;
  max?: number;
  unit?: string;
}

export const decimal: ItemType<DecimalItem> = /* @__PURE__ */ numberType(Number.isFinite);

export const decimalShape: ItemShape<DecimalItem> = {
  fields: { 'min?': 'number', 'max?': 'number', 'unit?': 'text' },
};
