import { html, nothing } from 'lit';
import { fill } from '../../../core/fill.ts';
import type { TextItem } from '../../../core/instrument.ts';
import { longestOf } from '../../../core/item-types/text.ts';
import { textWords } from '../../item-words.ts';
import { setAttributes } from '../attributes.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

export const text: ItemTypeView<TextItem> = {
  words: textWords,
  make: makeTyped<TextItem>((item, id) => {
    const control = item.line ? inputOf({ type: 'text' }) : document.createElement('textarea');
    setAttributes(control, { dir: 'auto', rows: item.line ? undefined : 3 });
    return {
      control,
      under: (_, { words }) =>
        html`<p class="help" id="${id}-note">
          ${item.tags?.kept ? words.staysHere : words.underText} ${item.maxLength ? fill(words.atMost, { max: item.maxLength }) : nothing}
        </p>`,
    };
  }),
  problem: (item, words, fault) =>
    fault === 'max-length-or-less' ? fill(words.errorLong, { max: longestOf(item) }) : words.errorMissingText,
};
