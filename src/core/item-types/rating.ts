import { limits } from '../plain-data/limits.ts';
import type { ItemCommon } from './item-common.ts';
import { numberType, type ItemShape, type ItemType } from './item-type.ts';

/** A row of whole numbers from `min` to `max`, such as 0 to 10, with words at both ends. */
export interface RatingItem extends ItemCommon {
  type: 'rating';
  min: number;
  max: number;
  minText: string;
  maxText: string;
  /** A high number means less of what the scale measures. */
  reverse?: boolean;
}

export const rating: ItemType<RatingItem> = {
  .../* @__PURE__ */ numberType(Number.isSafeInteger),
  options: ({ min, max }) =>
    Array.from({ length: max - min + 1 }, (_, i) => {
      const value = min + i;
      return { code: value, text: `${value}`, value };
    }),
};

const optionCount = ({ min, max }: RatingItem): number => max - min + 1;

export const ratingShape: ItemShape<RatingItem> = {
  fields: { min: 'count', max: 'count', minText: 'text', maxText: 'text', 'reverse?': 'flag' },
  optionCount,
  check: (item, { must, path }) =>
    must(optionCount(item) <= limits.ratingValues, path, 'within-the-limit', `of ${limits.ratingValues} values`),
};
