import type { TimeItem } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { timeMessages } from '../../text/locales/en/items.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

export const time: ItemTypeView<TimeItem> = {
  commitsLate: true,
  isSegmented: true,
  messages: timeMessages,
  styles: fieldStyles,
  make: makeTyped<TimeItem>(({ min, max, seconds }) => ({
    control: inputOf({ type: 'time', min, max, step: seconds ? 1 : undefined }),
  })),
  // A browser may omit seconds that are zero.
  read: ({ value }, { seconds }) => (seconds && value.length === 5 ? `${value}:00` : value),
  problem: ({ min, max }, t) => {
    if (!min && !max) return t('errorTime');
    if (!min) return t('errorTimeUpTo', { max: max! });
    return max ? t('errorTimeBetween', { min, max }) : t('errorTimeFrom', { min });
  },
};
