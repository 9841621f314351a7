import type { Instrument, Item } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

/** An instrument that the package ships, with its options as they are by default. */
export function ownInstrument(id: string): Instrument {
  const resolved = getInstrument(id);
  if (resolved.ok) return resolved.instrument;
  throw new Error(`The package has no instrument ${id}.`);
}

/** Every item, in order, by its id. */
export function itemsById(instrument: Instrument): Map<string, Item> {
  const found = new Map<string, Item>();
  const walk = (items: readonly Item[] = []): void => {
    for (const item of items) {
      found.set(item.id, item);
      walk(item.items);
    }
  };
  walk(instrument.items);
  return found;
}

/** The wording of each item, by its id. */
export function itemTexts(instrument: Instrument): Map<string, string> {
  return new Map([...itemsById(instrument)].map(([id, { text }]) => [id, text]));
}
