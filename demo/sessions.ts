import type { Queries } from './database/database.ts';
import { isStorable } from './storable.ts';
import type { Pass } from './tokens.ts';

export interface ClinicSession {
  id: string;
  client: string;
  /** From 1, the client's first session. */
  number: number;
  /** `YYYY-MM-DD` */
  heldOn: string;
  therapist: string;
  mode: 'in-person' | 'video' | 'phone';
}

const numbered = `select id, client_id as client, held_on::text as "heldOn", therapist, mode,
  (row_number() over (order by held_on, id))::int as number from sessions`;

/** The sessions of a client, newest first. */
export async function listSessions(queries: Queries, client: string): Promise<ClinicSession[]> {
  return queries.query<ClinicSession>(`${numbered} where client_id = $1 order by held_on desc, id desc`, [client]);
}

/** The session that a pass was made for, if it belongs to the client of the pass. */
export async function readSession(queries: Queries, { client, session }: Pass): Promise<ClinicSession | undefined> {
  const [found] = await queries.query<ClinicSession>(
    `select * from (${numbered} where client_id = $1) as held where id = $2`,
    [client, session ?? ''],
  );
  return found;
}

/** The client whose session it is. */
export async function clientOfSession(queries: Queries, session: string): Promise<string | undefined> {
  if (!isStorable(session)) return undefined;
  const [found] = await queries.query<{ client: string }>('select client_id as client from sessions where id = $1', [
    session,
  ]);
  return found?.client;
}

/** The session of each client that was held last, by client. */
export async function listLastSessions(
  queries: Queries,
  clients: readonly string[],
): Promise<Map<string, Pick<ClinicSession, 'id' | 'heldOn'>>> {
  const rows = await queries.query<{ client: string; id: string; heldOn: string }>(
    `select distinct on (client_id) client_id as client, id, held_on::text as "heldOn" from sessions
     where client_id = any($1) order by client_id, held_on desc, id desc`,
    [clients],
  );
  return new Map(rows.map(({ client, ...session }) => [client, session]));
}
