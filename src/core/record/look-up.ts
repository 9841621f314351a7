import type { AbsentReason, Instrument } from '../instrument/instrument.ts';
import { indexItems, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import type { Answer, Response } from './response.ts';
import { full } from '../answering/full-structure.ts';
import { createSheet } from '../answering/sheet.ts';
import type { SheetStructure } from '../answering/structure.ts';

/**
 * Why an item has no usable answer: the person left it blank or left it out, it was not asked, or it is in a repeating
 * group and can have several answers.
 */
export type Missing = AbsentReason | 'blank' | 'not-asked' | 'repeated';

/** The answer of an item, or the reason why it is missing. */
export type ItemState = Extract<Answer, { state: 'answered' }> | { state: Missing };

/**
 * Returns a function that finds the state of an item in a response by the item's id. An item counts as not asked if it is
 * unknown or hidden in this instrument, or if its condition does not hold.
 */
export const lookUp = (instrument: Instrument, response: Pick<Response, 'answers'>): ((id: string) => ItemState) =>
  lookUpWith(full, instrument, response);

/** The same as `lookUp`, for an instrument whose items `structure` supports. */
export function lookUpWith(structure: SheetStructure, instrument: Instrument, response: Pick<Response, 'answers'>): (id: string) => ItemState {
  const index = indexItems(instrument);
  const answers = new Map(response.answers.map((answer) => [keyOf(answer.item, answer.at ?? []), answer]));
  const sheet = createSheet(instrument, index, structure);
  sheet.load(response.answers);
  sheet.derive();
  return (id) => {
    const indexed = index.get(id);
    if (!indexed || indexed.hidden || !isQuestion(indexed.item)) return { state: 'not-asked' };
    if (indexed.groups.length) return { state: 'repeated' };
    return sheet.find(id, []) ? (answers.get(keyOf(id, [])) ?? { state: 'blank' }) : { state: 'not-asked' };
  };
}
