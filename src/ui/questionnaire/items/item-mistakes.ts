import type { Instrument } from '../../../core/instrument/instrument.ts';
import { indexItems } from '../../../core/instrument/item-index.ts';
import type { Mistake } from '../extension.ts';
import type { ItemSupport } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';

/** The items that a widget lacks the parts for, as the host's developer is told of them. */
export function itemMistakes(instrument: Instrument, parts: ItemSupport): Mistake[] {
  const missing = [...indexItems(instrument).values()].filter(({ item }) => !typeViewOf(item, parts));
  return missing.map(({ item }) => ['no-view', `Cannot show item ${item.id} (${item.type})`]);
}
