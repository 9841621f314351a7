import type { Queries } from './database/database.ts';
import { isStorable } from './storable.ts';

export interface Client {
  id: string;
  called: string;
  madeUp: boolean;
  createdAt: Date;
}

const columns = 'id, called, made_up as "madeUp", created_at as "createdAt"';

/** In the order in which they came. */
export async function listClients(queries: Queries): Promise<Client[]> {
  return queries.query<Client>(`select ${columns} from clients order by created_at, id`);
}

export async function readClient(queries: Queries, id: string): Promise<Client | undefined> {
  if (!isStorable(id)) return undefined;
  const [found] = await queries.query<Client>(`select ${columns} from clients where id = $1`, [id]);
  return found;
}

export const unknownClient = 'The clinic does not know this client.';
