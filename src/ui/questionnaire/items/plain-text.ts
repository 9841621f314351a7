import { html } from '../../lit/lit.ts';
import type { TextItem } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { plainTextMessages } from '../../text/locales/en/items.ts';
import { setAttributes } from '../attributes.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** Texts without limits and formats, for widgets with no other texts. */
export const plainText: ItemTypeView<TextItem> = {
  messages: plainTextMessages,
  styles: fieldStyles,
  supports: ({ minLength, maxLength, format }) => !minLength && !maxLength && !format,
  make: makeTyped<TextItem>(({ line, tags }, id) => {
    const control = line ? inputOf({ type: 'text' }) : document.createElement('textarea');
    setAttributes(control, { dir: 'auto', rows: line ? undefined : 3 });
    return {
      control,
      describedBy: () => `${id}-note`,
      under: (_, { t }) => html`<p class="help" id="${id}-note">${tags?.kept ? t('staysHere') : t('underText')}</p>`,
    };
  }),
  problem: (_, t) => t('errorMissingText'),
};
