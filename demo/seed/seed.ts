import { randomUUID } from 'node:crypto';
import { createSession, type Response, type Session } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
import type { Database, Queries } from '../database/database.ts';
import { changeMilestone } from '../milestones.ts';
import { givenLastQuestions } from '../last-questions.ts';
import { newId } from '../new-id.ts';
import { keepRecord } from '../records.ts';
import { type MadeUpAnswers, people } from './people.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** Fills a clinic that has no clients with made-up ones, through the same gate as everyone's. False if it has some. */
export async function seed(database: Database, today = new Date()): Promise<boolean> {
  return database.transaction(async (queries) => {
    if ((await queries.query('select 1 from clients limit 1')).length) return false;
    for (const [place, person] of people.entries()) await seedPerson(queries, person, today, place);
    return true;
  });
}

async function seedPerson(
  queries: Queries,
  person: (typeof people)[number],
  today: Date,
  place: number,
): Promise<void> {
  const client = newId();
  // Someone's afternoon, some days ago.
  const before = (days: number): Date => new Date(new Date(today).setUTCHours(15, 5 + 7 * place, 0, 0) - days * day);
  const came = before((person.sessions[0]?.ago ?? 3) + 8);
  await queries.query('insert into clients (id, called, made_up, created_at) values ($1, $2, true, $3)', [
    client,
    person.called,
    new Date(came.getTime() + place).toISOString(),
  ]);
  for (const [order, answers] of (person.intake ?? []).entries()) {
    await keepRecord(queries, { client }, fillIn(answers, new Date(came.getTime() + order * minute)));
  }
  for (const { ago, therapist, mode, records } of person.sessions) {
    const session = newId();
    const held = before(ago);
    await queries.query('insert into sessions (id, client_id, held_on, therapist, mode) values ($1, $2, $3, $4, $5)', [
      session,
      client,
      held.toISOString().slice(0, 10),
      therapist,
      mode,
    ]);
    for (const [order, answers] of records.entries()) {
      await keepRecord(queries, { client, session }, fillIn(answers, new Date(held.getTime() + order * 4 * minute)));
    }
  }
  for (const { milestone, ago, text, note, motif, shared, putAway } of person.milestones ?? []) {
    const change = { id: newId(), milestone, date: before(ago).toISOString().slice(0, 10), text, note, motif };
    await changeMilestone(queries, client, { ...change, action: 'mark' });
    if (shared) await changeMilestone(queries, client, { ...change, action: 'share' });
    if (putAway) await changeMilestone(queries, client, { ...change, action: 'put-away' });
  }
}

/** Answers as a person would, with the package's own session, and gives the record that it makes. */
function fillIn({ instrument: id, options = {}, given, last = {}, left = {} }: MadeUpAnswers, when: Date): Response {
  const resolved = getInstrument(id, options);
  if (!resolved.ok) throw new Error(`The seed names ${id} with options that it does not have.`);
  const session = createSession(resolved.instrument, {
    newId: randomUUID,
    now: () => when.toISOString(),
    locale: 'en',
    software: { name: 'harbour-clinic-seed', version: '1.0.0' },
    given: givenLastQuestions(Object.keys(last)),
  });
  for (const [place, answer] of Object.values(last).entries()) {
    check('last-answered', session.answer('last-answered', [answer], [place]));
  }
  for (const [item, values] of Object.entries(given)) {
    const list = typeof values === 'object' ? values : [values];
    // A person's own question is the first of a group that repeats.
    check(item, session.answer(item, list, item.startsWith('q-') ? [0] : []));
  }
  for (const [item, reason] of Object.entries(left)) check(item, session.leaveOut(item, reason));
  return session.record({ disclosure: 'Made up.' });
}

function check(item: string, outcome: ReturnType<Session['answer']>): void {
  if (!outcome.ok) throw new Error(`The seed cannot answer ${item}: ${outcome.problem.message}`);
}
