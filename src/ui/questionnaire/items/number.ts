import { fill } from '../../../core/plain-data/fill.ts';
import type { Item, NumberItem } from '../../../core/instrument/instrument.ts';
import { numberWords } from '../../text/item-words.ts';
import type { Words } from '../../text/words.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** What differs between whole numbers and others. */
interface NumberField {
  inputmode: string;
  /** What is a number without doubt. */
  shape: RegExp;
  error: 'errorWhole' | 'errorNumber';
}

/** A number that is written. What is none is kept and shown as the text that it is, never guessed. */
export const numberView = ({ inputmode, shape, error }: NumberField): ItemTypeView<NumberItem & Item> => ({
  commitsLate: true,
  words: numberWords,
  make: makeTyped(() => ({ control: inputOf({ type: 'text', inputmode }) })),
  read: ({ value }, _, language) => {
    const number = value.trim();
    if (!shape.test(number)) return value;
    // 1,000 is a thousand in one language and one in another.
    const [, mark] = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/.exec(number) ?? [];
    return mark && mark !== decimalMark(language) ? value : Number(number.replace(',', '.'));
  },
  problem: (item, words) => fill(words[error], { range: rangeText(item, words) }).replace(' .', '.'),
});

function rangeText({ min, max }: NumberItem, words: Words): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return fill(words.atLeast, { min: min! });
  return min === undefined ? fill(words.upTo, { max }) : fill(words.between, { min, max });
}

function decimalMark(language: string): string | undefined {
  try {
    return new Intl.NumberFormat(language).format(1.5)[1];
  } catch {
    return '.'; // no language that the browser knows
  }
}
