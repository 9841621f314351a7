import { is } from '../plain-data/shape.ts';
import type { ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A time of day: `HH:MM`, or `HH:MM:SS` with `seconds`. */
export interface TimeItem extends ItemCommon {
  type: 'time';
  /** `min` and `max` have the same form as the answers. */
  min?: string;
  max?: string;
  seconds?: boolean;
}

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^([01]\d|2[0-3])(:[0-5]\d){1,2}$/.test(value);
const lengthOf = ({ seconds }: TimeItem): number => (seconds ? 8 : 5);

export const time: ItemType<TimeItem> = {
  isValue: (value, item) => isTime(value) && value.length === lengthOf(item),
};

const isTimeField = /* @__PURE__ */ is('time', isTime, 'HH:MM or HH:MM:SS');

export const timeShape: ItemShape<TimeItem> = {
  fields: { 'min?': isTimeField, 'max?': isTimeField, 'seconds?': 'flag' },
  check: (item, { must, path }) => {
    for (const name of ['min', 'max'] as const) {
      const limit = item[name];
      must(!limit || limit.length === lengthOf(item), `${path}.${name}`, 'written-like-the-answers');
    }
  },
};
