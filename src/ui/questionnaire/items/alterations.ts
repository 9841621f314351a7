import type { Session } from '../../../core/answering/session.ts';
import { keyOf } from '../../../core/instrument/item-index.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';

/** Changes answers for a button at an item. Returns a selector for the element that receives the focus. */
export type Alteration = (session: Session, instance: Instance) => string;

/** The selector of an item's first control. */
export const controlOf = (key: string): string => `[data-key="${key}"] :is(input,select,textarea)`;

/** The selector of an item's legend, else of its control: the next press of the same key must not choose an option. */
const questionOf = (key: string): string => `[data-key="${key}"] fieldset > [part=legend], ${controlOf(key)}`;

/** What the buttons at items do, by action. */
export const alterations = {
  clear: (session, { key, item, at }) => {
    session.clear(item.id, at);
    return questionOf(key);
  },
  add: (session, { item, at }) => {
    const outer = at.slice(0, -1);
    session.add(item.id, outer);
    return controlOf(keyOf(item.id, [...outer, at.at(-1)! + 1]));
  },
  remove: (session, { item, at }) => {
    session.remove(item.id, at);
    return `[data-key^="${keyOf(item.id, at.slice(0, -1))}."] [data-do=add]`;
  },
} satisfies Record<string, Alteration>;
