import type { Queries } from '../database/database.ts';
import type { FhirRecord } from './resources-of.ts';

/** A record whose turn it is, and whose sender nobody else is. */
export interface Turn extends Pick<FhirRecord, 'client' | 'madeUp' | 'session' | 'body'> {
  record: string;
  /** From 1. It tells this turn from later ones. */
  attempts: number;
}

type Taken = Pick<Turn, 'client' | 'record' | 'attempts'>;

/** Puts a stored record into the outbox. Run it inside the transaction that stores the record. */
export async function queueRecord(queries: Queries, client: string, record: string): Promise<void> {
  await queries.query('insert into fhir_outbox (client_id, record_id) values ($1, $2)', [client, record]);
}

/**
 * Takes the next record for this many milliseconds. In this time nobody else takes it; after it, the one who took it has died. A record that
 * replaces another waits until that one was sent.
 */
export async function takeTurn(queries: Queries, forMs: number): Promise<Turn | undefined> {
  const [turn] = await queries.query<Turn>(
    `with next as (
       select client_id, record_id from fhir_outbox as waiting
       where not set_aside and not_before <= now() and not exists (
         select 1 from records join fhir_outbox earlier on earlier.client_id = records.client_id and earlier.record_id = records.replaces
         where records.client_id = waiting.client_id and records.id = waiting.record_id
       )
       order by not_before, queued_at limit 1
       for update skip locked
     ), taken as (
       update fhir_outbox set attempts = attempts + 1, not_before = now() + $1::int * interval '1 millisecond'
       from next where fhir_outbox.client_id = next.client_id and fhir_outbox.record_id = next.record_id
       returning fhir_outbox.client_id, fhir_outbox.record_id, attempts
     )
     select taken.client_id as client, record_id as record, attempts, made_up as "madeUp", session_id as session, body
     from taken join clients on clients.id = taken.client_id
     join records on records.client_id = taken.client_id and records.id = taken.record_id`,
    [forMs],
  );
  return turn;
}

const isStill = 'client_id = $1 and record_id = $2 and attempts = $3';
const keyOf = ({ client, record, attempts }: Taken): unknown[] => [client, record, attempts];

/** The other server has stored the record. */
export async function markSent(queries: Queries, taken: Taken): Promise<void> {
  await queries.query('delete from fhir_outbox where client_id = $1 and record_id = $2', [taken.client, taken.record]);
}

/** Tries again after some milliseconds. */
export async function postpone(queries: Queries, taken: Taken, { problem, ms }: { problem: string; ms: number }): Promise<void> {
  await queries.query(
    `update fhir_outbox set not_before = now() + $4::int * interval '1 millisecond', problem = $5 where ${isStill}`,
    [...keyOf(taken), Math.round(ms), problem],
  );
}

/** The other server refuses the record. It waits for somebody at the desk. */
export async function setAside(queries: Queries, taken: Taken, problem: string): Promise<void> {
  await queries.query(`update fhir_outbox set set_aside = true, problem = $4 where ${isStill}`, [...keyOf(taken), problem]);
}

/** What the desk sees of the outbox. */
export interface OutboxState {
  waiting: number;
  /** Since when the first of them waits. */
  since: Date | null;
  /** What went wrong with them, the latest tries of each kind together. */
  problems: { problem: string; count: number }[];
  refused: number;
  /** The first hundred of the refused ones. */
  setAside: { client: string; called: string; madeUp: boolean; instrument: string; problem: string; queuedAt: Date; attempts: number }[];
}

const mostShown = 100;

export async function readOutbox(queries: Queries): Promise<OutboxState> {
  const [state] = await queries.query<Pick<OutboxState, 'waiting' | 'since' | 'refused'>>(
    `select count(*) filter (where not set_aside)::int as waiting, min(queued_at) filter (where not set_aside) as since,
            count(*) filter (where set_aside)::int as refused from fhir_outbox`,
  );
  const problems = await queries.query<OutboxState['problems'][number]>(
    `select problem, count(*)::int as count from fhir_outbox where not set_aside and problem is not null group by problem order by 2 desc, 1`,
  );
  const aside = await queries.query<OutboxState['setAside'][number]>(
    `select clients.id as client, called, made_up as "madeUp", instrument, problem, queued_at as "queuedAt", attempts
     from fhir_outbox join clients on clients.id = fhir_outbox.client_id
     join records on records.client_id = fhir_outbox.client_id and records.id = record_id
     where set_aside order by queued_at, record_id limit ${mostShown}`,
  );
  return { waiting: state?.waiting ?? 0, since: state?.since ?? null, refused: state?.refused ?? 0, problems, setAside: aside };
}

/** Everything that was set aside is sent again. What waits is tried again by itself. */
export async function sendAgain(queries: Queries): Promise<void> {
  await queries.query('update fhir_outbox set set_aside = false, not_before = now() where set_aside');
}
