import { createSession, type Response, score, type Session, type Value } from 'attune-elements/core';
import type { Database, Queries } from '../database/database.ts';
import { itemTexts, ownInstrument } from '../instrument.ts';
import { givenLastQuestions } from '../cards.ts';
import { readRecord } from '../read-record.ts';
import { makeCourses } from './courses.ts';
import { instrumentFor } from './forms.ts';
import type { MadeUpAnswers, MadeUpPerson } from './made-up.ts';
import { people } from './people.ts';
import { createRandom, type Random } from './random.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const unreadDays = 4;

/** The number of clients and of all their sessions, including those that were written by hand. */
export interface ClinicSize {
  clients: number;
  sessions: number;
}

const whole: ClinicSize = { clients: 40, sessions: 600 };

/** Fills a clinic that has no clients with made-up ones. False if it has some. */
export async function seed(database: Database, today = new Date(), size = whole): Promise<boolean> {
  return database.transaction(async (queries) => {
    if ((await queries.query('select 1 from clients limit 1')).length) return false;
    await keepMadeUp(queries, madeUpPeople(size), today);
    // An embedded PostgreSQL does not analyse its tables by itself, and would plan its queries for empty tables.
    await queries.query('analyze');
    return true;
  });
}

/** All made-up people, the same every time. */
export function madeUpPeople({ clients, sessions }: ClinicSize = whole): MadeUpPerson[] {
  const written = people.slice(0, clients);
  const held = written.reduce((sum, person) => sum + person.sessions.length, 0);
  return [...written, ...makeCourses(clients - written.length, sessions - held)];
}

/** Writes people as clients who are marked as made up, with everything that they sent, in one statement for each table. */
export async function keepMadeUp(queries: Queries, people: readonly MadeUpPerson[], today: Date): Promise<void> {
  const tables = rowsOf(people, today);
  for (const [table, rows] of Object.entries(tables)) {
    const types = columnTypes[table as keyof typeof tables];
    const columns = Object.keys(types).join(', ');
    const shape = Object.entries(types).map(([column, type]) => `${column} ${type}`).join(', ');
    await queries.query(
      `insert into ${table} (${columns}) select ${columns} from json_to_recordset($1::json) as row (${shape})`,
      [JSON.stringify(rows)],
    );
  }
}

/** The columns that are written in each table, with their types. */
const columnTypes = {
  clients: { id: 'text', called: 'text', made_up: 'boolean', created_at: 'timestamptz' },
  sessions: { id: 'text', client_id: 'text', held_on: 'date', therapist: 'text', mode: 'text' },
  records: {
    id: 'text',
    client_id: 'text',
    session_id: 'text',
    author: 'text',
    replaces: 'text',
    instrument: 'text',
    completed_at: 'timestamptz',
    received_at: 'timestamptz',
    body: 'json',
    score: 'jsonb',
  },
  milestones: {
    client_id: 'text',
    id: 'text',
    milestone: 'text',
    marked_on: 'date',
    words: 'text',
    note: 'text',
    motif: 'smallint',
    shared: 'boolean',
    put_away: 'boolean',
    changed_at: 'timestamptz',
  },
  shared_entries: {
    client_id: 'text',
    id: 'text',
    written_on: 'date',
    prompt: 'text',
    words: 'text',
    shared_at: 'timestamptz',
  },
  desk_reading: { client_id: 'text', read_to: 'timestamptz' },
};

type Row = Record<string, unknown>;

interface Place {
  client: string;
  session: string | undefined;
}

function rowsOf(people: readonly MadeUpPerson[], today: Date): Record<keyof typeof columnTypes, Row[]> {
  const random = createRandom(7);
  const rows: Record<keyof typeof columnTypes, Row[]> = {
    clients: [],
    sessions: [],
    records: [],
    milestones: [],
    shared_entries: [],
    desk_reading: [],
  };
  const prompts = itemTexts(ownInstrument('progress-journal'));
  for (const [place, person] of people.entries()) {
    const client = random.id();
    const before = (days: number): Date => workingDay(new Date(new Date(today).setUTCHours(15, 5 + 7 * place, 0, 0) - days * day));
    const came = before((person.sessions[0]?.ago ?? 3) + 8);
    // The desk has read everything but the last days. The last one who came is new to it.
    if (person.sessions.length) rows.desk_reading.push({ client_id: client, read_to: new Date(today.getTime() - unreadDays * day) });
    rows.clients.push({ id: client, called: person.called, made_up: true, created_at: new Date(came.getTime() + place) });
    const keep = (answers: MadeUpAnswers, when: Date, session?: string): void => {
      for (const record of fillIn(answers, when, { random, client, session })) {
        rows.records.push(rowOf(record, { client, session }, today));
      }
    };
    for (const [order, answers] of (person.intake ?? []).entries()) keep(answers, new Date(came.getTime() + order * minute));
    for (const { ago, therapist, mode, records } of person.sessions) {
      const id = random.id();
      const held = before(ago);
      rows.sessions.push({ id, client_id: client, held_on: dayOf(held), therapist, mode });
      for (const [order, answers] of records.entries()) keep(answers, new Date(held.getTime() + order * 4 * minute), id);
    }
    for (const { milestone, ago, text, note, motif, shared = false, putAway = false } of person.milestones ?? []) {
      rows.milestones.push({
        client_id: client,
        id: random.id(),
        milestone,
        marked_on: dayOf(before(ago)),
        words: text,
        note,
        motif,
        shared,
        put_away: putAway,
        changed_at: before(ago),
      });
    }
    for (const { ago, prompt, text, first } of person.journal ?? []) {
      // In the evening. Unlike a session, it may be on a weekend.
      const written = new Date(new Date(today).setUTCHours(20, 10, 0, 0) - ago * day);
      const entry = { client_id: client, id: random.id(), written_on: dayOf(written), prompt: prompt && prompts.get(prompt) };
      for (const [order, words] of (first ? [first, text] : [text]).entries()) {
        rows.shared_entries.push({ ...entry, words, shared_at: new Date(written.getTime() + order * 20 * minute) });
      }
    }
  }
  return rows;
}

/** Moves a moment on a weekend to the Friday before. */
const workingDay = (moment: Date): Date => new Date(moment.getTime() - ({ 6: 1, 0: 2 }[moment.getUTCDay()] ?? 0) * day);

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Makes the same checks as for any record. */
function rowOf(sent: Response, { client, session }: Place, today: Date): Row {
  const from = sent.author === 'client' ? 'client' : 'desk';
  const { instrument, response, author } = readRecord(sent, { client, ...(session && { session }), from, now: today });
  return {
    id: response.id,
    client_id: client,
    session_id: session,
    author,
    replaces: response.replaces,
    instrument: instrument.id,
    completed_at: response.completedAt,
    received_at: response.completedAt,
    body: response,
    score: score(instrument, response),
  };
}

/** Answers as a person would, with the package's own filling session. Returns the record, or both if it was changed. */
function fillIn(
  { instrument: id, options = {}, given, last = {}, left = {}, first }: MadeUpAnswers,
  when: Date,
  { random, client, session: encounter }: Place & { random: Random },
): Response[] {
  const instrument = instrumentFor(id, options);
  let now = when;
  const session = createSession(instrument, {
    newId: () => `made-up-${random.id()}`,
    now: () => now.toISOString(),
    locale: 'en',
    software: { name: 'harbour-clinic-seed', version: '1.0.0' },
    given: givenLastQuestions(Object.keys(last)),
  });
  const author = ({ client: 'client', clinician: 'therapist', observer: 'observer' } as const)[instrument.audience];
  session.setDetails({ disclosure: 'Made up.', subject: client, encounter, author });
  const fill = (values: MadeUpAnswers['given']): void => {
    for (const [item, value] of Object.entries(values)) {
      const list = Array.isArray(value) ? (value as Value[]) : [value as Value];
      // A person's own question is the first of a group that repeats.
      check(item, session.answer(item, list, item.startsWith('q-') ? [0] : []));
    }
  };
  for (const [place, answer] of Object.values(last).entries()) {
    check('last-answered', session.answer('last-answered', [answer], [place]));
  }
  const records: Response[] = [];
  if (first) {
    fill(first);
    const record = session.complete();
    records.push(record);
    session.markSent(record);
    now = new Date(when.getTime() + minute);
  }
  fill(given);
  for (const [item, reason] of Object.entries(left)) check(item, session.leaveOut(item, reason));
  return [...records, session.complete()];
}

function check(item: string, outcome: ReturnType<Session['answer']>): void {
  if (!outcome.ok) throw new Error(`The seed cannot answer ${item}: ${outcome.problem.message}`);
}
