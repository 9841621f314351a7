import type { DateItem } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { dateWords } from '../../text/item-words.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

export const date: ItemTypeView<DateItem> = {
  commitsLate: true,
  isSegmented: true,
  words: dateWords,
  styles: fieldStyles,
  make: makeTyped(() => ({ control: inputOf({ type: 'date' }) })),
  problem: (_, words) => words.errorDate,
};
