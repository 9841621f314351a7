import { agenda, type AgendaLine, type Response } from 'attune-elements/core';
import { type Language, ownLanguage } from './languages.ts';
import type { KeptRecord } from './records.ts';
import { asSeen, inLanguage } from './wording.ts';

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

/** A question in the clinic's wording, and in the one that the person saw if it is another. */
export interface QuestionLine extends AgendaLine {
  seen?: { text: string; language: string; dir: string };
}

/** What the person wants to talk about, as one record says it. */
export function questionsIn(body: Response): QuestionLine[] {
  const seen = asSeen(body);
  const texts = seen ? agenda(seen, body) : [];
  return agenda(inLanguage(body.instrument, ownLanguage), body).map((line, place) => {
    const text = texts[place]?.text;
    return seen && text !== undefined ? { ...line, seen: { text, language: seen.language, dir: seen.direction ?? 'ltr' } } : line;
  });
}

/** The questions of these cards, those to ask first before the others. */
export function questionsOf(cards: readonly KeptRecord[]): QuestionLine[] {
  const lines = cards.flatMap(({ body }) => questionsIn(body));
  return firstBefore(lines);
}

const firstBefore = <Line extends AgendaLine>(lines: readonly Line[]): Line[] => [
  ...lines.filter(({ first }) => first),
  ...lines.filter(({ first }) => !first),
];

/** What a client wanted to ask on the latest cards of another session, in a language, the first question first. */
export function lastQuestions(records: readonly KeptRecord[], session: string, language: Language = ownLanguage): string[] {
  const cards = cardsOfLastTime(records.filter((record) => record.session !== session));
  const lines = cards.flatMap(({ body }) => agenda(inLanguage(body.instrument, language), body));
  return firstBefore(lines).map(({ text }) => text);
}

/** The questions in the form that the card writes into its record, for records that are made without the card. */
export function givenLastQuestions(questions: readonly string[]): Response['answers'] {
  return questions.map((text, place) => ({ item: 'last-question', at: [place], state: 'answered', values: [text] }));
}
