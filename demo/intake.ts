import { closeDraft, lockDraft, type Sent } from './drafts.ts';
import type { Queries } from './database/database.ts';
import { partNames } from './intake-parts.ts';
import { newId } from './new-id.ts';
import { keepRecord } from './records.ts';

/**
 * Sends a draft: its parts become a new client with the records, and the draft is empty. Run it inside a transaction. Any
 * part may be missing; if all are, nothing is stored. A draft that was sent already changes nothing, so sending it twice creates one client.
 */
export async function sendIntake(queries: Queries, id: string, forwards = false): Promise<Sent | 'nothing'> {
  const draft = await lockDraft(queries, id);
  if (draft?.sent) return draft.sent;
  const { name, ...answers } = draft?.filled ?? {};
  const records = partNames.flatMap((part) => (part === 'name' ? [] : (answers[part] ?? [])));
  if (!name && !records.length) return 'nothing';
  const client = newId();
  await queries.query('insert into clients (id, called) values ($1, $2)', [client, name || 'Someone new']);
  for (const record of records) await keepRecord(queries, { client, forwards }, record);
  const sent = records.length ? 'answers' : 'name';
  await closeDraft(queries, id, sent);
  return sent;
}
