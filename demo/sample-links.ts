import type { Queries } from './database/database.ts';
import { offersAfter } from './plan.ts';
import type { ClinicSession } from './sessions.ts';
import { writeToken } from './tokens.ts';

/** A made-up client, with the links that the clinic would send. */
export interface Sample {
  called: string;
  session?: string;
  /** The form that the page after the session asks first. */
  asked?: string | undefined;
  me: string;
}

/**
 * Links for made-up clients only: links of real people are never shown. Clients who have sent nothing after their last
 * session come first. Among these, those whose first form is the pulse come first, then those with the longest courses.
 */
export async function sampleLinks(queries: Queries, secret: string): Promise<Sample[]> {
  const rows = await queries.query<Row>(
    `select clients.id as client, called, last.id as session, last.mode, held.number,
            exists (select 1 from records where session_id = last.id) as sent
     from clients
     left join lateral (select count(*)::int as number from sessions where client_id = clients.id) as held on true
     left join lateral (
       select id, mode from sessions where client_id = clients.id order by held_on desc, id desc limit 1
     ) as last on true
     where made_up
     order by held.number desc, created_at, clients.id`,
  );
  const found = rows.map((row) => {
    const { number, mode } = row;
    return { ...row, asked: mode ? offersAfter({ number, mode })[0]?.instrument : undefined };
  });
  const place = ({ sent, asked }: (typeof found)[number]): number => Number(sent) * 2 + Number(asked !== 'trust-pulse');
  found.sort((one, other) => place(one) - place(other));
  return found.slice(0, 2).map(({ client, called, session, asked }) => ({
    called,
    ...(session && { session: `/session/${writeToken('session', { client, session }, secret)}`, asked }),
    me: `/me/${writeToken('me', { client }, secret)}`,
  }));
}

interface Row {
  client: string;
  called: string;
  session: string | null;
  mode: ClinicSession['mode'] | null;
  /** The number of the last session. */
  number: number;
  sent: boolean;
}
