import { html, nothing } from 'lit';
import type { Item } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { problemText } from '../templates/problem-text.ts';
import type { ItemContext } from './item-type-view.ts';

/** What stands between the words of a question and its controls, and the ids by which these refer to it. */
export interface Notes {
  /** The error first: screen readers may stop after it. */
  describedBy: string | undefined;
  /** `nothing` where there is nothing to say. */
  template: unknown;
}

interface Around {
  context: ItemContext;
  id: string;
  isInvalid: boolean;
  /** What the ends of a scale mean. */
  ends: unknown;
}

export function notesFor(instance: Instance, { context, id, isInvalid, ends }: Around): Notes {
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

/** A list of ids for an attribute; no attribute where there are none. */
export const idList = (...ids: unknown[]): string | undefined => ids.filter(Boolean).join(' ') || undefined;
