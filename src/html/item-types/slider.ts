import type { SliderItem } from '../../core/instrument/instrument.ts';
import { markup } from '../markup.ts';
import { readDecimals } from './decimal.ts';
import { endsOf } from './ends.ts';
import type { ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';
import { limitsText, numberText } from './number-text.ts';

const MOST_IN_A_LIST = 21;

/** The numbers of a slider, if they are few enough for a list. */
function sliderNumbers({ min, max, step = 1 }: SliderItem): number[] | undefined {
  const count = Math.round((max - min) / step) + 1;
  // Sums of decimal steps are not exact.
  return count <= MOST_IN_A_LIST ? Array.from({ length: count }, (_, i) => +(min + i * step).toFixed(9)) : undefined;
}

const labelOf = ({ labels = [], unit }: SliderItem, value: number): string => {
  const label = labels.find((one) => one.value === value);
  const number = unit ? `${value} ${unit}` : String(value);
  return label ? `${number} (${label.text})` : number;
};

export const sliderEntries: ItemTypeEntries<SliderItem> = {
  isList: (item) => !!sliderNumbers(item),
  read: readDecimals,
};

export const sliderMarkup: ItemTypeMarkup<SliderItem> = {
  isPicked: true,
  hasEnds: true,
  options: (item) => (sliderNumbers(item) ?? []).map((number) => ({ value: String(number), text: labelOf(item, number) })),
  field: (item, { input, id }) => markup`${input({ type: 'text', inputmode: 'decimal' })} ${item.unit}${endsOf(item, id)}`,
  note: (item, { words }) => limitsText('errorNumber', item, words),
  problem: (item, _, words) => (sliderNumbers(item) ? words('errorMissing') : numberText('errorNumber', item, words)),
};
