import { agenda, type Response } from 'attune-elements/core';
import { instrumentOf } from './read-record.ts';
import type { KeptRecord } from './records.ts';

/** What a client wanted to ask on the latest card of another session, the first question first. */
export function lastQuestions(records: readonly KeptRecord[], session: string): string[] {
  const card = records.findLast(
    (record) =>
      record.body.instrument.id === 'boundary-clarity' && !record.supersededBy && record.session !== session,
  );
  return card ? agenda(instrumentOf(card.body), card.body).map(({ text }) => text) : [];
}

/** The questions in the form that the card writes into its record, for records that are made without the card. */
export function givenLastQuestions(questions: readonly string[]): Response['answers'] {
  return questions.map((text, place) => ({ item: 'last-question', at: [place], state: 'answered', values: [text] }));
}
