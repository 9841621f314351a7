import type { AbsentReason, Instrument } from './instrument.ts';
import { indexItems, keyOf } from './item-index.ts';
import { isQuestion } from './item-types/index.ts';
import type { Answer, Response } from './response.ts';
import { createVisibility } from './visibility.ts';

/**
 * Why there is no answer to go by at an item: the person left it blank or dealt with it otherwise, was not asked, or was
 * asked in a group that repeats, where the item has no one place.
 */
export type Missing = AbsentReason | 'blank' | 'not-asked' | 'repeated';

/** What stands at an item: its answer, or why there is none. */
export type ItemState = Extract<Answer, { state: 'answered' }> | { state: Missing };

/**
 * Tells by its id what stands at an item of a response. An item that is unknown or hidden here, or whose condition does
 * not hold, was not asked.
 */
export function lookUp(instrument: Instrument, response: Pick<Response, 'answers'>): (id: string) => ItemState {
  const index = indexItems(instrument);
  const answers = new Map(response.answers.map((answer) => [keyOf(answer.item, answer.at ?? []), answer]));
  const shown = createVisibility(instrument, index, (key) => answers.get(key));
  return (id) => {
    const spot = index.get(id);
    if (!spot || spot.hidden || !isQuestion(spot.item)) return { state: 'not-asked' };
    if (spot.groups.length) return { state: 'repeated' };
    return shown(spot, []) ? (answers.get(id) ?? { state: 'blank' }) : { state: 'not-asked' };
  };
}
