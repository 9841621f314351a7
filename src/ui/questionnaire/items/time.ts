import { fill } from '../../../core/plain-data/fill.ts';
import type { TimeItem } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { timeWords } from '../../text/item-words.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

export const time: ItemTypeView<TimeItem> = {
  commitsLate: true,
  isSegmented: true,
  words: timeWords,
  styles: fieldStyles,
  make: makeTyped<TimeItem>(({ min, max, seconds }) => ({
    control: inputOf({ type: 'time', min, max, step: seconds ? 1 : undefined }),
  })),
  // A browser may omit seconds that are zero.
  read: ({ value }, { seconds }) => (seconds && value.length === 5 ? `${value}:00` : value),
  problem: ({ min, max }, words) => {
    if (!min && !max) return words.errorTime;
    if (!min) return fill(words.errorTimeUpTo, { max: max! });
    return max ? fill(words.errorTimeBetween, { min, max }) : fill(words.errorTimeFrom, { min });
  },
};
