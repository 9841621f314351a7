import { fill } from '../../../core/plain-data/fill.ts';
import type { Item, NumberItem } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { numberWords } from '../../text/item-words.ts';
import type { Words } from '../../text/words.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** The differences between whole numbers and decimal numbers. */
interface NumberField {
  inputmode: string;
  /** Matches an unambiguous number. */
  shape: RegExp;
  error: 'errorWhole' | 'errorNumber';
}

/** A typed number. Text that is no number stays unchanged, as a rejected answer. It is never guessed. */
export const numberView = ({ inputmode, shape, error }: NumberField): ItemTypeView<NumberItem & Item> => ({
  commitsLate: true,
  words: numberWords,
  styles: fieldStyles,
  make: makeTyped(() => ({ control: inputOf({ type: 'text', inputmode }) })),
  read: ({ value }, _, language) => {
    const number = value.trim();
    if (!shape.test(number)) return value;
    // "1,000" is a thousand in some languages, and one in others.
    const [, separator] = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/.exec(number) ?? [];
    return separator && separator !== decimalSeparator(language) ? value : Number(number.replace(',', '.'));
  },
  // Without a range, the space before the full stop is too much.
  problem: (item, words) => fill(words[error], { range: rangeText(item, words) }).replace(' .', '.'),
});

function rangeText({ min, max }: NumberItem, words: Words): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return fill(words.atLeast, { min: min! });
  return min === undefined ? fill(words.upTo, { max }) : fill(words.between, { min, max });
}

function decimalSeparator(language: string): string | undefined {
  try {
    return new Intl.NumberFormat(language).format(1.5)[1];
  } catch {
    return '.'; // The browser does not know the language.
  }
}
