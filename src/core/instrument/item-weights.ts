import { typeOf } from '../item-types/index.ts';
import type { Instrument } from './instrument.ts';
import { indexItems } from './item-index.ts';

/** The possible weights of an item and, if it has an answer, the weight of that answer. */
export interface ItemWeight {
  low: number;
  high: number;
  /** Before reversing. */
  weight?: number;
  /** After reversing. */
  keyed?: number;
}

/** The weights by item id, in the instrument's order. Items without weights are left out. `values`: answers by item id. */
export function itemWeights(instrument: Instrument, values: ReadonlyMap<string, unknown>): Map<string, ItemWeight> {
  const weights = new Map<string, ItemWeight>();
  for (const [id, { item }] of indexItems(instrument)) {
    const range = typeOf(item).weigh?.(item, instrument.scales);
    if (!range || !(range.low < range.high)) continue;
    const { low, high } = range;
    const { reverse } = item as { reverse?: boolean };
    const weight = range.weightOf(values.get(id));
    const isPossible = typeof weight === 'number' && weight >= low && weight <= high;
    weights.set(id, { low, high, ...(isPossible && { weight, keyed: reverse ? low + high - weight : weight }) });
  }
  return weights;
}
