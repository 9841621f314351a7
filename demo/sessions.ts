import type { Queries } from './database/database.ts';
import type { Pass } from './tokens.ts';

export interface ClinicSession {
  id: string;
  client: string;
  /** `YYYY-MM-DD` */
  heldOn: string;
  therapist: string;
  mode: 'in-person' | 'video' | 'phone';
}

const columns = 'id, client_id as client, held_on::text as "heldOn", therapist, mode';

/** The session that a pass was made for, if it is its client's. */
export async function readSession(queries: Queries, { client, session }: Pass): Promise<ClinicSession | undefined> {
  const [found] = await queries.query<ClinicSession>(
    `select ${columns} from sessions where id = $1 and client_id = $2`,
    [session ?? '', client],
  );
  return found;
}

/** Newest first: of one client, or of all. */
export async function listSessions(queries: Queries, client?: string): Promise<ClinicSession[]> {
  return queries.query<ClinicSession>(
    `select ${columns} from sessions where $1::text is null or client_id = $1 order by held_on desc, id`,
    [client ?? null],
  );
}
