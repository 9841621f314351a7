import { itemsById } from './instrument.ts';
import {
  createSession,
  isQuestion,
  valueText,
  type Instance,
  type Instrument,
  type Item,
  type Response,
  type Value,
} from 'attune-elements/core';

/** One thing that was asked, and what became of it. */
export interface Asked {
  item: Item;
  at: readonly number[];
  /** The item's text as the person saw it. */
  wording: string;
  state: 'answered' | 'declined' | 'unknown' | 'not-applicable' | 'unanswered';
  values: readonly Value[];
  /** The values in the words that the person saw. */
  words: string;
}

/** Everything that a record's person was asked, in order, blanks among it; headings and words to read are left out. */
export function listAsked(instrument: Instrument, response: Response): Asked[] {
  const { current } = createSession(instrument, {
    newId: () => response.id,
    now: () => response.startedAt,
    locale: response.locale,
    software: response.software,
    restore: response,
  });
  const asked: Asked[] = [];
  const walk = ({ item, at, answer, children }: Instance): void => {
    if (isQuestion(item)) {
      const values = answer?.state === 'answered' ? answer.values : [];
      const wording = item.text.includes('{') ? fillWording(item.text, answersNear(instrument, response, at)) : item.text;
      const state = answer?.state ?? 'unanswered';
      asked.push({ item, at, wording, state, values, words: inWords(instrument, item, values) });
    }
    children.forEach(walk);
  };
  current.instances.forEach(walk);
  return asked;
}

/** What was answered around a place, by item, in words: in the same repetition, also by items that are not shown. */
export function answersNear(
  instrument: Instrument,
  { answers }: Response,
  place: readonly number[],
): Map<string, string> {
  const items = itemsById(instrument);
  const near = answers.filter(({ at = [] }) => at.every((number, depth) => number === place[depth]));
  return new Map(
    near.flatMap((answer) => {
      const found = items.get(answer.item);
      return found && answer.state === 'answered'
        ? [[answer.item, inWords(instrument, found.item, answer.values)] as const]
        : [];
    }),
  );
}

/** A text with the answers in its `{item}` places. A place without an answer leaves nothing behind. */
function fillWording(text: string, answers: ReadonlyMap<string, string>): string {
  return text.replace(/\{([\w-]+)\}(\s*)/g, (_place, item: string, space: string) =>
    answers.has(item) ? `${answers.get(item)}${space}` : '',
  );
}

const inWords = (instrument: Instrument, item: Item, values: readonly Value[]): string =>
  values.map((value) => valueText(instrument, item, value)).join(', ');
