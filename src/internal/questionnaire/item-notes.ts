import { html, nothing } from 'lit';
import type { Item } from '../../core/instrument.ts';
import type { Instance } from '../../core/snapshot.ts';
import type { Words } from '../words.ts';
import type { Errors } from './item-list.ts';
import { problemText } from './problem-text.ts';

/** What stands between the words of a question and its controls, and the ids by which these refer to it. */
export interface Notes {
  isInvalid: boolean;
  /** The error first: screen readers may stop after it. */
  describedBy: string | undefined;
  /** `nothing` where there is nothing to say. */
  template: unknown;
}

export function notesFor(instance: Instance, words: Words, errors: Errors, id: string): Notes {
  const { item, key } = instance;
  const isInvalid = errors.has(key);
  const { help } = item;
  return {
    isInvalid,
    describedBy: [isInvalid && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined,
    template:
      isInvalid || help || item.type === 'rating'
        ? html`${helpTemplate(item, id)}
          ${isInvalid ? html`<p class="error" part="error" id="${id}-error">${problemText(instance, words)}</p>` : nothing}
          ${item.type === 'rating'
            ? html`<p class="ends" part="ends" id="${id}-ends">
                <span>${item.min} = ${item.minText}</span> <span>${item.max} = ${item.maxText}</span>
              </p>`
            : nothing}`
        : nothing,
  };
}

export const helpTemplate = (item: Item, id: string): unknown =>
  item.help ? html`<p class="help" part="help" id="${id}-help">${item.help}</p>` : nothing;
