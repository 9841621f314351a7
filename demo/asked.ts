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

/** One item that was asked, and its answer. */
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

/** Every question that the person was asked, in order, with blanks. Headings and words to read are left out. */
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

/** Whether a person is expected to answer it. Text fields and days are optional. */
export const isLine = ({ item }: Asked): boolean => !item.optional && item.type !== 'text' && item.type !== 'date';

/** How many of the lines have an answer, or were left out on purpose. */
export function lineCount(instrument: Instrument, response: Response): { answered: number; of: number } {
  const lines = listAsked(instrument, response).filter(isLine);
  return { answered: lines.filter(({ state }) => state !== 'unanswered').length, of: lines.length };
}

/** The answers in the same repetition as an instance, by item, in words. Items that are not shown count too. */
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

/** Replaces each `{item}` in a text with its answer, or removes it if there is no answer. */
function fillWording(text: string, answers: ReadonlyMap<string, string>): string {
  return text.replace(/\{([\w-]+)\}(\s*)/g, (_place, item: string, space: string) =>
    answers.has(item) ? `${answers.get(item)}${space}` : '',
  );
}

const inWords = (instrument: Instrument, item: Item, values: readonly Value[]): string =>
  values.map((value) => valueText(instrument, item, value)).join(', ');
