import { open, seal } from './seal.ts';
import { Refusal } from './refusal.ts';

/** Who a link was made for: one client, and for a page after a session that one session. */
export interface Pass {
  client: string;
  session?: string;
}

const days = 24 * 60 * 60 * 1000;
const kept = { session: 14 * days, me: 90 * days };

/** The last part of a link to `/session/` or `/me/`. Whoever holds it is taken for its client until it ends. */
export function writeToken(page: 'session' | 'me', pass: Pass, secret: string, until?: Date): string {
  const ids = [pass.client, ...(pass.session ? [pass.session] : [])];
  return seal(page, ids, until ?? new Date(Date.now() + kept[page]), secret);
}

/** Throws a `Refusal` that says why, for a token that was not made here, or not for this page, or has ended. */
export function readToken(page: 'session' | 'me', token: string, secret: string): Pass {
  const opened = open(page, token, secret);
  if (opened.ok) {
    const [client = '', session] = opened.ids;
    return { client, ...(session && { session }) };
  }
  throw opened.reason === 'expired'
    ? new Refusal(410, 'This link has ended. Ask the clinic for a new one.')
    : new Refusal(
        401,
        'This link was not made by the clinic, or a part of it is missing. Copy the whole link and try again.',
      );
}
