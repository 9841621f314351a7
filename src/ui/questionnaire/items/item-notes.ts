import { html, nothing } from '../../lit/lit.ts';
import type { Item } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { problemText } from '../templates/problem-text.ts';
import { ruleText } from '../templates/rule-text.ts';
import type { PageContext } from './item-type-view.ts';

/** The error and the help between a question and its controls. */
export interface Notes {
  /** The ids for `aria-describedby`. The error is first, because screen readers may read one id only. */
  describedBy: string | undefined;
  /** `nothing` if there are no notes. */
  template: unknown;
}

interface NotesOptions {
  page: PageContext;
  id: string;
  isInvalid: boolean;
}

/** The error first, directly under the question. Words of an error that is gone are hidden: without them the page would move. */
export function notesFor(instance: Instance, { page, id, isInvalid }: NotesOptions): Notes {
  const { item, key } = instance;
  const { help } = item;
  const wrong = isInvalid ? instance : page.mended.get(key);
  const warning = !isInvalid && page.pointedOut.has(key) && ruleText(instance.broken, page.context, 'warning');
  return {
    describedBy: idList(isInvalid && `${id}-error`, warning && `${id}-warning`, help && `${id}-help`),
    template:
      wrong || warning || help
        ? html`${warning ? html`<p class="notice" part="warning" id="${id}-warning">${warning}</p>` : nothing}${wrong
            ? html`<p class="error ${isInvalid ? '' : 'gone'}" part="error" id="${id}-error">${problemText(wrong, page.context)}</p>`
            : nothing}
          ${helpTemplate(item, id)}`
        : nothing,
  };
}

export const helpTemplate = (item: Item, id: string): unknown =>
  item.help ? html`<p class="help" part="help" id="${id}-help">${item.help}</p>` : nothing;

/** A list of ids for an attribute; `undefined` if there is no id. */
export const idList = (...ids: unknown[]): string | undefined => ids.filter(Boolean).join(' ') || undefined;
