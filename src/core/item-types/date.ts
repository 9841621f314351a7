import { isDay } from '../iso-date.ts';
import { is } from '../shape.ts';
import type { ItemCommon } from './item-common.ts';
import { limitsRise, outside, type ItemShape, type ItemType } from './item-type.ts';

/** A day, as `YYYY-MM-DD`. */
export interface DateItem extends ItemCommon {
  type: 'date';
  min?: string;
  max?: string;
}

export const date: ItemType<DateItem> = {
  role: 'question',
  faultOf: (item, value) => (typeof value === 'string' && isDay(value) ? outside(item, value) : 'of-its-type'),
};

export const dateShape: ItemShape<DateItem> = {
  fields: () => {
    const day = is('date', (value) => typeof value === 'string' && isDay(value), 'YYYY-MM-DD');
    return { 'min?': day, 'max?': day };
  },
  check: limitsRise,
};
