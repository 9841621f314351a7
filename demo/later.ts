import { PageRefusal } from './page-refusal.ts';
import { Refusal } from './refusal.ts';

/** Refuses a request that may succeed later. `retryAfter`: in seconds. */
export class TooMany extends Refusal {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(429, 'Too many records came at once. Please send this one again later.');
    this.retryAfter = retryAfter;
  }
}

/** The clinic cannot reach its database, or closes. */
export class Away extends PageRefusal {
  readonly retryAfter = 5;

  constructor() {
    super(503, 'broken');
  }
}

/** The first two signs of the PostgreSQL errors that a later try may not meet: lost connections, too few resources, a server that closes. */
const passing = new Set(['08', '53', '57']);
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT']);

/** Whether an error says that the database is away, not that something is wrong with the request. */
export function isAway({ code = '', message }: { code?: string; message: string }): boolean {
  return unreachable.has(code) || (/^[0-9A-Z]{5}$/.test(code) && passing.has(code.slice(0, 2))) || /connect ENOENT|connection terminated|timeout exceeded when trying to connect/i.test(message);
}
