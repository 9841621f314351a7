import type { Item, NumberItem } from '../../../core/instrument/instrument.ts';
import { numberReader } from '../../../core/plain-data/written-number.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';
import type { Table } from '../../text/catalogue.ts';

/** The differences between whole numbers and decimal numbers. */
interface NumberField {
  inputmode: string;
  /** Matches an unambiguous number. */
  shape: RegExp;
  error: 'errorWhole' | 'errorNumber';
  messages: Table;
}

/** A typed number. Text that is no number stays unchanged, as a rejected answer. It is never guessed. */
export const numberView = ({ inputmode, shape, error, messages }: NumberField): ItemTypeView<NumberItem & Item> => ({
  commitsLate: true,
  messages,
  styles: fieldStyles,
  make: makeTyped(() => ({ control: inputOf({ type: 'text', inputmode }) })),
  read: numberReader(shape),
  problem: ({ min, max }, t) => {
    if (min === undefined && max === undefined) return t(error);
    if (max === undefined) return t(`${error}From`, { min: min! });
    return min === undefined ? t(`${error}UpTo`, { max }) : t(`${error}Between`, { min, max });
  },
});
