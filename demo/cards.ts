import { agenda, type AgendaLine, type Response } from 'attune-elements/core';
import { instrumentOf } from './read-record.ts';
import type { KeptRecord } from './records.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The boundary cards of the last time that there was one. After a session that is one card. The intake form has a card with
 * other topics in each of its parts, which are filled in within a day. Records that were replaced are left out.
 */
export function cardsOfLastTime(records: readonly KeptRecord[]): KeptRecord[] {
  const cards = records.filter(({ body, supersededBy }) => body.instrument.id === 'boundary-clarity' && !supersededBy);
  const last = cards.at(-1);
  if (!last) return [];
  if (last.session !== null) return [last];
  const latest = new Map<string | undefined, KeptRecord>();
  for (const card of cards) {
    const isOfLastTime = card.session === null && momentOf(last) - momentOf(card) < day;
    if (isOfLastTime) latest.set(card.body.instrument.options.topics, card);
  }
  return [...latest.values()];
}

const momentOf = ({ body }: KeptRecord): number => Date.parse(body.completedAt ?? '');

/** The questions of these cards, those to ask first before the others. */
export function questionsOf(cards: readonly KeptRecord[]): AgendaLine[] {
  const lines = cards.flatMap(({ body }) => agenda(instrumentOf(body), body));
  return [...lines.filter(({ first }) => first), ...lines.filter(({ first }) => !first)];
}

/** What a client wanted to ask on the latest cards of another session, the first question first. */
export function lastQuestions(records: readonly KeptRecord[], session: string): string[] {
  return questionsOf(cardsOfLastTime(records.filter((record) => record.session !== session))).map(({ text }) => text);
}

/** The questions in the form that the card writes into its record, for records that are made without the card. */
export function givenLastQuestions(questions: readonly string[]): Response['answers'] {
  return questions.map((text, place) => ({ item: 'last-question', at: [place], state: 'answered', values: [text] }));
}
