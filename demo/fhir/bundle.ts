import { STATUS_CODES } from 'node:http';
import type { Observation, Reference } from 'attune-elements/fhir';
import type { Database, Queries } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { keepObservation, keepResponse, type KeptResource, noteAnswered, type Sending, type SentResponse } from './keep-resource.ts';
import { type OperationOutcome, outcomeOf } from './outcome.ts';
import { etagOf, recordIdSystem, type Served } from './resources-of.ts';
import { objectsIn, textOf } from './sent-json.ts';

const most = 100;

interface Entry {
  fullUrl?: unknown;
  resource: SentResponse | Observation;
}

/** `representation`: the answer has the resources as they are stored. */
type BundleSending = Sending & { representation: boolean };

interface EntryAnswer {
  resource?: Served;
  response: { status: string; location?: string; etag?: string; lastModified?: string; outcome?: OperationOutcome };
}

export interface BundleAnswer {
  resourceType: 'Bundle';
  type: 'transaction-response' | 'batch-response';
  entry: EntryAnswer[];
}

/**
 * Stores the resources of a transaction, all of them or none, or those of a batch, each for itself. Throws a `Refusal` for a bundle that it
 * cannot read, and for a transaction of which an entry cannot be stored.
 */
export async function keepBundle(database: Database, sent: unknown, sending: BundleSending): Promise<BundleAnswer> {
  const { type, entry } = bundleIn(sent);
  const answer = (kept: KeptResource): EntryAnswer => answerOf(kept, sending.representation);
  if (type === 'transaction') {
    const kept = await database.transaction((queries) => keepAll(queries, entry, sending));
    return { resourceType: 'Bundle', type: 'transaction-response', entry: kept.map(answer) };
  }
  const answers: EntryAnswer[] = [];
  for (const [place, each] of entry.entries()) {
    try {
      const [kept] = await database.transaction((queries) => keepAll(queries, [each], sending));
      answers.push(answer(kept!));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      answers.push({ response: { status: statusText(cause.statusCode), outcome: outcomeOf(at(place, cause)) } });
    }
  }
  return { resourceType: 'Bundle', type: 'batch-response', entry: answers };
}

function bundleIn(sent: unknown): { type: 'transaction' | 'batch'; entry: unknown[] } {
  const { resourceType, type, entry } = Object(sent) as Record<string, unknown>;
  if (resourceType !== 'Bundle' || (type !== 'transaction' && type !== 'batch')) {
    throw new Refusal(400, 'The body is no Bundle of the type transaction or batch.');
  }
  if (!Array.isArray(entry) || !entry.length) throw new Refusal(400, 'The Bundle has no entries.');
  if (entry.length > most) throw new Refusal(422, `A Bundle has at most ${most} entries.`);
  return { type, entry };
}

/** The answers first: an Observation can be in front of the QuestionnaireResponse that it is derived from. */
async function keepAll(queries: Queries, sent: readonly unknown[], sending: BundleSending): Promise<KeptResource[]> {
  const entries = sent.map((each, place) => placed(place, () => entryIn(each)));
  const kept: KeptResource[] = [];
  const isResponse = ({ resource }: Entry): boolean => resource.resourceType === 'QuestionnaireResponse';
  for (const [place, { resource }] of entries.entries()) {
    if (resource.resourceType === 'QuestionnaireResponse') {
      kept[place] = await placedLater(place, keepResponse(queries, resource, sending));
    }
  }
  const stored = new Set(kept.flatMap((each) => (each?.isNew ? [each.served.id] : [])));
  for (const [place, { resource }] of entries.entries()) {
    if (resource.resourceType !== 'Observation') continue;
    const found = await placedLater(place, keepObservation(queries, resource, sending, stored));
    const sources = entries.flatMap((entry, index) => (isResponse(entry) && kept[index]?.served.id === found.served.id ? [entry.fullUrl] : []));
    placed(place, () => checkSource(resource, [...sources, `QuestionnaireResponse/${found.served.id}`]));
    kept[place] = found;
  }
  if (sending.representation) await noteAnswered(queries, sending, kept);
  return kept;
}

/** Refuses an Observation that says that it is derived from something else than the answers it was computed from. */
function checkSource({ derivedFrom }: Observation, sources: readonly unknown[]): void {
  const named: readonly Reference[] = derivedFrom ?? [];
  const isSource = (each: Reference): boolean => Object.keys(each).length === 1 && !!each.reference && sources.includes(each.reference);
  if (objectsIn(named).length === named.length && named.every(isSource)) return;
  const problem = { path: 'Observation.derivedFrom', code: 'not-the-answers' };
  throw new Refusal(422, 'The Observation is derived from something else than its QuestionnaireResponse.', [problem]);
}

function entryIn(sent: unknown): Entry {
  const { fullUrl, resource, request } = Object(sent) as Record<string, unknown>;
  const { method, url, ifNoneExist } = Object(request) as Record<string, unknown>;
  const { resourceType } = Object(resource) as Record<string, unknown>;
  if (method !== 'POST' || url !== resourceType) throw new Refusal(422, 'The clinic takes entries that create a resource: POST, to its type.');
  const taken = resourceIn(resource);
  checkCondition(ifNoneExist, taken);
  return { fullUrl, resource: taken };
}

/** A resource of a type that can be stored. Its content was not checked yet. */
export function resourceIn(sent: unknown): Entry['resource'] {
  const { resourceType } = Object(sent) as Record<string, unknown>;
  if (resourceType !== 'QuestionnaireResponse' && resourceType !== 'Observation') {
    throw new Refusal(422, 'The clinic stores QuestionnaireResponses with the Observations of their scores, and nothing else.');
  }
  return sent as Entry['resource'];
}

/** The clinic stores each record once, with or without a condition. A condition on anything else than its id cannot be met. */
export function checkCondition(condition: unknown, { identifier }: Entry['resource']): void {
  if (condition === undefined) return;
  const [only, ...more] = [...new URLSearchParams(textOf(condition))];
  const value = textOf([identifier].flat()[0]?.value);
  if (more.length || only?.[0] !== 'identifier' || only[1].replace(/\\([,$|\\])/g, '$1') !== `${recordIdSystem}|${value}`) {
    throw new Refusal(422, 'The condition must be the identifier of the resource itself.');
  }
}

function answerOf({ isNew, served }: KeptResource, representation: boolean): EntryAnswer {
  const { id, resourceType, meta } = served;
  const response = {
    status: statusText(isNew ? 201 : 200),
    location: `${resourceType}/${id}`,
    etag: etagOf(meta.versionId),
    lastModified: meta.lastUpdated,
  };
  return { ...(representation && { resource: served }), response };
}

const statusText = (status: number): string => `${status} ${STATUS_CODES[status]}`;

/** A refusal that also names the entry, and the place in its resource if there is one. */
function at(place: number, { statusCode, message, problems }: Refusal): Refusal {
  const here = `Bundle.entry[${place}]`;
  if (!problems.length) return new Refusal(statusCode, message, [{ path: here, code: 'refused' }]);
  const named = problems.map(({ path, code }) => {
    const [, inside] = /^(?:QuestionnaireResponse|Observation)(.*)$/.exec(path) ?? [];
    return inside === undefined ? { path: `${here}.resource`, code: `${path} ${code}` } : { path: `${here}.resource${inside}`, code };
  });
  return new Refusal(statusCode, message, named);
}

function placed<T>(place: number, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof Refusal ? at(place, cause) : cause;
  }
}

async function placedLater<T>(place: number, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof Refusal ? at(place, cause) : cause;
  }
}
