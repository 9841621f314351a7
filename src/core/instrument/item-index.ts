import type { GroupItem, Instrument, Item } from './instrument.ts';

/** Where an item stands in its instrument. */
export interface Spot {
  readonly item: Item;
  readonly parent: Spot | undefined;
  /** The repeating groups around it, outermost first: its answers have one index in `at` for each. */
  readonly groups: readonly GroupItem[];
  /** It, or an item around it, is never shown. */
  readonly hidden: boolean;
}

export type ItemIndex = ReadonlyMap<string, Spot>;

/** Every item of an instrument by its id. */
export function indexItems(instrument: Instrument): ItemIndex {
  const index = new Map<string, Spot>();
  const add = (items: readonly Item[], groups: readonly GroupItem[], parent?: Spot): void => {
    for (const item of items) {
      const spot = { item, parent, groups, hidden: !!(item.hidden || parent?.hidden) };
      index.set(item.id, spot);
      if (item.items) add(item.items, 'repeats' in item && item.repeats ? [...groups, item] : groups, spot);
    }
  };
  add(instrument.items, []);
  return index;
}

/** An item's place in words: `b01`, or `question.0` in a repetition. */
export const keyOf = (id: string, at: readonly number[]): string => (at.length ? `${id}.${at.join('.')}` : id);
