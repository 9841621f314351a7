import { isMoment, withSeconds } from '../plain-data/iso-date.ts';
import { is } from '../plain-data/shape.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A day and a time with an offset from UTC: `2026-11-29T10:00:00+01:00`. The seconds may be left out. */
export interface DateTimeItem extends ItemCommon {
  type: 'dateTime';
  /** `min` and `max` have the form of an answer. They are compared as instants. */
  min?: string;
  max?: string;
}

const isDateTime = (value: unknown): boolean => typeof value === 'string' && isMoment(withSeconds(value));

export const dateTime: ItemType<DateTimeItem> = { isValue: isDateTime };

const moment = /* @__PURE__ */ is('moment', isDateTime, 'in ISO 8601 with offset');

export const dateTimeShape: ItemShape<DateTimeItem> = {
  fields: { 'min?': moment, 'max?': moment },
  isInOrder: (min, max) => Date.parse(min as string) < Date.parse(max as string),
};
