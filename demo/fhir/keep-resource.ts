import type { Response } from 'attune-elements/core';
import type { Observation, QuestionnaireResponse } from 'attune-elements/fhir';
import { getInstrument } from 'attune-elements/instruments';
import type { Queries } from '../database/database.ts';
import { readRecord, type Sender } from '../read-record.ts';
import { noteReading } from '../readings.ts';
import { keepRecord } from '../records.ts';
import { Refusal } from '../refusal.ts';
import type { Access } from './access.ts';
import { differences } from './differences.ts';
import { originOf } from './origin.ts';
import { recordOf } from './read-response.ts';
import { bundleOf, type FhirRecord, recordIdSystem, resourcesOf, type Served } from './resources-of.ts';
import { searchRecords } from './stored-records.ts';

/** A resource after it was sent: whether it is new, and how the API answers it now. */
export interface KeptResource {
  client: string;
  isNew: boolean;
  served: Served;
}

/** Who sends, and whether records are also sent to another server. */
export interface Sending {
  access: Access;
  forwards: boolean;
}

/** Notes that the stored resources are read, because the answer contains them. Run it inside the transaction that stores them. */
export const noteAnswered = (queries: Queries, { access }: Pick<Sending, 'access'>, kept: readonly KeptResource[]): Promise<void> =>
  noteReading(queries, { reader: access.reader, what: 'what was stored by FHIR', whose: kept.map(({ client }) => client) });

export type SentResponse = QuestionnaireResponse<'R4'>;

/**
 * Stores the record of a QuestionnaireResponse, or finds it if it is stored. It takes only what it can answer again in the same words:
 * it makes the record, emits it, and compares. Run it inside a transaction. Throws a `Refusal` and stores nothing else.
 */
export async function keepResponse(queries: Queries, sent: SentResponse, { access, forwards }: Sending): Promise<KeptResource> {
  const { client, session } = await originOf(queries, access, sent);
  const known = await findRecord(queries, client, sent);
  if (known) {
    if (!isSame(known, sent)) throw new Refusal(409, 'Another record is already kept under this id.');
    return { client, isNew: false, served: servedAs('QuestionnaireResponse', known) };
  }
  const record = recordOf(sent);
  const from = senderOf(access, record);
  const origin = { client, ...(session !== undefined && { session }), from, forwards };
  const { response } = readRecord(record, origin);
  const places = differencesOf({ body: response, session: null }, sent);
  if (places.length) {
    const problems = places.map((path) => ({ path, code: 'not-stored' }));
    throw new Refusal(422, 'The clinic could not give this back as it came, so it stores nothing.', problems);
  }
  if (from === 'desk' && session === undefined) throw new Refusal(422, 'A note of the desk needs its session as the encounter.');
  const kept = await keepRecord(queries, origin, record);
  return { client, isNew: kept === 'stored', served: servedAs('QuestionnaireResponse', (await findRecord(queries, client, sent))!) };
}

/**
 * Finds the Observation of a stored record. The clinic computes scores from answers, so it stores none: it takes an Observation only
 * if it says what the clinic would say. `stored` are the ids of the records that are new in this request.
 */
export async function keepObservation(queries: Queries, sent: Observation, { access }: Sending, stored: ReadonlySet<string>): Promise<KeptResource> {
  const { client } = await originOf(queries, access, sent);
  const known = await findRecord(queries, client, { identifier: sent.identifier?.[0] });
  if (!known) throw new Refusal(422, 'The Observation is the score of no stored record. Send its QuestionnaireResponse in the same transaction.');
  const own = bundleOf({ body: known.body, session: null }, {}).entry.find(({ resource }) => resource.resourceType === 'Observation');
  if (!own) throw new Refusal(422, 'The instrument of this record has no score.');
  const places = differences(compared(sent), compared(own.resource), 'Observation');
  if (places.length) {
    const problems = places.map((path) => ({ path, code: 'not-the-score' }));
    throw new Refusal(422, 'The Observation does not say what the clinic computes from the answers.', problems);
  }
  return { client, isNew: stored.has(known.fhirId), served: servedAs('Observation', known) };
}

const servedAs = (type: Served['resourceType'], record: FhirRecord): Served =>
  resourcesOf(record).find(({ resourceType }) => resourceType === type)!;

async function findRecord(queries: Queries, client: string, { identifier }: { identifier?: unknown }): Promise<FhirRecord | undefined> {
  const { system, value } = Object(identifier) as { system?: unknown; value?: unknown };
  if (system !== recordIdSystem || typeof value !== 'string') {
    throw new Refusal(422, `The resource needs the id of a record as its identifier, of the system ${recordIdSystem}.`);
  }
  const criteria = [
    { sql: 'records.client_id = ?', value: client },
    { sql: 'records.id = ?', value: value.replaceAll('\0', '') },
  ];
  return (await searchRecords(queries, { criteria, count: 1 })).records[0];
}

/** Without what the server sets, and without subject and encounter, which are read by `originOf`. */
function compared(resource: object): object {
  const { id: _id, meta: _meta, subject: _subject, encounter: _encounter, derivedFrom: _derivedFrom, ...content } = resource as Record<string, unknown>;
  return content;
}

const differencesOf = (record: Pick<FhirRecord, 'body' | 'session'>, sent: SentResponse): string[] =>
  differences(compared(sent), compared(bundleOf(record, {}).entry[0]!.resource), 'QuestionnaireResponse');

const isSame = (known: FhirRecord, sent: SentResponse): boolean => !differencesOf(known, sent).length;

/** The desk and clients send their own records. A program stores those of anyone: whose they are, the instrument says. */
function senderOf({ who }: Access, record: unknown): Sender {
  if (who !== 'program') return who;
  const { id, options } = (record as Response).instrument;
  const found = getInstrument(id, options);
  return found.ok && found.instrument.audience === 'client' ? 'client' : 'desk';
}
