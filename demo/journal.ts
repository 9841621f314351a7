import type { Queries } from './database/database.ts';
import type { Kept } from './records.ts';
import { Refusal } from './refusal.ts';
import { sentDay } from './sent-day.ts';
import { sentText } from './sent-text.ts';

/** A journal entry that a client shared. All other entries stay on their device, and the clinic never has them. */
export interface SharedEntry {
  id: string;
  client: string;
  /** The day it was written, `YYYY-MM-DD`. */
  date: string;
  /** The text of the prompt that it answers. */
  prompt: string | null;
  text: string;
  sharedAt: Date;
  /** True unless it was shared again with other words. */
  stands: boolean;
}

/** The name of a client's journal on their device. It is the same for every link of that client. */
export async function readJournalKey(queries: Queries, client: string): Promise<string> {
  const [found] = await queries.query<{ key: string }>('select journal_key as key from clients where id = $1', [client]);
  return found?.key ?? '';
}

/**
 * Stores an entry that a client shared, or throws a `Refusal` and stores nothing. Run it inside a transaction. An identical
 * entry is not stored again. Earlier words under the same id stay beside the new ones.
 */
export async function keepSharedEntry(queries: Queries, client: string, sent: unknown): Promise<Kept> {
  const entry = readEntry(sent);
  // If the same entry is sent twice at once, one waits for the other.
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

/** In the order in which they were written, with every version that was shared. Without a client: those of all clients. */
export async function listSharedEntries(queries: Queries, client?: string): Promise<SharedEntry[]> {
  return queries.query<SharedEntry>(
    `select id, client_id as client, written_on::text as date, prompt, words as text, shared_at as "sharedAt",
            number = max(number) over (partition by client_id, id) as stands
     from shared_entries where $1::text is null or client_id = $1 order by written_on, number`,
    [client ?? null],
  );
}

/** About seven pages. A request may not hold more. */
const mostLetters = 20_000;

function readEntry(sent: unknown): Pick<SharedEntry, 'id' | 'date' | 'prompt' | 'text'> {
  const given = (sent ?? {}) as Record<string, unknown>;
  const id = sentText(given, 'id', { whose: 'entry', most: 100 });
  if (!id || !/^[\w.~:-]+$/.test(id)) throw new Refusal(422, 'The entry has no id.');
  const date = sentDay('entry', given);
  const text = sentText(given, 'text', { whose: 'entry', most: mostLetters });
  if (!text?.trim()) throw new Refusal(422, 'The entry has no words.');
  return { id, date, prompt: sentText(given, 'prompt', { whose: 'entry', most: 300 }) || null, text };
}
