import type { Instrument, Item } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

/** An instrument that the package ships, with its options as they are by default. */
export function ownInstrument(id: string): Instrument {
  const resolved = getInstrument(id);
  if (resolved.ok) return resolved.instrument;
  throw new Error(`The package has no instrument ${id}.`);
}

/** Every item and the one that it belongs to, in order, by its id. */
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
