import type { ItemCommon } from './item-common.ts';
import { limitsRise, outside, weighNumber, type ItemShape, type ItemType } from './item-type.ts';

/** A number, which is written. */
export interface DecimalItem extends ItemCommon {
  type: 'decimal';
  min?: number;
  max?: number;
  unit?: string;
}

export const decimal: ItemType<DecimalItem> = {
  role: 'question',
  holds: 'number',
  faultOf: (item, value) => (Number.isFinite(value) ? outside(item, value as number) : 'of-its-type'),
  weigh: weighNumber,
};

export const decimalShape: ItemShape<DecimalItem> = {
  fields: ({ number, text }) => ({ 'min?': number, 'max?': number, 'unit?': text }),
  check: limitsRise,
};
