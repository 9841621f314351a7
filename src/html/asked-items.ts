import type { Instrument, Item } from '../core/instrument/instrument.ts';
import { type IndexedItem, indexItems } from '../core/instrument/item-index.ts';
import { isQuestion } from '../core/item-types/index.ts';
import { entryKey, PARTS } from './entry-names.ts';

/**
 * Whether a form without script shows an item. It has no item that only the host answers, none whose answer stays on the page, and none
 * whose value the page calculates: what it posts is sent.
 */
export const isShown = ({ hidden, tags, readOnly, calculate }: Item): boolean => !hidden && !tags?.kept && !(readOnly && calculate);

/** Whether the person can answer an item in a form without script. */
export const isAsked = ({ item, hidden }: IndexedItem): boolean => !hidden && isShown(item) && isQuestion(item) && !item.readOnly;

/** An item in a form, by the name of its entries. */
export interface Place {
  item: Item;
  at: readonly number[];
}

/** Finds the item of an entry by its name after that of the form: `t01`, `q-purpose.0`, `dose.unit`. */
export function placesIn(instrument: Instrument): (key: string) => Place | undefined {
  const index = indexItems(instrument);
  const byKey = new Map([...index.values()].filter(isAsked).map((indexed) => [entryKey(indexed.item.id, []), indexed]));
  return (key) => {
    const parts = key.split('.');
    if (parts.length > 1 && (PARTS as readonly string[]).includes(parts.at(-1)!)) parts.pop();
    const indexed = byKey.get(parts[0]!);
    const indexes = parts.slice(1);
    if (!indexed || indexes.length !== indexed.groups.length || !indexes.every((one) => /^\d{1,6}$/.test(one))) return undefined;
    return { item: indexed.item, at: indexes.map(Number) };
  };
}
