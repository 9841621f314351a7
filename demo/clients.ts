import type { Response } from 'attune-elements/core';
import type { Queries } from './database/database.ts';
import type { KeptRecord } from './records.ts';
import { isStorable } from './storable.ts';

export interface Client {
  id: string;
  called: string;
  madeUp: boolean;
  createdAt: Date;
}

const columns = 'id, called, made_up as "madeUp", created_at as "createdAt"';

/** In the order in which they were added. */
export async function listClients(queries: Queries): Promise<Client[]> {
  return queries.query<Client>(`select ${columns} from clients order by created_at, id`);
}

export async function readClient(queries: Queries, id: string): Promise<Client | undefined> {
  if (!isStorable(id)) return undefined;
  const [found] = await queries.query<Client>(`select ${columns} from clients where id = $1`, [id]);
  return found;
}

export const unknownClient = 'The clinic does not know this client.';

/** One client in the clinicians' list. */
export interface ClientRow extends Omit<Client, 'createdAt'> {
  sessions: number;
  heldOn: string | null;
  therapist: string | null;
  /** Their latest answers about trust, and what they last wanted to ask. */
  trust: Response | null;
  score: KeptRecord['score'] | null;
  card: Response | null;
}

/** What the clinicians' list shows of each client, the latest session first. Never in the order of scores. */
export async function listClientRows(queries: Queries): Promise<ClientRow[]> {
  const latest = (instruments: string) => `select body, score from record_standing
    where client_id = clients.id and instrument in (${instruments}) and author = 'client' and superseded_by is null
    order by completed_at desc, id desc limit 1`;
  return queries.query<ClientRow>(
    `select clients.id, called, made_up as "madeUp", held.count as sessions,
            last.held_on::text as "heldOn", last.therapist, trust.body as trust, trust.score, card.body as card
     from clients
     left join lateral (select count(*)::int from sessions where client_id = clients.id) as held on true
     left join lateral (
       select held_on, therapist from sessions where client_id = clients.id order by held_on desc, id desc limit 1
     ) as last on true
     left join lateral (${latest("'trust-12', 'trust-pulse'")}) as trust on true
     left join lateral (${latest("'boundary-clarity'")}) as card on true
     order by last.held_on desc nulls last, created_at, clients.id`,
  );
}
