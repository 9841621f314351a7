import type { Queries } from './database/database.ts';
import type { KeptRecord } from './records.ts';
import { isStorable } from './storable.ts';
import { type Unread, unreadOfClients } from './unread.ts';

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

/** One client in the clinicians' list. */
export interface ClientRow extends Omit<Client, 'createdAt'> {
  sessions: number;
  heldOn: string | null;
  therapist: string | null;
  unread: Unread;
}

/** All clients for the clinicians' list, the latest session first. Never in the order of scores. */
export async function listClientRows(queries: Queries): Promise<ClientRow[]> {
  const rows = await queries.query<Omit<ClientRow, 'unread'> & Unread>(
    `select clients.id, called, made_up as "madeUp", held.count as sessions,
            last.held_on::text as "heldOn", last.therapist,
            unread.forms, unread.entries, unread.milestones, unread."upTo", unread."readTo"
     from clients
     left join (${unreadOfClients}) as unread on unread.client_id = clients.id
     left join lateral (select count(*)::int from sessions where client_id = clients.id) as held on true
     left join lateral (
       select held_on, therapist from sessions where client_id = clients.id order by held_on desc, id desc limit 1
     ) as last on true
     order by last.held_on desc nulls last, created_at, clients.id`,
  );
  return rows.map(({ forms, entries, milestones, upTo, readTo, ...row }) => ({
    ...row,
    unread: { forms, entries, milestones, upTo, readTo },
  }));
}

/** The latest answers about trust of each of these clients. */
export async function listLatestTrust(
  queries: Queries,
  clients: readonly string[],
): Promise<Map<string, Pick<KeptRecord, 'body' | 'score'>>> {
  const rows = await queries.query<Pick<KeptRecord, 'client' | 'body' | 'score'>>(
    `select distinct on (client_id) client_id as client, body, score from record_standing
     where client_id = any($1) and instrument in ('trust-12', 'trust-pulse') and author = 'client' and superseded_by is null
     order by client_id, completed_at desc, id desc`,
    [clients],
  );
  return new Map(rows.map(({ client, ...record }) => [client, record]));
}
