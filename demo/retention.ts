import type { Database, Queries } from './database/database.ts';
import type { Log } from './log.ts';
import { Refusal } from './refusal.ts';

/** How long everything is kept. */
export interface Retention {
  /** In whole days, 1 or more. */
  days: number;
  now?: () => Date;
}

const day = 24 * 60 * 60 * 1000;

/** The first day, in UTC as `YYYY-MM-DD`, of which everything is kept. Each thing is kept for `days` full days. */
export const keptFrom = ({ days, now = () => new Date() }: Retention): string => new Date(now().getTime() - days * day).toISOString().slice(0, 10);

/**
 * Records that came before $1, and those that they replaced: one of these can have come later, and would count again without the one that
 * replaced it.
 */
const oldRecords = `with recursive old as (
  select client_id, id, replaces, instrument, author from records where received_at < $1
  union
  select replaced.client_id, replaced.id, replaced.replaces, replaced.instrument, replaced.author from records replaced
  join old on replaced.client_id = old.client_id and replaced.id = old.replaces
    and replaced.instrument = old.instrument and replaced.author = old.author
)`;

/** Clients that are older than $1 and of whom nothing is left. */
const emptyClients = `select id from clients where created_at < $1 and ${['sessions', 'records', 'shared_entries', 'milestones']
  .map((table) => `not exists (select 1 from ${table} where client_id = clients.id)`)
  .join(' and ')}`;

/** What is erased, in this order, because a row may refer to a later one. `$1` is the start of the first day that is kept. */
const erasing = {
  'waiting to be sent': `${oldRecords} delete from fhir_outbox using old where fhir_outbox.client_id = old.client_id and record_id = old.id`,
  answers: `${oldRecords} delete from records using old where records.client_id = old.client_id and records.id = old.id`,
  'journal entries': 'delete from shared_entries where shared_at < $1',
  milestones: 'delete from milestones where changed_at < $1',
  sessions: `delete from sessions where held_on < ($1::timestamptz at time zone 'UTC')::date
    and not exists (select 1 from records where session_id = sessions.id)`,
  'notes of who read': 'delete from readings where read_at < $1',
  'removed milestones': `delete from removed_milestones where client_id in (${emptyClients})`,
  'marks of the desk': `delete from desk_reading where client_id in (${emptyClients})`,
  clients: `delete from clients where id in (${emptyClients})`,
};

/** Erases what is too old, and notes what and how much, in one transaction. Does nothing if that day was done. */
export async function eraseOld(database: Database, retention: Retention): Promise<void> {
  const from = keptFrom(retention);
  const erasedAt = (retention.now ?? (() => new Date()))();
  await database.transaction(async (queries) => {
    // Of two servers, one waits for the other.
    await queries.query('lock table erasures in exclusive mode');
    const done = await erasedUpTo(queries);
    if (done !== undefined && done >= from) return;
    const note = (kind: string, count: number): Promise<unknown> =>
      queries.query('insert into erasures (erased_at, kind, count, up_to) values ($1, $2, $3, $4)', [erasedAt, kind, count, from]);
    let all = 0;
    for (const [kind, statement] of Object.entries(erasing)) {
      const { length } = await queries.query(`${statement} returning 1`, [`${from}T00:00:00Z`]);
      if (length) await note(kind, length);
      all += length;
    }
    if (!all) await note('nothing', 0);
  });
}

/** The day, as `YYYY-MM-DD`, before which everything was erased. Undefined if nothing ever was. */
export async function erasedUpTo(queries: Queries): Promise<string | undefined> {
  const [row] = await queries.query<{ day: string | null }>('select max(up_to)::text as day from erasures');
  return row?.day ?? undefined;
}

/**
 * Refuses a record that was erased and comes again. It needs no list of what was erased: a device may be a day ahead of the server, so every
 * record that was erased was completed before this moment.
 */
export async function checkIsKept(queries: Queries, completedAt: string): Promise<void> {
  const from = await erasedUpTo(queries);
  if (from !== undefined && Date.parse(completedAt) < Date.parse(from) + day) {
    throw new Refusal(410, 'The clinic has erased all answers of that time, and takes none of that time any more.');
  }
}

export interface Erasure {
  erasedAt: Date;
  kind: string;
  count: number;
  /** `YYYY-MM-DD`: what came before this day was erased. */
  upTo: string;
}

/** What was erased, the latest first. Runs that found nothing are left out. */
export async function listErasures(queries: Queries, most: number): Promise<Erasure[]> {
  return queries.query<Erasure>(
    `select erased_at as "erasedAt", kind, count, up_to::text as "upTo" from erasures where kind <> 'nothing' order by number desc limit ${Math.trunc(most)}`,
  );
}

const anHour = 60 * 60 * 1000;

/** Erases what is too old now and each day, until the returned function is called. */
export async function keepErasingOld(database: Database, retention: Retention, log?: Log): Promise<() => void> {
  await eraseOld(database, retention);
  const timer = setInterval(() => {
    // The next round tries again.
    eraseOld(database, retention).catch((cause: Error) => log?.(`Old answers could not be erased: ${cause.name}`));
  }, anHour);
  timer.unref();
  return () => clearInterval(timer);
}
