import { createHash } from 'node:crypto';
import type { Queries } from './database/database.ts';

/**
 * Who reads: the desk by the visit of a clinician, a program of the clinic, a client by their link, a device on which an intake form is
 * filled in, or another FHIR server that gets records.
 */
export interface Reader {
  who: 'desk' | 'program' | 'client' | 'device' | 'other server';
  /** Tells readers apart, and gives access to nothing. */
  id: string;
}

/** A reader by what they show: a token, the cookie of a visit, or an address. Nobody can compute it from the id. */
export const readerBy = (who: Reader['who'], shown: string): Reader => ({
  who,
  id: createHash('sha256').update(`${who}\n${shown}`).digest('hex').slice(0, 12),
});

export interface Reading {
  reader: Reader;
  /** In a few words, without answers: a page, a file, a type of resource. */
  what: string;
  /** The ids of the clients whose answers these are. Empty for figures over everyone, and for a form that is not sent. */
  whose: Iterable<string>;
}

/** Notes that answers are read. Wait for it before they are sent: if it fails, nobody gets them. */
export async function noteReading(queries: Queries, { reader, what, whose }: Reading): Promise<void> {
  await queries.query('insert into readings (reader, reader_id, what, whose) values ($1, $2, $3, $4)', [
    reader.who,
    reader.id,
    what,
    [...new Set(whose)],
  ]);
}

export interface NotedReading {
  number: string;
  readAt: Date;
  who: Reader['who'];
  id: string;
  what: string;
  /** How many clients' answers these are, and one of them if there is one only. `called` is null for a client who was erased. */
  clients: number;
  client: string | null;
  called: string | null;
}

/** Readings of one client's answers or of all, the latest first. `before` is the number of the last one on the page before. */
export async function listReadings(queries: Queries, { client, before, most }: { client?: string | undefined; before?: string | undefined; most: number }): Promise<NotedReading[]> {
  return queries.query<NotedReading>(
    `select number::text, read_at as "readAt", reader as who, reader_id as id, what, cardinality(whose) as clients,
            case when cardinality(whose) = 1 then whose[1] end as client, clients.called
     from readings left join clients on cardinality(whose) = 1 and clients.id = whose[1]
     where ($1::text is null or whose @> array[$1::text]) and ($2::bigint is null or number < $2::bigint)
     order by readings.number desc limit ${Math.trunc(most)}`,
    [client ?? null, before ?? null],
  );
}
