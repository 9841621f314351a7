import { type ClientRow, listClientRows, listLatestTrust } from './clients.ts';
import type { Queries } from './database/database.ts';
import type { KeptRecord } from './records.ts';
import { unreadCount } from './unread.ts';
import { readReasons, type Reason } from './worth-a-talk.ts';

/** When a client's last session was. */
export type LastSession = 'week' | 'month' | 'longer' | 'none';

/** What the clinicians' list shows. Without a field, everyone. */
export interface ClientFilter {
  name: string;
  last: LastSession | '';
  /** Only clients with something that may be worth a conversation. */
  talk: boolean;
  unread: boolean;
}

/** The fields of the search form. What the form does not offer is ignored: an address may be old or typed by hand. */
export function readFilter(query: Record<string, unknown>): ClientFilter & { page: number } {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim().slice(0, 80) : '');
  const last = text('last');
  return {
    name: text('name'),
    last: Object.hasOwn(isWithin, last) ? (last as LastSession) : '',
    talk: text('talk') === 'yes',
    unread: text('unread') === 'yes',
    page: /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1,
  };
}

export const isFiltered = ({ name, last, talk, unread }: ClientFilter): boolean => !!name || !!last || talk || unread;

/** Each choice, by how many days ago the last session was, if there was one. */
const isWithin: Record<LastSession, (days: number | undefined) => boolean> = {
  week: (days) => days !== undefined && days <= 7,
  month: (days) => days !== undefined && days <= 31,
  longer: (days) => days !== undefined && days > 31,
  none: (days) => days === undefined,
};

export interface ListedClient extends ClientRow {
  reasons: readonly Reason[];
  trust: Pick<KeptRecord, 'body' | 'score'> | undefined;
}

export interface ClientList {
  /** Everyone at the clinic, and everyone who fits the filter. */
  all: readonly ClientRow[];
  found: number;
  /** From 1. If the address names a later page than there is, the last one. */
  page: number;
  pages: number;
  shown: readonly ListedClient[];
}

const perPage = 20;

/** One page of the clients who fit, in the order of their last session. */
export async function searchClients(
  queries: Queries,
  { page: wanted, ...filter }: ClientFilter & { page: number },
  today = new Date(),
): Promise<ClientList> {
  const all = await listClientRows(queries);
  let fit = all.filter((client) => fits(client, filter, today));
  // The reasons of everyone are read only if the filter needs them.
  if (filter.talk) {
    const reasons = await readReasons(queries, fit.map(({ id }) => id));
    fit = fit.filter(({ id }) => reasons.get(id)?.length);
  }
  const pages = Math.max(1, Math.ceil(fit.length / perPage));
  const page = Math.min(wanted, pages);
  const rows = fit.slice((page - 1) * perPage, page * perPage);
  const ids = rows.map(({ id }) => id);
  const [reasons, trust] = [await readReasons(queries, ids), await listLatestTrust(queries, ids)];
  const shown = rows.map((row) => ({ ...row, reasons: reasons.get(row.id) ?? [], trust: trust.get(row.id) }));
  return { all, found: fit.length, page, pages, shown };
}

function fits({ called, heldOn, unread }: ClientRow, filter: ClientFilter, today: Date): boolean {
  return (
    plain(called).includes(plain(filter.name)) &&
    (!filter.last || isWithin[filter.last](heldOn ? daysSince(heldOn, today) : undefined)) &&
    (!filter.unread || unreadCount(unread) > 0)
  );
}

/** A name without capitals and accents, so that `asa` finds Åsa. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase();

const daysSince = (day: string, today: Date): number =>
  Math.floor((today.getTime() - new Date(`${day}T00:00:00Z`).getTime()) / (24 * 60 * 60 * 1000));
