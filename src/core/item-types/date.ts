import { isDay } from '../iso-date.ts';
import { is } from '../shape.ts';
import type { ItemCommon } from './item-common.ts';
import { outside, type ItemShape, type ItemType } from './item-type.ts';

/** A day, as `YYYY-MM-DD`. */
export interface DateItem extends ItemCommon {
  type: 'date';
  min?: string;
  max?: string;
}

export const date: ItemType<DateItem> = {
  faultOf: (item, value) => (typeof value === 'string' && isDay(value) ? outside(item, value) : 'of-its-type'),
};

const isDate = /* @__PURE__ */ is('date', (value) => typeof value === 'string' && isDay(value), 'YYYY-MM-DD');

export const dateShape: ItemShape<DateItem> = {
  fields: { 'min?': isDate, 'max?': isDate },
};
