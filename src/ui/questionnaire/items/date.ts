import type { DateItem } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { day } from '../../text/format.ts';
import { dateMessages } from '../../text/locales/en/items.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

export const date: ItemTypeView<DateItem> = {
  commitsLate: true,
  isSegmented: true,
  messages: dateMessages,
  styles: fieldStyles,
  make: makeTyped(() => ({ control: inputOf({ type: 'date' }) })),
  say: (value, t) => day(t, String(value)),
  problem: (_, t) => t('errorDate'),
};
