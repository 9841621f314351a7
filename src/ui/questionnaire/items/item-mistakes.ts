import type { Instrument } from '../../../core/instrument/instrument.ts';
import { indexItems } from '../../../core/instrument/item-index.ts';
import type { Mistake } from '../extension.ts';
import type { Parts } from './item-type-view.ts';
import { viewOf } from './parts.ts';

/** The items that a widget lacks the parts for, as the host's developer is told of them. */
export function itemMistakes(instrument: Instrument, parts: Parts): Mistake[] {
  const missing = [...indexItems(instrument).values()].filter(({ item }) => !viewOf(item, parts));
  return missing.map(({ item }) => ['no-view', `Cannot show item ${item.id} (${item.type})`]);
}
