import { isDeepStrictEqual } from 'node:util';
import { type Instrument, readResponse, type Response, score } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
import type { Queries } from './database/database.ts';
import { Refusal } from './refusal.ts';
import type { Pass } from './tokens.ts';

/** `known`: the identical record was here already, and nothing was written. */
export type Kept = 'stored' | 'known';

/** A record as it is kept, and whether it is still what the person says. */
export interface KeptRecord {
  id: string;
  client: string;
  session: string | null;
  supersededBy: string | null;
  receivedAt: Date;
  body: Response;
  score: ReturnType<typeof score>;
}

/**
 * Keeps a record that a client sent, or throws a `Refusal` and keeps nothing. Run it inside a transaction.
 * The score is computed here from the answers; what a browser computed is not asked for.
 */
export async function keepRecord(queries: Queries, pass: Pass, sent: unknown): Promise<Kept> {
  const { instrument, response } = readRecord(pass, sent);
  const stored = await queries.query(
    `insert into records (id, client_id, session_id, replaces, instrument, completed_at, body, score)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
    [
      response.id,
      pass.client,
      pass.session ?? null,
      response.replaces ?? null,
      instrument.id,
      response.completedAt,
      JSON.stringify(response),
      JSON.stringify(score(instrument, response)),
    ],
  );
  if (stored.length) {
    await checkReplaced(queries, pass, response);
    return 'stored';
  }
  const [there] = await queries.query<{ client_id: string; body: unknown }>(
    'select client_id, body from records where id = $1',
    [response.id],
  );
  if (there?.client_id === pass.client && isDeepStrictEqual(there.body, JSON.parse(JSON.stringify(response)))) {
    return 'known';
  }
  throw new Refusal(409, 'Another record is already kept under this id.');
}

/** The one gate: rebuilds the instrument that the record names and reads the record against it. */
function readRecord(pass: Pass, sent: unknown): { instrument: Instrument; response: Response } {
  const instrument = instrumentOf(sent);
  const read = readResponse(instrument, sent);
  if (!read.ok) {
    const problems = read.problems.map(({ path, code }) => ({ path, code }));
    throw new Refusal(422, 'The record does not fit its instrument.', problems);
  }
  const { response } = read;
  if (response.status !== 'completed' || !response.completedAt) throw new Refusal(422, 'The record is not completed.');
  for (const id of [response.id, response.replaces ?? response.id]) {
    if (!/^[\w.~-]{8,100}$/.test(id))
      throw new Refusal(422, 'A record’s id must have 8 to 100 letters, digits, dots, dashes, tildes or underscores.');
  }
  if (instrument.audience !== 'client' || (response.author ?? 'client') !== 'client') {
    throw new Refusal(403, 'This page takes a client’s own answers only.');
  }
  if ((response.subject ?? pass.client) !== pass.client) throw new Refusal(403, 'The record is about another client.');
  if (pass.session && (response.encounter ?? pass.session) !== pass.session) {
    throw new Refusal(403, 'The record is about another session.');
  }
  return { instrument, response };
}

/** The instrument that a record names, with the options that it was asked with. */
export function instrumentOf(record: unknown): Instrument {
  const named = (record as { instrument?: unknown } | null)?.instrument as
    { id?: unknown; options?: unknown } | null | undefined;
  if (typeof named?.id !== 'string') throw new Refusal(400, 'The record does not say which instrument was answered.');
  const resolved = getInstrument(named.id, (named.options ?? {}) as Record<string, string>);
  if (resolved.ok) return resolved.instrument;
  throw new Refusal(422, 'The record names an instrument, or options of one, that the clinic does not use.');
}

/** A record may replace an earlier one of the same client and instrument, also one that has not arrived. */
async function checkReplaced(queries: Queries, pass: Pass, response: Response): Promise<void> {
  if (!response.replaces) return;
  const earlier = await queries.query<{ client_id: string; instrument: string; id: string }>(
    `with recursive earlier as (
       select id, replaces, client_id, instrument from records where id = $1
       union select records.id, records.replaces, records.client_id, records.instrument
       from records join earlier on records.id = earlier.replaces
     ) select id, client_id, instrument from earlier`,
    [response.replaces],
  );
  const [replaced] = earlier;
  if (replaced && replaced.client_id !== pass.client) throw new Refusal(403, 'The record replaces another client’s.');
  if (replaced && replaced.instrument !== response.instrument.id) {
    throw new Refusal(422, 'The record replaces one of another instrument.');
  }
  if (earlier.some(({ id }) => id === response.id))
    throw new Refusal(422, 'The records replace each other in a circle.');
}

/** What is kept, oldest first: of one client, or of all. */
export async function listRecords(queries: Queries, client?: string): Promise<KeptRecord[]> {
  return queries.query<KeptRecord>(
    `select id, client_id as client, session_id as session, superseded_by as "supersededBy",
            received_at as "receivedAt", body, score
     from record_standing where $1::text is null or client_id = $1
     order by completed_at, id`,
    [client ?? null],
  );
}
