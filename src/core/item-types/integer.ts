import type { ItemCommon } from './item-common.ts';
import { limitsRise, outside, weighNumber, type ItemShape, type ItemType } from './item-type.ts';

/** A whole number, which is written. */
export interface IntegerItem extends ItemCommon {
  type: 'integer';
  min?: number;
  max?: number;
  unit?: string;
}

export const integer: ItemType<IntegerItem> = {
  role: 'question',
  holds: 'number',
  faultOf: (item, value) => (Number.isSafeInteger(value) ? outside(item, value as number) : 'of-its-type'),
  weigh: weighNumber,
};

export const integerShape: ItemShape<IntegerItem> = {
  fields: ({ number, text }) => ({ 'min?': number, 'max?': number, 'unit?': text }),
  check: limitsRise,
};
