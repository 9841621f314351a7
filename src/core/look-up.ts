import type { AbsentReason, Instrument } from './instrument.ts';
import { indexItems, isQuestion } from './item-index.ts';
import type { Answer, Response } from './response.ts';
import { createVisibility } from './visibility.ts';

/** Why an item has no answer: the person left it blank, was not asked, or dealt with it otherwise. */
export type Missing = AbsentReason | 'blank' | 'not-asked';

/** What stands at an item: its answer, or why there is none. */
export type Standing = Extract<Answer, { state: 'answered' }> | { state: Missing };

const blank: Standing = { state: 'blank' };
const notAsked: Standing = { state: 'not-asked' };

/**
 * Tells by its id what stands at an item of a response. An item that is unknown or hidden here, or whose condition does
 * not hold, was not asked. Items in repeating groups have no one place in a response: they count as not asked too.
 */
export function lookUp(instrument: Instrument, response: Pick<Response, 'answers'>): (id: string) => Standing {
  const index = indexItems(instrument);
  const answers = new Map<string, Answer>();
  for (const answer of response.answers) if (!answer.at?.length) answers.set(answer.item, answer);
  const shown = createVisibility(instrument, index, (key) => answers.get(key));
  return (id) => {
    const spot = index.get(id);
    if (!spot || spot.hidden || spot.groups.length || !isQuestion(spot.item) || !shown(spot, [])) return notAsked;
    return answers.get(id) ?? blank;
  };
}
