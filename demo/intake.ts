import type { Queries } from './database/database.ts';
import { keepRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { isStorable } from './storable.ts';

const asked = { trust: 'trust-12', boundary: 'boundary-clarity' };

interface SentRecord {
  replaces?: unknown;
  instrument?: { id?: unknown };
}

/**
 * Stores an intake form as a new client with the records that came, and returns what kind of form it was. Run it inside a
 * transaction. Any part may be left out; nothing of a form without a name and without a record is stored. The identical
 * form again changes nothing. An edited form may replace its own records and add a part that was left out. Anything else
 * under the same client throws a `Refusal`.
 */
export async function keepIntake(
  queries: Queries,
  client: string,
  entry: (name: string) => string[],
): Promise<'answers' | 'name' | 'nothing'> {
  const called = (entry('called')[0] ?? '').trim();
  if (called.length > 80 || !isStorable(called))
    throw new Refusal(422, 'The name is too long, or has signs that cannot be kept.');
  const records = Object.entries(asked).flatMap(([name, instrument]) => readEntry(entry(name), instrument));
  if (!called && !records.length) return 'nothing';
  const [isNew] = await queries.query(
    'insert into clients (id, called) values ($1, $2) on conflict (id) do nothing returning id',
    [client, called || 'Someone new'],
  );
  // If the same form is sent twice at once, one waits for the other.
  if (!isNew) await queries.query('select 1 from clients where id = $1 for update', [client]);
  for (const record of records) {
    const isFree = await mayCome(queries, client, record);
    const kept = await keepRecord(queries, { client }, record);
    if (kept === 'stored' && !isFree) {
      throw new Refusal(409, 'This form was sent already, with other answers. Open the page again to send a new one.');
    }
  }
  if (!isNew && called) await queries.query('update clients set called = $2 where id = $1', [client, called]);
  return records.length ? 'answers' : 'name';
}

/** The entry is missing if that part of the form is blank. */
function readEntry(entries: string[], instrument: string): SentRecord[] {
  if (entries.length > 1) throw new Refusal(400, 'The form holds the same part more than once.');
  return entries.map((text) => {
    let record: SentRecord | null;
    try {
      record = JSON.parse(text) as SentRecord | null;
    } catch {
      throw new Refusal(400, 'The answers in the form could not be read.');
    }
    if (record?.instrument?.id !== instrument) throw new Refusal(422, 'The form holds answers to something else.');
    return record;
  });
}

/** The first record of its instrument, or one that replaces the client's own. */
async function mayCome(queries: Queries, client: string, { instrument, replaces }: SentRecord): Promise<boolean> {
  const kept = await queries.query<{ id: string }>(
    'select id from records where client_id = $1 and instrument = $2',
    [client, instrument?.id],
  );
  return !kept.length || kept.some(({ id }) => id === replaces);
}
