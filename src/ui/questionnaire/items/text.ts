import { css, html, nothing } from '../../lit/lit.ts';
import type { TextItem } from '../../../core/instrument/instrument.ts';
import { longestOf } from '../../../core/item-types/text.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { textMessages } from '../../text/locales/en/items.ts';
import { setAttributes } from '../attributes.ts';
import { createCounter } from './character-counter.ts';
import type { FullTextView } from './item-type-view.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** Attributes by format. Not as `type`, because the browser may change the typed text of an `email` input. */
const formats = {
  name: { autocomplete: 'name', autocapitalize: 'words' },
  email: { autocomplete: 'email', inputmode: 'email', autocapitalize: 'off', spellcheck: false },
  tel: { autocomplete: 'tel', inputmode: 'tel' },
  'address-line': { autocomplete: 'address-line1', autocapitalize: 'words' },
};

export const text: FullTextView = {
  hasLimits: true,
  messages: textMessages,
  styles: [fieldStyles, css`
    .spoken {
      position: absolute;
      clip-path: inset(50%);
    }
    /* A line for its text, so that nothing moves when it appears. */
    [part='counter'] {
      min-block-size: 1.45em;
    }
  `],
  make: makeTyped<TextItem>(({ line, format, maxLength, tags }, id, showAgain) => {
    const isLine = line || format;
    const control = isLine ? inputOf({ type: 'text' }) : document.createElement('textarea');
    setAttributes(control, { dir: 'auto', rows: isLine ? undefined : 3, ...(format && formats[format]) });
    const count = createCounter(control, maxLength, showAgain);
    // A text that is not finished is not wrong. It is checked when the person leaves the field.
    let hasLeft = false;
    control.addEventListener('blur', () => {
      hasLeft = true;
      showAgain();
    });
    return {
      control,
      describedBy: () => `${id}-note`,
      show: (_, { shared }) => {
        // Else the browser would offer what others typed on this device.
        if (format) setAttributes(control, { autocomplete: shared ? 'off' : formats[format].autocomplete });
      },
      isWrong: ({ rejected }) => {
        // After a correction, the person can finish the next edit too.
        if (!rejected) hasLeft = false;
        return hasLeft;
      },
      under: (_, { t }) =>
        html`<p class="help" id="${id}-note">
            ${tags?.kept ? t('staysHere') : format ? nothing : t('underText')}
            ${maxLength ? t('atMost', { count: maxLength }) : nothing}
          </p>
          ${count(t)}`,
    };
  }),
  problem: (item, t, fault) =>
    fault === 'max-length-or-less' ? t('errorLong', { count: longestOf(item) })
    : fault === 'min-length-or-more' ? t('errorShort', { count: item.minLength! })
    : t('errorMissingText'),
};
