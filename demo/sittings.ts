import type { Queries } from './database/database.ts';
import type { Origin } from './read-record.ts';
import { type Kept, keepRecord } from './records.ts';
import { Refusal } from './refusal.ts';

const most = 12;

/**
 * Stores all records of one sitting in the order in which they came, or throws a `Refusal` for the first that it cannot
 * store. Run it inside a transaction, so that then none is stored.
 */
export async function keepSitting(queries: Queries, origin: Origin, sent: unknown): Promise<Kept[]> {
  const records = (sent as { responses?: unknown } | null)?.responses;
  if (!Array.isArray(records) || !records.length) throw new Refusal(400, 'The sitting holds no records.');
  if (records.length > most) throw new Refusal(422, `A sitting has at most ${most} records.`);
  const kept: Kept[] = [];
  for (const [place, record] of records.entries()) {
    try {
      kept.push(await keepRecord(queries, origin, record));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      const problems = cause.problems.map(({ path, code }) => ({ path: `responses[${place}].${path}`, code }));
      throw new Refusal(cause.statusCode, cause.message, problems);
    }
  }
  return kept;
}
