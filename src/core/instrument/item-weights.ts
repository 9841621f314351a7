import { typeOf } from '../item-types/index.ts';
import type { Instrument } from './instrument.ts';
import { indexItems } from './item-index.ts';

/** The lowest and highest weight of an item. With an answer also its weight as given, and after reversing. */
export interface ItemWeight {
  low: number;
  high: number;
  given?: number;
  keyed?: number;
}

/** The weights of every item that has any, by item id, in the instrument's order. `values` has the answers by item id. */
export function itemWeights(instrument: Instrument, values: ReadonlyMap<string, unknown>): Map<string, ItemWeight> {
  const weights = new Map<string, ItemWeight>();
  for (const [id, { item }] of indexItems(instrument)) {
    const range = typeOf(item).weigh?.(item, instrument.scales);
    if (!range || !(range.low < range.high)) continue;
    const { low, high } = range;
    const { reverse } = item as { reverse?: boolean };
    const given = range.of(values.get(id));
    const isPossible = typeof given === 'number' && given >= low && given <= high;
    weights.set(id, { low, high, ...(isPossible && { given, keyed: reverse ? low + high - given : given }) });
  }
  return weights;
}
