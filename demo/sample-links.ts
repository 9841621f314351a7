import type { Queries } from './database/database.ts';
import { writeToken } from './tokens.ts';

/** A made-up client, with links as the clinic would send them. */
export interface Sample {
  called: string;
  session?: string;
  me: string;
}

/**
 * Links for made-up clients alone: those of people are never shown. First come clients with a long course who have sent
 * nothing yet after their last session.
 */
export async function sampleLinks(queries: Queries, secret: string): Promise<Sample[]> {
  const rows = await queries.query<{ client: string; called: string; session: string | null }>(
    `select clients.id as client, called, last.id as session
     from clients
     left join lateral (select count(*) as sessions from sessions where client_id = clients.id) as held on true
     left join lateral (
       select id from sessions where client_id = clients.id order by held_on desc, id desc limit 1
     ) as last on true
     where made_up
     order by exists (select 1 from records where session_id = last.id), held.sessions desc, created_at, clients.id
     limit 2`,
  );
  return rows.map(({ client, called, session }) => ({
    called,
    ...(session && { session: `/session/${writeToken('session', { client, session }, secret)}` }),
    me: `/me/${writeToken('me', { client }, secret)}`,
  }));
}
