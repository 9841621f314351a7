import type { Instrument, Item } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

/** An instrument that the package ships, with its options as they are by default. */
export function ownInstrument(id: string): Instrument {
  const resolved = getInstrument(id);
  if (resolved.ok) return resolved.instrument;
  throw new Error(`The package has no instrument ${id}.`);
}

/** The wording of each item, by its id. */
export function itemTexts(instrument: Instrument): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (items: readonly Item[] = []): void => {
    for (const { id, text, items: inner } of items) {
      texts.set(id, text);
      walk(inner);
    }
  };
  walk(instrument.items);
  return texts;
}
