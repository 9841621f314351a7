import {
  createSession,
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
    if (item.type !== 'group' && item.type !== 'display') {
      const values = answer?.state === 'answered' ? answer.values : [];
      asked.push({ item, at, state: answer?.state ?? 'unanswered', values, words: inWords(instrument, item, values) });
    }
    children.forEach(walk);
  };
  current.instances.forEach(walk);
  return asked;
}

function inWords(instrument: Instrument, item: Item, values: readonly Value[]): string {
  const choices = item.type === 'choice' ? (item.choices ?? instrument.scales[item.scale ?? '']?.choices ?? []) : [];
  return values.map((value) => choices.find(({ code }) => code === value)?.text ?? String(value)).join(', ');
}
