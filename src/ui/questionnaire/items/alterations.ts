import type { Session } from '../../../core/answering/session.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';

/** Changes answers otherwise than by a native control, and says where the focus goes, as a selector. */
export type Alteration = (session: Session, instance: Instance) => string;

/** The control of an item, by the key of its instance. */
export const controlOf = (key: string): string => `[data-key="${key}"] :is(input,textarea)`;

/** The words over the options of an item, else its control: the next press of the same key must not choose an option. */
const questionOf = (key: string): string => `[data-key="${key}"] fieldset > [part=legend], ${controlOf(key)}`;

/** What the buttons at items do, by the action that they name. */
export const alterations = {
  clear: (session, { key, item, at }) => {
    session.clear(item.id, at);
    return questionOf(key);
  },
  add: (session, { item, at }) => {
    const outer = at.slice(0, -1);
    session.add(item.id, outer);
    return controlOf([item.id, ...outer, at.at(-1)! + 1].join('.'));
  },
  remove: (session, { item, at }) => {
    session.remove(item.id, at);
    return `[data-key^="${[item.id, ...at.slice(0, -1)].join('.')}."] [data-do=add]`;
  },
} satisfies Record<string, Alteration>;
