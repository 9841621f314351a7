/** What an answer of the endpoint means for a record. */
export type Verdict =
  /** The endpoint has it. */
  | { kind: 'taken' }
  /** The same record may be taken later. `after`: not before so many milliseconds have passed, if the endpoint says so. */
  | { kind: 'later'; after?: number }
  /** The endpoint has read it and will not take it. */
  | { kind: 'refused'; status: number };

/**
 * Statuses below 500 that say nothing about the record: nobody is signed in (401, and 407 at a proxy), the request came too slowly or
 * too early (408, 425), or there were too many (429). RFC 9110, RFC 8470, RFC 6585.
 */
const LATER = new Set([401, 407, 408, 425, 429]);

const DAY = 24 * 60 * 60 * 1000;

/** `Retry-After` in milliseconds, at most a day: seconds, or a date. `now`: the time in milliseconds (epoch). */
export function waitOf(retryAfter: string | null, now: number): number | undefined {
  if (!retryAfter) return undefined;
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), DAY) : undefined;
}

/**
 * What an HTTP status means. A redirect is usually the way to a page on which a person signs in, so the record waits. A status that no
 * server sends (0) is one.
 */
export function verdictOf(status: number, retryAfter: string | null, now: number): Verdict {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status >= 400 && status < 500 && !LATER.has(status)) return { kind: 'refused', status };
  const after = waitOf(retryAfter, now);
  return after === undefined ? { kind: 'later' } : { kind: 'later', after };
}
