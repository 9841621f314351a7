import type { Response } from 'attune-elements/core';
import type { Database, Queries } from './database/database.ts';
import type { Filled, PartName } from './intake-parts.ts';

/** How long a draft is kept, from its first part on. */
export const draftHours = 24;

const isKept = `started_at > now() - interval '${draftHours} hours'`;

/** What a form held when it was sent: answers, with or without a name, or a name alone. */
export type Sent = 'answers' | 'name';

/** An intake form that is being filled in, or that was sent within the day. */
export interface Draft {
  startedAt: Date;
  sent: Sent | null;
  filled: Filled;
}

/** The draft, unless nothing was saved in it, it was forgotten, or its day is over. */
export async function readDraft(queries: Queries, id: string): Promise<Draft | undefined> {
  const [draft] = await queries.query<Omit<Draft, 'filled'>>(
    `select started_at as "startedAt", sent from intake_drafts where id = $1 and ${isKept}`,
    [id],
  );
  return draft && { ...draft, filled: await readFilled(queries, id) };
}

async function readFilled(queries: Queries, id: string): Promise<Filled> {
  const rows = await queries.query<{ part: PartName; body: string | Response }>(
    'select part, body from intake_parts where draft_id = $1',
    [id],
  );
  return Object.fromEntries(rows.map(({ part, body }) => [part, body]));
}

/** The draft, which nobody else can change until the end of the transaction. */
export async function lockDraft(queries: Queries, id: string): Promise<Draft | undefined> {
  await queries.query('select 1 from intake_drafts where id = $1 for update', [id]);
  return readDraft(queries, id);
}

/**
 * Saves a part, in the place of what was saved of it before. Run it inside a transaction. Returns the start of the draft,
 * or `undefined` if the draft was sent or its day is over: then nothing is saved.
 */
export async function savePart(
  queries: Queries,
  id: string,
  { part, body }: { part: PartName; body: string | Response },
): Promise<Date | undefined> {
  await queries.query('insert into intake_drafts (id) values ($1) on conflict (id) do nothing', [id]);
  const draft = await lockDraft(queries, id);
  if (!draft || draft.sent) return undefined;
  await queries.query(
    `insert into intake_parts (draft_id, part, body) values ($1, $2, $3)
     on conflict (draft_id, part) do update set body = excluded.body, saved_at = now()`,
    [id, part, JSON.stringify(body)],
  );
  return draft.startedAt;
}

export async function erasePart(queries: Queries, id: string, part: PartName): Promise<void> {
  await queries.query('delete from intake_parts where draft_id = $1 and part = $2', [id, part]);
}

export async function forgetDraft(queries: Queries, id: string): Promise<void> {
  await queries.query('delete from intake_drafts where id = $1', [id]);
}

/** Erases the parts and notes that the draft was sent. */
export async function closeDraft(queries: Queries, id: string, sent: Sent): Promise<void> {
  await queries.query('delete from intake_parts where draft_id = $1', [id]);
  await queries.query('update intake_drafts set sent = $2 where id = $1', [id, sent]);
}

/** Erases every draft whose day is over. */
export async function eraseOldDrafts(queries: Queries): Promise<void> {
  await queries.query(`delete from intake_drafts where not (${isKept})`);
}

const tenMinutes = 10 * 60 * 1000;

/** Erases old drafts now and from time to time, until the returned function is called. */
export async function keepErasing(database: Database): Promise<() => void> {
  await eraseOldDrafts(database);
  // A failure is no reason to end the server: the next round erases them, and no page shows an old draft.
  const timer = setInterval(() => void eraseOldDrafts(database).catch(() => {}), tenMinutes);
  timer.unref();
  return () => clearInterval(timer);
}
