import { randomUUID } from 'node:crypto';
import { createSession, type Response, type Value } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
import 'attune-elements/translations/ar';
import 'attune-elements/translations/de';
import { givenLastQuestions } from '../../demo/cards.ts';

const day = 24 * 60 * 60 * 1000;

/** When the records are filled in: some days ago, because a host refuses records from the future. */
export const filledAt = `${new Date(Date.now() - 4 * day).toISOString().slice(0, 10)}T17:05:00+01:00`;

type Reason = 'declined' | 'unknown' | 'not-applicable';

/** The answers, by item: values, or the reason why there are none. */
export type Given = Record<string, readonly Value[] | Reason>;

/**
 * A completed record, made by the package's own filling session like in a widget. `last-answered.1` is the item in its
 * second repetition.
 */
export function fillIn(id: string, options: Record<string, string>, given: Given): Response {
  return complete(getInstrument(id, options), given, {});
}

/** The same in a translation of the package. All of them are drafts. */
export function fillInTranslated(language: string, { id, options = {} }: { id: string; options?: Record<string, string> }, given: Given): Response {
  return complete(getInstrument(id, options, { language, translations: 'draft' }), given, { locale: language });
}

/** A completed boundary card. `lastQuestions` are the questions of last time that the host gives it. */
export function fillInCard(options: Record<string, string>, given: Given, lastQuestions: readonly string[]): Response {
  return complete(getInstrument('boundary-clarity', options), given, { lastQuestions });
}

function complete(
  resolved: ReturnType<typeof getInstrument>,
  given: Given,
  { lastQuestions = [], locale = 'en' }: { lastQuestions?: readonly string[]; locale?: string },
): Response {
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const session = createSession(resolved.instrument, {
    newId: randomUUID,
    now: () => filledAt,
    locale,
    software: { name: 'attune-elements', version: '0.1.0' },
    given: givenLastQuestions(lastQuestions),
  });
  for (const [key, answer] of Object.entries(given)) {
    const [item = '', ...places] = key.split('.');
    const at = item.startsWith('q-') ? [0] : places.map(Number);
    const outcome = typeof answer === 'string' ? session.leaveOut(item, answer, at) : session.answer(item, answer, at);
    if (!outcome.ok) throw new Error(`${item}: ${outcome.problem.message}`);
  }
  session.setDetails({ disclosure: 'Ida Lindqvist will see this.' });
  return session.complete();
}

/** The one-minute pulse with all answers: a score of 81.25 of 100. */
export function pulse(more: Given = {}): Response {
  return fillIn(
    'trust-pulse',
    {},
    {
      't-now': [0],
      t01: ['agree'],
      t02: ['totally-agree'],
      t03: ['agree'],
      t07: ['agree'],
      ...more,
    },
  );
}

/** The record as it is sent: plain JSON that a test may change. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
