import type { DateItem } from '../../../core/instrument/instrument.ts';
import { dateWords } from '../../text/item-words.ts';
import { dayIn } from '../../text/local-day.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

export const date: ItemTypeView<DateItem> = {
  commitsLate: true,
  isSegmented: true,
  words: dateWords,
  make: makeTyped(() => ({ control: inputOf({ type: 'date' }) })),
  say: (value, language) => dayIn(language, String(value)),
  problem: (_, words) => words.errorDate,
};
