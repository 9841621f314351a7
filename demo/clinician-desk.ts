import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from './refusal.ts';

const stretch = promisify<string, Buffer, number, Buffer>(scrypt);
const workday = 9 * 60 * 60 * 1000;
const pause = 60 * 1000;
const tries = 8;

/** Who is signed in at the clinicians' page. It lives in memory: a restart signs everyone out. */
export interface Desk {
  /** A new visit for the cookie, or nothing for a wrong password. Throws a `Refusal` after too many tries in a minute. */
  signIn(password: string, from: string): Promise<string | undefined>;
  knows(visit: string | undefined): boolean;
  signOut(visit: string | undefined): void;
}

export async function openDesk(password: string): Promise<Desk> {
  const salt = randomBytes(16);
  const right = await stretch(password, salt, 32);
  const visits = new Map<string, number>();
  const attempts = new Map<string, { count: number; until: number }>();
  return {
    async signIn(given, from) {
      const now = Date.now();
      for (const [address, { until }] of attempts) if (until <= now) attempts.delete(address);
      const attempt = attempts.get(from) ?? { count: 0, until: now + pause };
      attempts.set(from, attempt);
      if (++attempt.count > tries) throw new Refusal(429, 'Too many tries. Wait a minute, then try again.');
      if (!timingSafeEqual(await stretch(given, salt, 32), right)) return undefined;
      attempts.delete(from);
      for (const [visit, until] of visits) if (until <= now) visits.delete(visit);
      const visit = randomBytes(24).toString('base64url');
      visits.set(visit, now + workday);
      return visit;
    },
    knows: (visit) => (visits.get(visit ?? '') ?? 0) > Date.now(),
    signOut(visit) {
      visits.delete(visit ?? '');
    },
  };
}
