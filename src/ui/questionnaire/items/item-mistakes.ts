import type { Instrument } from '../../../core/instrument/instrument.ts';
import { indexItems } from '../../../core/instrument/item-index.ts';
import type { Mistake } from '../extension.ts';
import type { ItemSupport } from './item-type-view.ts';
import { typeViewOf } from './item-support.ts';

/** The items that the widget does not support, as mistakes of the host. */
export function itemMistakes(instrument: Instrument, itemSupport: ItemSupport): Mistake[] {
  const missing = [...indexItems(instrument).values()].filter(({ item }) => !typeViewOf(item, itemSupport));
  return missing.map(({ item }) => ['no-view', `${item.id} (${item.type})`]);
}
