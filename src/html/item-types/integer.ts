import type { IntegerItem } from '../../core/instrument/instrument.ts';
import { numberReader, WHOLE } from '../../core/plain-data/written-number.ts';
import type { ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';
import { limitsText, numberText } from './number-text.ts';

const readWhole = /* @__PURE__ */ numberReader(WHOLE);

export const integerEntries: ItemTypeEntries<IntegerItem> = {
  read: (texts, { item, language }) => texts.map((value) => readWhole({ value }, item, language)),
};

export const integerMarkup: ItemTypeMarkup<IntegerItem> = {
  field: (_, { input }) => input({ type: 'text', inputmode: 'numeric' }),
  note: (item, { words }) => limitsText('errorWhole', item, words),
  problem: (item, _, words) => numberText('errorWhole', item, words),
};
