import type { Response } from 'attune-elements/core';
import { CANONICAL_BASE, type Observation, type QuestionnaireResponse, type Reference, toBundle } from 'attune-elements/fhir';
import { formOf } from './form-of.ts';

/** The release of FHIR that the clinic speaks. */
export const release = { fhirVersion: 'R4', number: '4.0.1' } as const;

export const recordIdSystem = `${CANONICAL_BASE}/record-id`;

/** A stored record, as the FHIR API needs it. */
export interface FhirRecord {
  /** The id of its resources. */
  fhirId: string;
  client: string;
  /** The id of the client as a Patient. */
  patient: string;
  madeUp: boolean;
  session: string | null;
  receivedAt: Date;
  /** When a later record of the same author superseded it. */
  supersededAt: Date | null;
  body: Response;
}

interface Meta {
  versionId: string;
  lastUpdated: string;
  security?: { system: string; code: string; display: string }[];
}

type Status = QuestionnaireResponse['status'] | Observation['status'] | 'entered-in-error';

/** A resource as the API answers it. */
export type Served = (Omit<QuestionnaireResponse<'R4'>, 'status'> | Omit<Observation, 'status'>) & { id: string; meta: Meta; status: Status };

/** The label of data that is not about a real person. */
export const madeUpLabel = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST', display: 'test health data' };

/** The session that a record belongs to. The API has no Encounter, so it is an identifier. */
export const encounterOf = (session: string): Reference => ({ identifier: { value: session } });

export const patientOf = (patient: string): Reference => ({ reference: `Patient/${patient}` });

/** The transaction that `toBundle` makes of a record. */
export function bundleOf({ body, session }: Pick<FhirRecord, 'body' | 'session'>, subject: Reference) {
  const encounter = session ? { encounter: encounterOf(session) } : {};
  return toBundle(body, formOf(body.instrument), { fhirVersion: release.fhirVersion, subject, ...encounter }).resource;
}

/** The version of a record's resources: the second one says that a later record superseded it. */
export const versionOf = ({ supersededAt }: Pick<FhirRecord, 'supersededAt'>): string => (supersededAt ? '2' : '1');

export const etagOf = (version: string): string => `W/"${version}"`;

/** A record as its QuestionnaireResponse, and its score as an Observation if its instrument has rules for one. */
export function resourcesOf(record: FhirRecord): Served[] {
  const { fhirId, patient, madeUp, receivedAt, supersededAt } = record;
  const meta: Meta = {
    versionId: versionOf(record),
    // A record can be superseded before it arrives.
    lastUpdated: new Date(Math.max(receivedAt.getTime(), supersededAt?.getTime() ?? 0)).toISOString(),
    ...(madeUp && { security: [madeUpLabel] }),
  };
  return bundleOf(record, patientOf(patient)).entry.map(({ resource }) => {
    const { resourceType, status, ...content } = resource;
    return {
      resourceType,
      id: fhirId,
      meta,
      ...content,
      status: supersededAt ? 'entered-in-error' : status,
      ...(resourceType === 'Observation' && { derivedFrom: [{ reference: `QuestionnaireResponse/${fhirId}` }] }),
    } as Served;
  });
}
