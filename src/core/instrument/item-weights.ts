import { typeOf } from '../item-types/index.ts';
import type { Scales } from '../item-types/item-type.ts';
import type { Instrument, Item } from './instrument.ts';
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

/** The weights of an item. Undefined if it has none. `value`: its answer. */
export function weightsOfItem(item: Item, scales: Scales, value: unknown): ItemWeight | undefined {
  const range = typeOf(item).weigh?.(item, scales);
  if (!range || !(range.low < range.high)) return undefined;
  const { low, high } = range;
  const { reverse } = item as { reverse?: boolean };
  const weight = range.weightOf(value);
  const isPossible = typeof weight === 'number' && weight >= low && weight <= high;
  return { low, high, ...(isPossible && { weight, keyed: reverse ? low + high - weight : weight }) };
}

/** The weights by item id, in the instrument's order. Items without weights are left out. `values`: answers by item id. */
export function itemWeights(instrument: Instrument, values: ReadonlyMap<string, unknown>): Map<string, ItemWeight> {
  const weights = new Map<string, ItemWeight>();
  for (const [id, { item }] of indexItems(instrument)) {
    const found = weightsOfItem(item, instrument.scales, values.get(id));
    if (found) weights.set(id, found);
  }
  return weights;
}
