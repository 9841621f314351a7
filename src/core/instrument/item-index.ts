import { isQuestion } from '../item-types/index.ts';
import type { Instrument, Item } from './instrument.ts';

/** An item and its position in the instrument. */
export interface IndexedItem {
  readonly item: Item;
  readonly parent: IndexedItem | undefined;
  /** What repeats around the item, outermost first, with a repeating question itself. `at` of an answer has one index for each. */
  readonly groups: readonly Item[];
  /** The item, or an item around it, is never shown. */
  readonly hidden: boolean;
}

export type ItemIndex = ReadonlyMap<string, IndexedItem>;

/** Every item of an instrument by its id. */
export function indexItems(instrument: Instrument): ItemIndex {
  const index = new Map<string, IndexedItem>();
  const add = (items: readonly Item[], around: readonly Item[], parent?: IndexedItem): void => {
    for (const item of items) {
      const inside = item.repeats ? [...around, item] : around;
      const indexed = { item, parent, groups: isQuestion(item) ? inside : around, hidden: !!(item.hidden || parent?.hidden) };
      index.set(item.id, indexed);
      if (item.items) add(item.items, inside, indexed);
    }
  };
  add(instrument.items, []);
  return index;
}

/**
 * The key of an item at one place: `b01`, or `question.0` in the first repetition of a group. No two places have the same key. It has
 * no white space, no quotes and no backslash, so it can be in a selector, in an id of the document and in the name of a form entry. The
 * id `1.2` is written as `1~2e~2`.
 */
export const keyOf = (id: string, at: readonly number[]): string =>
  [id.replace(/[\s."'\\~]/g, (character) => `~${character.charCodeAt(0).toString(16)}~`), ...at].join('.');
