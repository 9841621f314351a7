import type { Queries } from './database/database.ts';
import { isStorable } from './storable.ts';
import { keepRecord } from './records.ts';
import { Refusal } from './refusal.ts';

const asked = { trust: 'trust-12', boundary: 'boundary-clarity' };

/**
 * Keeps an intake form as a new client with two records; run it inside a transaction. The identical form again changes
 * nothing; an edited one may replace its own records. Anything else under the same client throws a `Refusal`.
 */
export async function keepIntake(queries: Queries, client: string, entry: (name: string) => string[]): Promise<void> {
  const called = (entry('called')[0] ?? '').trim();
  if (called.length > 80 || !isStorable(called))
    throw new Refusal(422, 'The name is too long, or has signs that cannot be kept.');
  const records = Object.entries(asked).map(([name, instrument]) => readEntry(entry(name), instrument));
  const [isNew] = await queries.query(
    'insert into clients (id, called) values ($1, $2) on conflict (id) do nothing returning id',
    [client, called || 'Someone new'],
  );
  for (const record of records) {
    const kept = await keepRecord(queries, { client }, record);
    if (!isNew && kept === 'stored' && !(await replacesOwn(queries, client, record.replaces))) {
      throw new Refusal(409, 'This form was sent already, with other answers. Open the page again to send a new one.');
    }
  }
  if (!isNew && called) await queries.query('update clients set called = $2 where id = $1', [client, called]);
}

function readEntry(entries: string[], instrument: string): { replaces?: unknown } {
  if (entries.length !== 1) {
    throw new Refusal(400, 'The form came without its answers. It needs a browser with scripts switched on.');
  }
  let record: { replaces?: unknown; instrument?: { id?: unknown } } | null;
  try {
    record = JSON.parse(entries[0] ?? '') as typeof record;
  } catch {
    throw new Refusal(400, 'The answers in the form could not be read.');
  }
  if (record?.instrument?.id !== instrument) throw new Refusal(422, 'The form holds answers to something else.');
  return record;
}

async function replacesOwn(queries: Queries, client: string, replaced: unknown): Promise<boolean> {
  if (typeof replaced !== 'string') return false;
  const found = await queries.query('select 1 from records where id = $1 and client_id = $2', [replaced, client]);
  return found.length > 0;
}
