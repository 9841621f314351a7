import type { TextItem } from '../../core/instrument/instrument.ts';
import { attributes, markup } from '../markup.ts';
import type { Attributes, ItemTypeMarkup } from './item-type-markup.ts';
import { longestText, sentences } from './sentences.ts';

/** Attributes by format, as in the widget: no `type`, because a browser may change the text of an `email` field. */
const formats: Readonly<Record<NonNullable<TextItem['format']>, Attributes>> = {
  name: { autocomplete: 'name', autocapitalize: 'words' },
  email: { autocomplete: 'email', inputmode: 'email', autocapitalize: 'off', spellcheck: 'false' },
  tel: { autocomplete: 'tel', inputmode: 'tel' },
  'address-line': { autocomplete: 'address-line1', autocapitalize: 'words' },
};

export const textMarkup: ItemTypeMarkup<TextItem> = {
  field: ({ line, format }, { input, common, value }) => {
    if (line || format) return input({ type: 'text', dir: 'auto', ...(format && formats[format]) });
    // A browser drops the first end of line in a text box.
    return markup`<textarea${attributes({ ...common, rows: 3, dir: 'auto', autocomplete: 'off' })}>${'\n'}${value}</textarea>`;
  },
  // The note also says that nobody reads the answer right away.
  note: (item, { words }) =>
    sentences(item.entryFormat && words('fhir.format', { format: item.entryFormat }), !item.format && words('underText'), longestText(item, words)),
};
