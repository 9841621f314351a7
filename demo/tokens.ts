import { open, seal } from './seal.ts';
import { PageRefusal } from './page-refusal.ts';

/** What a link gives access to: one client, and for a page after a session also that session. */
export interface Pass {
  client: string;
  session?: string;
}

/** A pass with its own end. Without `until` a link has the lifetime of its page. */
interface LimitedPass extends Pass {
  until?: Date | undefined;
}

const days = 24 * 60 * 60 * 1000;
const kept = { session: 14 * days, me: 90 * days };

/** The last part of a link to `/session/` or `/me/`. Whoever holds it counts as its client until it expires. */
export function writeToken(page: 'session' | 'me', { client, session, until }: LimitedPass, secret: string): string {
  const ids = [client, ...(session ? [session] : [])];
  return seal(ids, until ?? new Date(Date.now() + kept[page]), { purpose: page, secret });
}

/** Throws a `Refusal` with the reason for a token that was not made here, was not made for this page, or has expired. */
export function readToken(page: 'session' | 'me', token: string, secret: string): Pass {
  const opened = open(token, { purpose: page, secret });
  if (opened.ok) {
    const [client = '', session] = opened.ids;
    return { client, ...(session && { session }) };
  }
  throw opened.reason === 'expired' ? new PageRefusal(410, 'linkEnded') : new PageRefusal(401, 'linkNotOurs');
}
