import type { Queries } from './database/database.ts';
import type { Kept } from './records.ts';
import { Refusal } from './refusal.ts';
import { sentDay } from './sent-day.ts';
import { sentText } from './sent-text.ts';

/** What a client shared of their journal. All else of it stays on their device, out of the clinic's reach. */
export interface SharedEntry {
  id: string;
  client: string;
  /** The day it was written, `YYYY-MM-DD`. */
  date: string;
  /** The prompt it answers, in words. */
  prompt: string | null;
  text: string;
  sharedAt: Date;
  /** It was not shared again with other words. */
  stands: boolean;
}

/** The name of a client's journal on their device; the same for every link of theirs. */
export async function readJournalKey(queries: Queries, client: string): Promise<string> {
  const [found] = await queries.query<{ key: string }>('select journal_key as key from clients where id = $1', [client]);
  return found?.key ?? '';
}

/**
 * Keeps an entry that a client shared, or throws a `Refusal` and keeps nothing. Run it inside a transaction. What stands
 * already, to the word, is not kept again; what was shared under the same id before stays beside it.
 */
export async function keepSharedEntry(queries: Queries, client: string, sent: unknown): Promise<Kept> {
  const entry = readEntry(sent);
  // The same entry sent twice at once takes turns.
  await queries.query('select 1 from clients where id = $1 for update', [client]);
  const [standing] = await queries.query<Pick<SharedEntry, 'date' | 'prompt' | 'text'>>(
    `select written_on::text as date, prompt, words as text from shared_entries
     where client_id = $1 and id = $2 order by number desc limit 1`,
    [client, entry.id],
  );
  if (standing?.text === entry.text && standing.prompt === entry.prompt && standing.date === entry.date) return 'known';
  await queries.query(
    'insert into shared_entries (client_id, id, written_on, prompt, words) values ($1, $2, $3, $4, $5)',
    [client, entry.id, entry.date, entry.prompt, entry.text],
  );
  return 'stored';
}

/** In the order in which they were written, and each as often as it was shared with other words; all clients' without one. */
export async function listSharedEntries(queries: Queries, client?: string): Promise<SharedEntry[]> {
  return queries.query<SharedEntry>(
    `select id, client_id as client, written_on::text as date, prompt, words as text, shared_at as "sharedAt",
            number = max(number) over (partition by client_id, id) as stands
     from shared_entries where $1::text is null or client_id = $1 order by written_on, number`,
    [client ?? null],
  );
}

/** Some seven pages; a request takes no more. */
const mostLetters = 20_000;

function readEntry(sent: unknown): Pick<SharedEntry, 'id' | 'date' | 'prompt' | 'text'> {
  const given = (sent ?? {}) as Record<string, unknown>;
  const id = sentText('entry', given, 'id', 100);
  if (!id || !/^[\w.~:-]+$/.test(id)) throw new Refusal(422, 'The entry has no id.');
  const date = sentDay('entry', given);
  const text = sentText('entry', given, 'text', mostLetters);
  if (!text?.trim()) throw new Refusal(422, 'The entry has no words.');
  return { id, date, prompt: sentText('entry', given, 'prompt', 300) || null, text };
}
