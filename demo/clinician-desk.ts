import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Outcome, slowGuesses } from './guesses.ts';

const workday = 9 * 60 * 60 * 1000;

/** Why a password did not open the desk. */
export type NotIn = Exclude<Outcome, 'right'>;

/** Who is signed in at the clinicians' pages. It is in memory only: a restart signs everyone out. */
export interface Desk {
  /** A new visit for the cookie, if the password is right. Wrong passwords count for the source `from`. */
  signIn(password: string, from: string): Promise<{ visit: string } | NotIn>;
  knows(visit: string | undefined): boolean;
  signOut(visit: string | undefined): void;
}

export function openDesk(password: string): Desk {
  // Hashed, so that every comparison takes the same time. The hash need not be slow: it is never stored.
  const key = randomBytes(32);
  const hash = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const right = hash(password);
  const guess = slowGuesses();
  const visits = new Map<string, number>();
  return {
    async signIn(given, from) {
      const outcome = await guess(from, () => timingSafeEqual(hash(given), right));
      if (outcome !== 'right') return outcome;
      const now = Date.now();
      for (const [visit, until] of visits) if (until <= now) visits.delete(visit);
      const visit = randomBytes(24).toString('base64url');
      visits.set(visit, now + workday);
      return { visit };
    },
    knows: (visit) => (visits.get(visit ?? '') ?? 0) > Date.now(),
    signOut(visit) {
      visits.delete(visit ?? '');
    },
  };
}
