import { html } from 'lit';
import type { TextItem } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { plainTextWords } from '../../text/item-words.ts';
import { setAttributes } from '../attributes.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** Texts without limits and formats, for widgets with no other texts. */
export const plainText: ItemTypeView<TextItem> = {
  words: plainTextWords,
  styles: fieldStyles,
  supports: ({ minLength, maxLength, format }) => !minLength && !maxLength && !format,
  make: makeTyped<TextItem>(({ line, tags }, id) => {
    const control = line ? inputOf({ type: 'text' }) : document.createElement('textarea');
    setAttributes(control, { dir: 'auto', rows: line ? undefined : 3 });
    return {
      control,
      describedBy: () => `${id}-note`,
      under: (_, { words }) => html`<p class="help" id="${id}-note">${tags?.kept ? words.staysHere : words.underText}</p>`,
    };
  }),
  problem: (_, words) => words.errorMissingText,
};
