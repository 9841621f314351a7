import { createSheet } from '../core/answering/sheet.ts';
import { full } from '../core/answering/full-structure.ts';
import type { Instrument } from '../core/instrument/instrument.ts';
import { type IndexedItem, indexItems, keyOf } from '../core/instrument/item-index.ts';
import type { Response } from '../core/record/response.ts';
import type { Unmatched } from '../fhir/unmatched.ts';
import type { Fault } from './report.ts';

/** Whether an expression decides if the item is asked. Nothing here evaluates it. */
const isUnsure = ({ item, parent }: IndexedItem): boolean =>
  JSON.stringify(item.when ?? '').includes('"expression"') || (!!parent && isUnsure(parent));

/** The required questions that a completed response has no answer to, and no reason for leaving them out. */
export function blankRequired({ status, answers }: Response, instrument: Instrument, unmatched: readonly Unmatched[]): Fault[] {
  if (status !== 'completed') return [];
  const index = indexItems(instrument);
  const sheet = createSheet(instrument, index, full);
  sheet.load(answers);
  const { needed } = sheet.derive();
  const unread = new Set(unmatched.map(({ linkId, at }) => keyOf(linkId, at)));
  return needed.flatMap((key) => {
    const { item } = sheet.get(key) ?? {};
    const indexed = item && index.get(item.id);
    if (!indexed || unread.has(key) || isUnsure(indexed)) return [];
    return [{ path: indexed.item.id, code: 'required-blank', message: 'Required, and not answered' }];
  });
}
