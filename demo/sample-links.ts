import type { Queries } from './database/database.ts';
import { writeToken } from './tokens.ts';

/** A made-up client, with links as the clinic would send them. */
export interface Sample {
  called: string;
  session?: string;
  me: string;
}

/** Links for the made-up clients with the longest course alone: those of people are never shown. */
export async function sampleLinks(queries: Queries, secret: string): Promise<Sample[]> {
  const rows = await queries.query<{ client: string; called: string; session: string | null }>(
    `select clients.id as client, called,
            (select id from sessions where client_id = clients.id order by held_on desc, id desc limit 1) as session
     from clients where made_up
     order by (select count(*) from sessions where client_id = clients.id) desc, clients.created_at, clients.id limit 2`,
  );
  return rows.map(({ client, called, session }) => ({
    called,
    ...(session && { session: `/session/${writeToken('session', { client, session }, secret)}` }),
    me: `/me/${writeToken('me', { client }, secret)}`,
  }));
}
