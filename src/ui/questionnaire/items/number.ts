import type { Item, NumberItem } from '../../../core/instrument/instrument.ts';
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
  read: ({ value }, _, language) => {
    const number = value.trim();
    if (!shape.test(number)) return value;
    // "1,000" is a thousand in some languages, and one in others.
    const [, separator] = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/.exec(number) ?? [];
    return separator && separator !== decimalSeparator(language) ? value : Number(number.replace(',', '.'));
  },
  problem: ({ min, max }, t) => {
    if (min === undefined && max === undefined) return t(error);
    if (max === undefined) return t(`${error}From`, { min: min! });
    return min === undefined ? t(`${error}UpTo`, { max }) : t(`${error}Between`, { min, max });
  },
});

function decimalSeparator(language: string): string | undefined {
  try {
    return new Intl.NumberFormat(language).format(1.5)[1];
  } catch {
    return '.'; // The browser does not know the language.
  }
}
