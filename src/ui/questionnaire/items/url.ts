import { html, nothing } from '../../lit/lit.ts';
import type { UrlItem } from '../../../core/instrument/instrument.ts';
import { longestOf } from '../../../core/item-types/text.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import { textMessages } from '../../text/locales/en/items.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { longFieldStyles } from './long-field.styles.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** An address. A text that is none stays in the field, with words about it. */
export const url: ItemTypeView<UrlItem> = {
  commitsLate: true,
  messages: { ...textMessages, fhir },
  styles: [fieldStyles, longFieldStyles],
  make: makeTyped<UrlItem>(({ maxLength }, id) => ({
    control: inputOf({ type: 'url', inputmode: 'url', dir: 'ltr', autocapitalize: 'off', spellcheck: false }),
    describedBy: () => (maxLength ? `${id}-note` : undefined),
    under: (_, { t }) => (maxLength ? html`<p class="help" id="${id}-note">${t('atMost', { count: maxLength })}</p>` : nothing),
  })),
  problem: (item, t, fault) =>
    fault === 'max-length-or-less' ? t('errorLong', { count: longestOf(item) })
    : fault === 'min-length-or-more' ? t('errorShort', { count: item.minLength! })
    : fault === 'like-its-pattern' ? (item.pattern?.message ?? t('fhir.errorPattern'))
    : t('fhir.errorAddress'),
};
