import type { Queries } from '../database/database.ts';
import type { FhirRecord } from './resources-of.ts';

/** A condition of a query. `?` is the place of the value. It sees `records` and `clients`. */
export interface Criterion {
  sql: string;
  value: unknown;
}

/** Where a page of a search ends: the place of its last record. */
export type Place = string;

/** When a record came, exactly, and its id. */
const place = `(extract(epoch from records.received_at) * 1000000)::bigint || '.' || records.fhir_id`;

const source = 'record_standing as records join clients on clients.id = records.client_id';

const columns = `records.fhir_id::text as "fhirId", records.client_id as client, clients.fhir_id::text as patient,
  clients.made_up as "madeUp", session_id as session, received_at as "receivedAt", superseded_at as "supersededAt", body,
  ${place} as place`;

export interface Page {
  total: number;
  records: (FhirRecord & { place: Place })[];
  /** Where the next page begins. Undefined on the last page. */
  next: Place | undefined;
}

/**
 * One page of the records that fit all criteria, in the order in which they came. A record that comes meanwhile is after all
 * others, so nobody who follows the pages misses a record or gets one twice.
 */
export async function searchRecords(
  queries: Queries,
  { criteria, count, after }: { criteria: readonly Criterion[]; count: number; after?: Place | undefined },
): Promise<Page> {
  const fits = where(criteria);
  const [found] = await queries.query<{ total: number }>(`select count(*)::int as total from ${source} ${fits.sql}`, fits.values);
  const total = found?.total ?? 0;
  if (!count) return { total, records: [], next: undefined };
  const follows = where(after === undefined ? criteria : [...criteria, ...follow(after)]);
  const records = await queries.query<FhirRecord & { place: Place }>(
    `select ${columns} from ${source} ${follows.sql} order by received_at, records.fhir_id limit ${Math.trunc(count) + 1}`,
    follows.values,
  );
  const shown = records.slice(0, count);
  return { total, records: shown, next: records.length > count ? shown.at(-1)?.place : undefined };
}

export const isPlace = (text: string): boolean => /^\d{1,16}\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

function follow(after: Place): Criterion[] {
  const sql = `(records.received_at, records.fhir_id) > (
    'epoch'::timestamptz + split_part(?, '.', 1)::bigint * interval '1 microsecond', split_part(?, '.', 2)::uuid)`;
  return [{ sql, value: after }];
}

function where(criteria: readonly Criterion[]): { sql: string; values: unknown[] } {
  const conditions = criteria.map(({ sql }, index) => `(${sql.replaceAll('?', `$${index + 1}`)})`);
  return { sql: conditions.length ? `where ${conditions.join(' and ')}` : '', values: criteria.map(({ value }) => value) };
}
