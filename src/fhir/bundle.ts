import type { Instrument } from '../core/instrument/instrument.ts';
import { textHash } from '../core/plain-data/text-hash.ts';
import type { Response } from '../core/record/response.ts';
import { score } from '../core/scoring/score.ts';
import { CANONICAL_BASE, recordIdSystem } from './canonical.ts';
import { toObservations } from './observations.ts';
import type { Emitted } from './questionnaire.ts';
import { type ResponseOptions, toQuestionnaireResponse } from './questionnaire-response.ts';
import type { Bundle, BundleEntry, FhirVersion, Reference } from './resources.ts';

export interface BundleOptions<V extends FhirVersion> extends ResponseOptions<V> {
  performer?: readonly Reference[];
}

/** A UUID for references inside the bundle, made from a text. The server replaces it. */
function placeholder(text: string): string {
  const hex = ['a', 'b', 'c', 'd'].map((salt) => textHash(`${salt}${text}`).toString(16).padStart(8, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)];
  return `urn:uuid:${parts.join('-')}`;
}

/** A text as a value in a FHIR search. */
const searched = (text: string): string => encodeURIComponent(text.replace(/[\\,|$]/g, '\\$&'));

/**
 * A record and its score as a transaction. A server stores each resource only if it has none with the id of the record, so sending
 * twice stores once. An unfinished record and an instrument without rules have no Observation.
 */
export function toBundle<V extends FhirVersion>(response: Response, instrument: Instrument, options: BundleOptions<V>): Emitted<Bundle<V>> {
  const { base = CANONICAL_BASE } = options;
  const { resource, issues } = toQuestionnaireResponse(response, instrument, options);
  const fullUrl = placeholder(`QuestionnaireResponse ${response.id}`);
  const derivedFrom = { reference: fullUrl };
  const isScored = response.status === 'completed' && !!instrument.scoring;
  const observations = isScored ? toObservations(score(instrument, response), { ...options, response, instrument, derivedFrom }) : [];
  const entry = <R extends { resourceType: string }>(url: string, resource: R): BundleEntry<R> => ({
    fullUrl: url,
    resource,
    request: {
      method: 'POST',
      url: resource.resourceType,
      ifNoneExist: `identifier=${searched(recordIdSystem(base))}%7C${searched(response.id)}`,
    },
  });
  const entries = [entry(fullUrl, resource), ...observations.map((one) => entry(placeholder(`Observation ${response.id}`), one))];
  return { resource: { resourceType: 'Bundle', type: 'transaction', entry: entries }, issues };
}
