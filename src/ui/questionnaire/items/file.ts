import { css, html, nothing } from '../../lit/lit.ts';
import type { FileDescription, FileItem, Value } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { fileSize } from '../../text/format.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import { setAttributes } from '../attributes.ts';
import { hasFile, holdFile } from './held-files.ts';
import type { ItemTypeView } from './item-type-view.ts';
import { longFieldStyles } from './long-field.styles.ts';
import { optionsFor } from './options.ts';
import { givenValues } from './own-words.ts';
import { readOptions } from './read-control.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** What the person has chosen in a field, as an answer describes it. */
const chosenIn = new WeakMap<Element, FileDescription>();

/** The hash of a file; '' if the browser cannot read it, also on a page without encryption, where it computes no hashes. */
async function hashOf(file: File): Promise<string> {
  try {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return '';
  }
}

const describe = ({ name, size }: FileDescription, lang: string): string => `${name} (${fileSize({ lang }, size)})`;

const isDescription = (value: Value | undefined): value is FileDescription => typeof value === 'object' && 'sha256' in value;

/** A native field for a file. A file that is too large or of another type is shown, with words about it, and not sent. */
export const file: ItemTypeView<FileItem> = {
  messages: { fhir },
  styles: [fieldStyles, longFieldStyles, css`
    input::file-selector-button {
      font: inherit;
    }
  `],
  make: makeTyped<FileItem>(({ mimeTypes, maxSize = Infinity }, id) => {
    const control = inputOf({ type: 'file', accept: mimeTypes?.join() });
    let isTelling = false;
    let isReadonly = false;
    const tell = (description: FileDescription | undefined): void => {
      if (description) chosenIn.set(control, description);
      else chosenIn.delete(control);
      isTelling = true;
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
      isTelling = false;
    };
    const read = async (): Promise<void> => {
      const chosen = control.files?.[0];
      if (!chosen) return tell(undefined);
      const { name, type, size } = chosen;
      // Without a hash it is no answer yet, and the person cannot send without it unnoticed.
      const unread: FileDescription = { name, type, size, sha256: '' };
      tell(unread);
      // A file that is too large is not read: it may not fit into memory.
      const sha256 = size > maxSize ? '' : await hashOf(chosen);
      // Meanwhile the person may have chosen another one, or erased all answers.
      if (!sha256 || control.files?.[0] !== chosen || chosenIn.get(control) !== unread) return;
      const description = { ...unread, sha256 };
      holdFile((control.getRootNode() as ShadowRoot).host as HTMLElement, description, chosen);
      tell(description);
    };
    for (const type of ['input', 'change']) {
      control.addEventListener(type, (event) => {
        if (isTelling) return;
        event.stopImmediatePropagation();
        if (type === 'change' && !isReadonly) void read();
      });
    }
    return {
      control,
      put: () => {},
      describedBy: () => `${id}-note`,
      isWrong: ({ rejected }) => isDescription(rejected?.given[0]) && (rejected.given[0].size > maxSize || rejected.given[0].sha256 !== ''),
      show: (instance, { readonly }) => {
        const [value] = givenValues(instance);
        isReadonly = readonly;
        // Else the field would name a file that is no answer any more.
        if (!value) {
          chosenIn.delete(control);
          if (control.value) control.value = '';
        }
        setAttributes(control, { 'aria-required': undefined, readonly: undefined, disabled: readonly ? '' : undefined });
      },
      under: (instance, { t, readonly }) => {
        const [value] = givenValues(instance);
        const limits = [mimeTypes && t('fhir.fileTypes', { types: mimeTypes.join(', ') }), maxSize < Infinity && t('fhir.fileSize', { size: fileSize(t, maxSize) })];
        const isGone = isDescription(value) && value.sha256 && !hasFile((control.getRootNode() as ShadowRoot).host as HTMLElement, value);
        return html`${isDescription(value)
            ? html`<p part="value">
                <span dir="auto">${describe(value, t.lang)}</span>
                ${readonly ? nothing : html`<button type="button" class="quiet" part="clear" data-do="clear" aria-describedby="${id}-text">${t('clear')}</button>`}
              </p>`
            : nothing}
          <p class="help" id="${id}-note">${limits.map((limit) => (limit ? html`${limit} ` : nothing))}${isGone && instance.answer ? t('fhir.fileGone') : nothing}</p>`;
      },
    };
  }),
  readItem: (control, item, context) => {
    if (control.closest('[part~=options]')) return readOptions(control, optionsFor(item, context));
    const description = chosenIn.get(control);
    return description ? [description] : [];
  },
  say: (value, { lang }) => (isDescription(value) ? describe(value, lang) : String(value)),
  problem: ({ mimeTypes = [], maxSize = Infinity }, t, fault, [given] = []) => {
    if (!isDescription(given)) return t('fhir.errorFile');
    if (given.size > maxSize) return t('fhir.errorFileSize', { size: fileSize(t, maxSize) });
    return fault === 'one-of-its-file-types' ? t('fhir.errorFileTypes', { types: mimeTypes.join(', ') }) : t('fhir.errorFileUnread');
  },
};
