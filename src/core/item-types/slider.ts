import type { ItemCommon } from './item-common.ts';
import { numberType, type ItemShape, type ItemType } from './item-type.ts';

/** Words for one number of a slider. */
export interface SliderLabel {
  value: number;
  text: string;
}

/** A number from `min` to `max` on a line, with words at both ends. Nothing is answered until the person chooses. */
export interface SliderItem extends ItemCommon {
  type: 'slider';
  min: number;
  max: number;
  /** From one possible number to the next; 1 where it is not given. `max` must be a whole number of steps from `min`. */
  step?: number;
  minText: string;
  maxText: string;
  /** Words for single numbers, which are shown with them. */
  labels?: SliderLabel[];
  /** A high number speaks against what the scale measures. */
  reverse?: boolean;
}

/** Whether a number is a whole number of steps from the lowest one. The steps of decimals do not add up exactly. */
const isOnStep = ({ min, step = 1 }: SliderItem, value: number): boolean => {
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
};

export const slider: ItemType<SliderItem> = {
  .../* @__PURE__ */ numberType(Number.isFinite),
  faultOf: (item, value: number) => (isOnStep(item, value) ? undefined : 'on-a-step'),
  say: ({ labels }, value) => {
    const label = labels?.find((one) => one.value === value);
    return label && `${value}, ${label.text}`;
  },
};

export const sliderShape: ItemShape<SliderItem> = {
  fields: {
    min: 'number',
    max: 'number',
    'step?': 'positive',
    minText: 'text',
    maxText: 'text',
    'labels?': 'labels',
    'reverse?': 'flag',
  },
  check: (item, { must, path }) => {
    const { labels = [], min, max } = item;
    must(isOnStep(item, max), `${path}.max`, 'whole-steps-from-min');
    labels.forEach(({ value }, i) => {
      const isFirst = labels.findIndex((one) => one.value === value) === i;
      const isPossible = value >= min && value <= max && isOnStep(item, value);
      must(isFirst && isPossible, `${path}.labels[${i}].value`, 'a-possible-number-once');
    });
  },
};
