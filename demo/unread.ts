import type { Queries } from './database/database.ts';
import { Refusal } from './refusal.ts';

/** What a client sent or shared since the desk last marked it as read. */
export interface Unread {
  forms: number;
  entries: number;
  milestones: number;
  /** The moment of the latest of them, or `null` if there are none. */
  upTo: Microseconds | null;
  /** The mark at the desk, or `null` if nothing was marked. */
  readTo: Microseconds | null;
}

/** A moment as the database knows it, exactly: the digits of the microseconds since 1970. A `Date` has milliseconds only. */
type Microseconds = string;

const microseconds = (moment: string): string => `(extract(epoch from ${moment}) * 1000000)::bigint::text`;

/**
 * A query of what is unread of every client. A form that was replaced does not count, and neither does what the desk itself
 * noted or what a client does not share.
 */
export const unreadOfClients = `
  select clients.id as client_id, ${microseconds('desk_reading.read_to')} as "readTo", forms.count as forms,
         entries.count as entries, marks.count as milestones,
         ${microseconds('greatest(forms.last, entries.last, marks.last)')} as "upTo"
  from clients
  left join desk_reading on desk_reading.client_id = clients.id
  left join lateral (
    select count(*)::int as count, max(received_at) as last from record_standing
    where client_id = clients.id and author = 'client' and superseded_by is null
      and received_at > coalesce(read_to, '-infinity')
  ) as forms on true
  left join lateral (
    select count(distinct id)::int as count, max(shared_at) as last from shared_entries
    where client_id = clients.id and shared_at > coalesce(read_to, '-infinity')
  ) as entries on true
  left join lateral (
    select count(*)::int as count, max(changed_at) as last from milestones
    where client_id = clients.id and shared and changed_at > coalesce(read_to, '-infinity')
  ) as marks on true`;

export async function readUnread(queries: Queries, client: string): Promise<Unread> {
  const [found] = await queries.query<Unread>(`${unreadOfClients} where clients.id = $1`, [client]);
  return found ?? { forms: 0, entries: 0, milestones: 0, upTo: null, readTo: null };
}

export const unreadCount = ({ forms, entries, milestones }: Unread): number => forms + entries + milestones;

/**
 * Marks what arrived up to this moment as read, and nothing that arrived while the page was open. An empty text takes every
 * mark away.
 */
export async function markRead(queries: Queries, client: string, upTo: string): Promise<void> {
  if (!upTo) {
    await queries.query('delete from desk_reading where client_id = $1', [client]);
    return;
  }
  if (!/^\d{1,16}$/.test(upTo)) {
    throw new Refusal(422, 'The page does not say up to which moment you have read.');
  }
  await queries.query(
    `insert into desk_reading (client_id, read_to) values ($1, 'epoch'::timestamptz + $2::bigint * interval '1 microsecond')
     on conflict (client_id) do update set read_to = excluded.read_to`,
    [client, upTo],
  );
}
