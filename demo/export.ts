import { type Asked, listAsked } from './asked.ts';
import type { Client } from './clients.ts';
import { type Cell, writeCsv } from './csv.ts';
import type { SharedEntry } from './journal.ts';
import { seenIn } from './pages/seen-view.ts';
import { instrumentOf } from './read-record.ts';
import type { KeptRecord } from './records.ts';

const columns = [
  'record',
  'superseded_by',
  'client',
  'called',
  'made_up',
  'session',
  'author',
  'instrument',
  'version',
  'options',
  'locale',
  'language',
  'standing',
  'revision',
  'completed_at',
  'item',
  'at',
  'wording',
  'wording_seen',
  'state',
  'value',
  'words',
  'words_seen',
  'values_json',
] as const;

/**
 * One row for each question that was asked. `state` is answered, declined, unknown, not-applicable or unanswered. Only
 * answered has a value, so that zero, blank and left out are distinct. `value` is the code, number or text, or several of
 * them separated by spaces. `values_json` holds the same as a JSON list, without loss.
 * `wording` and `words` are the clinic's; `wording_seen` and `words_seen` are those of the translation that the person saw, with
 * its `language`, `standing` and `revision`. Without a translation they are empty. `locale` is the language of the page.
 */
export function writeAnswersCsv(records: readonly KeptRecord[], clients: readonly Client[]): string {
  const byId = new Map(clients.map((client) => [client.id, client]));
  return writeCsv(
    columns,
    records.flatMap((record) => {
      const { id, version, options, language, translation } = record.body.instrument;
      const client = byId.get(record.client);
      const head: Cell[] = [
        record.id,
        record.supersededBy,
        record.client,
        client?.called ?? null,
        client?.madeUp ? 'yes' : 'no',
        record.session,
        record.author,
        id,
        version,
        JSON.stringify(options),
        record.body.locale,
        language ?? null,
        translation?.standing ?? null,
        translation?.revision ?? null,
        record.body.completedAt ?? null,
      ];
      const seen = seenIn(record.body)?.asked;
      return listAsked(instrumentOf(record.body), record.body).map((asked, place) => [...head, ...cellsOf(asked, seen?.[place])]);
    }),
  );
}

function cellsOf({ item, at, wording, state, values, words }: Asked, seen: Asked | undefined): Cell[] {
  const exact = state === 'answered' ? JSON.stringify(values) : '';
  return [item.id, at.join('.'), wording, seen?.wording ?? null, state, values.join(' '), words, seen?.words ?? null, exact];
}

/** One line for each record: the whole record with its score, its client and whether it was superseded. */
export function writeRecordsNdjson(records: readonly KeptRecord[], clients: readonly Client[]): string {
  const madeUp = new Map(clients.map((client) => [client.id, client.madeUp]));
  return records
    .map(({ client, session, author, supersededBy, receivedAt, body, score }) => {
      const standing = { client, madeUp: madeUp.get(client) ?? false, session, author, supersededBy, receivedAt };
      return `${JSON.stringify({ ...standing, response: body, score })}\n`;
    })
    .join('');
}

/**
 * One line for each entry that was shared, and one more each time it was shared with other words. An entry is not a
 * record: nothing was asked and nothing scored. So it is in no other export.
 */
export function writeJournalNdjson(entries: readonly SharedEntry[], clients: readonly Client[]): string {
  const madeUp = new Map(clients.map((client) => [client.id, client.madeUp]));
  return entries
    .map(({ client, id, date, prompt, text, sharedAt, stands }) => {
      const entry = { client, madeUp: madeUp.get(client) ?? false, id, date, prompt, text, sharedAt, stands };
      return `${JSON.stringify(entry)}\n`;
    })
    .join('');
}
