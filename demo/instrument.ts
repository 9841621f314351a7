import type { Instrument, Item } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

/** An instrument of the package, with its default options. */
export function ownInstrument(id: string): Instrument {
  const resolved = getInstrument(id);
  if (resolved.ok) return resolved.instrument;
  throw new Error(`The package has no instrument ${id}.`);
}

/** Every item with its parent item, in order, by its id. */
export function itemsById(instrument: Instrument): Map<string, { item: Item; parent?: Item }> {
  const found = new Map<string, { item: Item; parent?: Item }>();
  const walk = (items: readonly Item[] = [], parent?: Item): void => {
    for (const item of items) {
      found.set(item.id, { item, ...(parent && { parent }) });
      walk(item.items, item);
    }
  };
  walk(instrument.items);
  return found;
}

/** The wording of each item, by its id. */
export function itemTexts(instrument: Instrument): Map<string, string> {
  return new Map([...itemsById(instrument)].map(([id, { item }]) => [id, item.text]));
}
