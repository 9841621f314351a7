import type { ItemCommon } from './item-common.ts';
import { limitsRise, outside, weighNumber, type ItemShape, type ItemType } from './item-type.ts';

/** Whole numbers from `min` to `max` (0 to 10) as a row of radios, with words at both ends. */
export interface RatingItem extends ItemCommon {
  type: 'rating';
  min: number;
  max: number;
  minText: string;
  maxText: string;
  /** A high number speaks against what the scale measures. */
  reverse?: boolean;
}

export const rating: ItemType<RatingItem> = {
  role: 'question',
  holds: 'number',
  options: ({ min, max }) =>
    Array.from({ length: max - min + 1 }, (_, i) => {
      const value = min + i;
      return { code: value, text: `${value}`, value };
    }),
  faultOf: (item, value) => (Number.isSafeInteger(value) ? outside(item, value as number) : 'of-its-type'),
  weigh: weighNumber,
};

export const ratingShape: ItemShape<RatingItem> = {
  fields: ({ count, text, flag }) => ({ min: count, max: count, minText: text, maxText: text, 'reverse?': flag }),
  check: limitsRise,
};
