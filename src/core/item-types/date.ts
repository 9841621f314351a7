import { isDay } from '../plain-data/iso-date.ts';
import { is } from '../plain-data/shape.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A day in the form `YYYY-MM-DD`. */
export interface DateItem extends ItemCommon {
  type: 'date';
  min?: string;
  max?: string;
}

const isDate = (value: unknown): boolean => typeof value === 'string' && isDay(value);

export const date: ItemType<DateItem> = {
  isValue: isDate,
};

const day = /* @__PURE__ */ is('date', isDate, 'YYYY-MM-DD');

export const dateShape: ItemShape<DateItem> = {
  fields: { 'min?': day, 'max?': day },
};
