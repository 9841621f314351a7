import type { DecimalItem } from '../../core/instrument/instrument.ts';
import { DECIMAL, numberReader } from '../../core/plain-data/written-number.ts';
import type { Field, ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';
import { limitsText, numberText } from './number-text.ts';

const readDecimal = /* @__PURE__ */ numberReader(DECIMAL);

/** Numbers, and the texts that are none as they are. */
export const readDecimals = (texts: readonly string[], { item, language }: Field<unknown>): (number | string)[] =>
  texts.map((value) => readDecimal({ value }, item, language));

export const decimalEntries: ItemTypeEntries<DecimalItem> = { read: readDecimals };

export const decimalMarkup: ItemTypeMarkup<DecimalItem> = {
  field: (_, { input }) => input({ type: 'text', inputmode: 'decimal' }),
  note: (item, { words }) => limitsText('errorNumber', item, words),
  problem: (item, _, words) => numberText('errorNumber', item, words),
};
