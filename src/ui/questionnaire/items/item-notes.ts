import { html, nothing } from 'lit';
import type { Item } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { problemText } from '../templates/problem-text.ts';
import type { ItemContext } from './item-type-view.ts';

/** The help, the error and the ends between a question and its controls. */
export interface Notes {
  /** The ids for `aria-describedby`. The error is first, because screen readers may read one id only. */
  describedBy: string | undefined;
  /** `nothing` if there are no notes. */
  template: unknown;
}

interface NotesOptions {
  context: ItemContext;
  id: string;
  isInvalid: boolean;
  /** The meaning of the ends of a scale. */
  ends: unknown;
}

export function notesFor(instance: Instance, { context, id, isInvalid, ends }: NotesOptions): Notes {
  const { item } = instance;
  const { help } = item;
  return {
    describedBy: idList(isInvalid && `${id}-error`, help && `${id}-help`),
    template:
      isInvalid || help || ends
        ? html`${helpTemplate(item, id)}
          ${isInvalid ? html`<p class="error" part="error" id="${id}-error">${problemText(instance, context)}</p>` : nothing}
          ${ends ?? nothing}`
        : nothing,
  };
}

export const helpTemplate = (item: Item, id: string): unknown =>
  item.help ? html`<p class="help" part="help" id="${id}-help">${item.help}</p>` : nothing;

/** A list of ids for an attribute; `undefined` if there is no id. */
export const idList = (...ids: unknown[]): string | undefined => ids.filter(Boolean).join(' ') || undefined;
