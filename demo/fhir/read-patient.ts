import type { Database } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { type Access, toRead } from './access.ts';
import { madeUpLabel } from './resources-of.ts';

/** A client, as far as whom a subject refers to. The clinic knows nothing else that FHIR has a place for. */
export interface Patient {
  resourceType: 'Patient';
  id: string;
  meta?: { security: [typeof madeUpLabel] };
  identifier: [{ value: string }];
  name: [{ text: string }];
}

/** Throws a `Refusal` with 404 if there is no such client, or none that this reader may read. */
export async function readPatient(database: Database, access: Access, id: string): Promise<Patient> {
  const reader = toRead(access);
  const [found] = await database.query<{ client: string; called: string; madeUp: boolean }>(
    'select id as client, called, made_up as "madeUp" from clients where fhir_id::text = $1',
    [id.replaceAll('\0', '')],
  );
  if (!found || (reader.who === 'client' && reader.client !== found.client)) throw new Refusal(404, 'There is no Patient with this id.');
  const { client, called, madeUp } = found;
  return {
    resourceType: 'Patient',
    id,
    ...(madeUp && { meta: { security: [madeUpLabel] } }),
    identifier: [{ value: client }],
    name: [{ text: called }],
  };
}
