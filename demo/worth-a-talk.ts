import { leanings } from 'attune-elements/core';
import { type Asked, listAsked } from './asked.ts';
import { cardsOfLastTime, questionsOf } from './cards.ts';
import { findingsOf, isTrust, type Unusual } from './course.ts';
import type { Queries } from './database/database.ts';
import { instrumentOf } from './read-record.ts';
import type { KeptRecord } from './records.ts';
import { translationShort } from './pages/seen-view.ts';
import { listLastSessions } from './sessions.ts';

/**
 * Why something may be worth a conversation, from what came at the last session or after it. Each reason is a fact that
 * anyone can check in the answers. None is a forecast, and there is no order of clients by them.
 */
export type Reason =
  /** Questions of the card, in the client's words or as the card words them. */
  | { why: 'asks'; words: readonly string[] }
  /** What the client wrote would help them to trust. */
  | { why: 'would-help'; words: readonly string[] }
  /** Lines about privacy and respect that the client answered with "No". */
  | { why: 'no'; words: readonly string[] }
  /** Lines about safety whose answer leans away from it. */
  | { why: 'safety'; words: readonly string[] }
  /** A trust score that is unusually low for this client on this form. */
  | { why: 'lower'; unusual: Unusual };

/** What the rule looks at: records of one client that count, oldest first, and the session that was held last. */
interface Seen {
  records: readonly KeptRecord[];
  last: { id: string; heldOn: string } | undefined;
}

/** The lines of the check of the setting that are about privacy and respect. */
const privacyAndRespect = new Set(['n1', 'n2', 'n4', 'n5', 'n6']);

export function reasonsToTalk({ records, last }: Seen): Reason[] {
  const own = records.filter(({ author, supersededBy }) => author === 'client' && !supersededBy);
  const recent = own.filter(({ session, body }) => !last || session === last.id || isAfter(body.completedAt, last.heldOn));
  const asks = questionsOf(cardsOfLastTime(recent));
  const trust = recent.findLast(isTrust);
  const unusual = trust && findingsOf(own).get(trust.id);
  const setting = recent.findLast(({ body }) => body.instrument.id === 'environment-check');
  return [
    ...(unusual ? [{ why: 'lower' as const, unusual }] : []),
    ...reason('safety', trust ? safetyLines(trust) : []),
    ...reason('no', setting ? linesOf(setting).filter(isNo).map(({ wording }) => `${quoted(wording)}${askedIn(setting)}`) : []),
    ...reason('asks', asks.map(({ text }) => quoted(text))),
    ...reason('would-help', trust ? linesOf(trust).filter(isHelp).map(({ words }) => quoted(words)) : []),
  ];
}

function reason(why: 'asks' | 'would-help' | 'no' | 'safety', words: readonly string[]): Reason[] {
  return words.length ? [{ why, words }] : [];
}

const quoted = (words: string): string => `“${words}”`;

/** The clinician reads the clinic's wording, so it is said if the person saw another. */
function askedIn({ body }: KeptRecord): string {
  const translation = translationShort(body.instrument);
  return translation && ` (asked in ${translation})`;
}

const isAfter = (moment: string | undefined, day: string): boolean => (moment ?? '').slice(0, 10) > day;

const linesOf = ({ body }: KeptRecord): Asked[] => listAsked(instrumentOf(body), body);

const isNo = ({ item, values }: Asked): boolean => privacyAndRespect.has(item.id) && values[0] === 'no';

const isHelp = ({ item, state }: Asked): boolean => item.id === 't-help' && state === 'answered';

/** The pulse has no scale of its own for safety, but it has lines of it. */
const safety = new Set(['t04', 't04p', 't07', 't12']);

/** Each line with its answer, because one and the same answer can lean either way. */
function safetyLines(record: KeptRecord): string[] {
  const away = new Set(leanings(instrumentOf(record.body), record.body).away);
  return linesOf(record)
    .filter(({ item }) => safety.has(item.id) && away.has(item.id))
    .map(({ wording, words }) => `“${wording}” ${words}${askedIn(record)}`);
}

/** The reasons for each of these clients. */
export async function readReasons(queries: Queries, clients: readonly string[]): Promise<Map<string, Reason[]>> {
  const last = await listLastSessions(queries, clients);
  const records = await queries.query<KeptRecord>(
    `with last as (
       select distinct on (client_id) client_id, id, held_on from sessions where client_id = any($1)
       order by client_id, held_on desc, id desc
     )
     select record_standing.id, record_standing.client_id as client, session_id as session, author,
            superseded_by as "supersededBy", received_at as "receivedAt", body, score
     from record_standing left join last on last.client_id = record_standing.client_id
     where record_standing.client_id = any($1) and author = 'client' and superseded_by is null
       and (instrument in ('trust-12', 'trust-pulse') or last.id is null or session_id = last.id or completed_at >= held_on)
     order by completed_at, record_standing.id`,
    [clients],
  );
  const byClient = new Map(clients.map((id): [string, KeptRecord[]] => [id, []]));
  for (const record of records) byClient.get(record.client)?.push(record);
  return new Map(clients.map((id) => [id, reasonsToTalk({ records: byClient.get(id) ?? [], last: last.get(id) })]));
}
