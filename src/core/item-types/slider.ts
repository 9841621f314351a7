import type { ItemCommon } from './item-common.ts';
import { numberType, type ItemShape, type ItemType } from './item-type.ts';

/** A text for one number of a slider. */
export interface SliderLabel {
  value: number;
  text: string;
}

/** A number from `min` to `max` on a line, with words at both ends. It has no answer until the person chooses one. */
export interface SliderItem extends ItemCommon {
  type: 'slider';
  min: number;
  max: number;
  /** The distance between possible numbers. The default is 1. `max` must be a whole number of steps from `min`. */
  step?: number;
  minText: string;
  maxText: string;
  /** Shown after each number. */
  unit?: string;
  /** Texts for some of the numbers, shown with them. */
  labels?: SliderLabel[];
  /** A high number means less of what the scale measures. */
  reverse?: boolean;
}

/** Whether a number is a whole number of steps from `min`. Decimal steps have rounding errors, so this allows for them. */
const isOnStep = ({ min, step = 1 }: SliderItem, value: number): boolean => {
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
};

export const slider: ItemType<SliderItem> = {
  .../* @__PURE__ */ numberType(Number.isFinite),
  faultOf: (item, value: number) => (isOnStep(item, value) ? undefined : 'on-a-step'),
  valueText: ({ labels, unit }, value) => {
    const label = labels?.find((label) => label.value === value);
    const number = unit ? `${value} ${unit}` : `${value}`;
    return label ? `${number}, ${label.text}` : number;
  },
};

export const sliderShape: ItemShape<SliderItem> = {
  fields: {
    min: 'number',
    max: 'number',
    'step?': 'positive',
    minText: 'text',
    maxText: 'text',
    'unit?': 'text',
    'labels?': [{ value: 'number', text: 'title' }],
    'reverse?': 'flag',
  },
  check: (item, { must, path }) => {
    const { labels = [], min, max } = item;
    must(isOnStep(item, max), `${path}.max`, 'whole-steps-from-min');
    labels.forEach(({ value }, i) => {
      const isFirst = labels.findIndex((label) => label.value === value) === i;
      const isPossible = value >= min && value <= max && isOnStep(item, value);
      must(isFirst && isPossible, `${path}.labels[${i}].value`, 'a-possible-number-once');
    });
  },
};
