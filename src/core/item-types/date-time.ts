import { isMoment } from '../plain-data/iso-date.ts';
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

/** The same moment with seconds. */
export const withSeconds = (moment: string): string => moment.replace(/^(.{16})(?!:)/, '$1:00');

const isDateTime = (value: unknown): boolean => typeof value === 'string' && isMoment(withSeconds(value));

const compare = (a: unknown, b: unknown): number => Date.parse(a as string) - Date.parse(b as string);

export const dateTime: ItemType<DateTimeItem> = { isValue: isDateTime, compare };

const moment = /* @__PURE__ */ is('moment', isDateTime, 'in ISO 8601 with offset');

export const dateTimeShape: ItemShape<DateTimeItem> = { fields: { 'min?': moment, 'max?': moment } };
