import { TooMany } from './later.ts';

const minute = 60_000;
/** Far more than a person fills in. */
export const recordsPerMinute = 600;

/** Throws `TooMany` for a client whose link has sent `most` requests within a minute. */
export function keepPace(most: number = recordsPerMinute): (client: string, now?: number) => void {
  let since = 0;
  let counts = new Map<string, number>();
  return (client, now = Date.now()) => {
    if (now - since >= minute || now < since) {
      since = now;
      counts = new Map();
    }
    const count = (counts.get(client) ?? 0) + 1;
    if (count > most) throw new TooMany(Math.ceil((since + minute - now) / 1000));
    counts.set(client, count);
  };
}
