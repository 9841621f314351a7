import type { Database } from '../database/database.ts';
import { noteReading } from '../readings.ts';
import { Refusal } from '../refusal.ts';
import { type Access, toRead } from './access.ts';
import { listStoredForms, scoredInstruments } from './forms.ts';
import { resourcesOf, type Served } from './resources-of.ts';
import { type Given, readSearch } from './search.ts';
import type { Searched } from './search-parameters.ts';
import { type Searchset, searchset } from './searchset.ts';
import { type Criterion, searchRecords } from './stored-records.ts';

/**
 * The records that somebody may read as resources of a type. A client reads their own answers, and neither scores nor what others noted about
 * them, as on the clinic's pages.
 */
function readable(access: Access, type: Searched): Criterion[] {
  const reader = toRead(access);
  if (reader.who === 'client' && type === 'Observation') throw new Refusal(403, 'Scores are for clinicians. A client reads their own answers.');
  return [
    ...(reader.who === 'client' ? [{ sql: `records.client_id = ? and records.author = 'client'`, value: reader.client }] : []),
    ...(type === 'Observation' ? [{ sql: 'records.instrument = any(?)', value: scoredInstruments() }] : []),
  ];
}

const asType = (type: Searched, served: readonly Served[]): Served[] => served.filter(({ resourceType }) => resourceType === type);

/** One resource of a record. Throws a `Refusal` with 404 if there is none, or none that this reader may read. */
export async function readResource(database: Database, access: Access, { type, id }: { type: Searched; id: string }): Promise<Served> {
  const criteria = [...readable(access, type), { sql: 'records.fhir_id::text = ?', value: id.replaceAll('\0', '') }];
  const { records } = await searchRecords(database, { criteria, count: 1 });
  const [served] = asType(type, records.flatMap(resourcesOf));
  if (!served) throw new Refusal(404, `There is no ${type} with this id.`);
  await noteReading(database, { reader: access.reader, what: `${type} by FHIR`, whose: records.map(({ client }) => client) });
  return served;
}

export interface SearchRequest {
  type: Searched;
  given: Given;
  /** The address of the API. */
  base: string;
  lenient: boolean;
}

/** One page of a search. */
export async function searchResources(database: Database, access: Access, { type, given, base, lenient }: SearchRequest): Promise<Searchset<Served>> {
  const allowed = readable(access, type);
  const needsForms = given.some(([name]) => name === 'questionnaire');
  const forms = needsForms ? await listStoredForms(database, access.who === 'client' && access.may === 'read' ? access.client : undefined) : [];
  const search = readSearch(type, given, { base, forms, lenient });
  const { total, records, next } = await searchRecords(database, { ...search, criteria: [...allowed, ...search.criteria] });
  await noteReading(database, { reader: access.reader, what: `search of ${type} by FHIR`, whose: records.map(({ client }) => client) });
  return searchset(base, type, { total, resources: asType(type, records.flatMap(resourcesOf)), next }, search);
}
