import { isDeepStrictEqual } from 'node:util';
import { type Response, score } from 'attune-elements/core';
import type { Queries } from './database/database.ts';
import { queueRecord } from './fhir/outbox.ts';
import { type Author, type Origin, readRecord, type ReadRecord } from './read-record.ts';
import { Refusal } from './refusal.ts';
import { checkIsKept } from './retention.ts';

/** `known`: the identical record was stored already, and nothing was written. */
export type Kept = 'stored' | 'known';

/** A stored record, and whether a later record of its author has superseded it. */
export interface KeptRecord {
  id: string;
  client: string;
  session: string | null;
  author: Author;
  supersededBy: string | null;
  receivedAt: Date;
  body: Response;
  score: ReturnType<typeof score>;
}

/**
 * Stores a record, or throws a `Refusal` and stores nothing. Run it inside a transaction.
 * Computes the score from the answers, and ignores what a browser computed.
 */
export async function keepRecord(queries: Queries, origin: Origin, sent: unknown): Promise<Kept> {
  const { instrument, response, author } = readRecord(sent, origin);
  const stored = await queries.query(
    `insert into records (id, client_id, session_id, author, replaces, instrument, completed_at, body, score)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (client_id, id) do nothing returning id`,
    [
      response.id,
      origin.client,
      origin.session ?? null,
      author,
      response.replaces ?? null,
      instrument.id,
      response.completedAt,
      JSON.stringify(response),
      JSON.stringify(score(instrument, response)),
    ],
  );
  if (stored.length) {
    await checkIsKept(queries, response.completedAt!);
    await checkReplaced(queries, origin.client, { response, author });
    if (origin.forwards) await queueRecord(queries, origin.client, response.id);
    return 'stored';
  }
  const [there] = await queries.query<{ body: unknown }>('select body from records where client_id = $1 and id = $2', [
    origin.client,
    response.id,
  ]);
  if (isDeepStrictEqual(there?.body, JSON.parse(JSON.stringify(response)))) return 'known';
  throw new Refusal(409, 'Another record is already kept under this id.');
}

/**
 * A record may replace an earlier one of the same client, author and instrument, even one that has not arrived. A record of
 * another client counts as not arrived, because a refusal would reveal that it exists.
 */
async function checkReplaced(
  queries: Queries,
  client: string,
  { response, author }: Omit<ReadRecord, 'instrument'>,
): Promise<void> {
  if (!response.replaces) return;
  const earlier = await queries.query<{ instrument: string; author: Author; id: string }>(
    `with recursive own as (select id, replaces, instrument, author from records where client_id = $1),
     earlier as (
       select * from own where id = $2
       union select own.* from own join earlier on own.id = earlier.replaces
     ) select id, instrument, author from earlier`,
    [client, response.replaces],
  );
  const [replaced] = earlier;
  if (replaced && replaced.author !== author) throw new Refusal(403, 'The record replaces another person’s.');
  if (replaced && replaced.instrument !== response.instrument.id) {
    throw new Refusal(422, 'The record replaces one of another instrument.');
  }
  if (earlier.some(({ id }) => id === response.id))
    throw new Refusal(422, 'The records replace each other in a circle.');
}

/** Selects records. Without a field, all of them. */
export interface RecordFilter {
  client?: string | undefined;
  session?: string | undefined;
  instrument?: string | undefined;
  author?: Author | undefined;
}

/** The stored records, oldest first. */
export async function listRecords(
  queries: Queries,
  { client, session, instrument, author }: RecordFilter = {},
): Promise<KeptRecord[]> {
  const wanted = Object.entries({ client_id: client, session_id: session, instrument, author }).filter(
    ([, value]) => value !== undefined,
  );
  const where = wanted.map(([column], place) => `${column} = $${place + 1}`).join(' and ');
  return queries.query<KeptRecord>(
    `select id, client_id as client, session_id as session, author, superseded_by as "supersededBy",
            received_at as "receivedAt", body, score
     from record_standing ${where && `where ${where}`}
     order by completed_at, id`,
    wanted.map(([, value]) => value),
  );
}
