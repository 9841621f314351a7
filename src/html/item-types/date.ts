import type { DateItem } from '../../core/instrument/instrument.ts';
import type { ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';

export const dateEntries: ItemTypeEntries<DateItem> = {
  read: (texts) => texts.map((text) => text.trim()),
};

export const dateMarkup: ItemTypeMarkup<DateItem> = {
  order: 'moments',
  field: ({ min, max }, { input }) => input({ type: 'date', min, max, placeholder: 'YYYY-MM-DD' }),
  problem: (_, __, words) => words('errorDate'),
};
