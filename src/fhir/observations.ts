import type { Instrument } from '../core/instrument/instrument.ts';
import type { ScaleScore } from '../core/instrument/scale-score.ts';
import type { Response } from '../core/record/response.ts';
import type { Score } from '../core/scoring/score.ts';
import { CANONICAL_BASE, codeSystemUrl, recordIdSystem, SCORES } from './canonical.ts';
import { scoreId } from './calculated-score.ts';
import { scoreFacts, translationUsed } from './extensions.ts';
import { type Participants, participants } from './participants.ts';
import { UNNORMED } from './questionnaire.ts';
import type { CodeableConcept, FhirVersion, Measured, Observation, Quantity, Reference } from './resources.ts';

export interface ObservationOptions extends Participants {
  /** The Observation is the same in every release. */
  fhirVersion: FhirVersion;
  /** The start of the canonical URLs. Give the one that the Questionnaire was emitted with. */
  base?: string;
  /** The record that was scored: for its id, its time, its subject and encounter. */
  response?: Pick<Response, 'id' | 'completedAt' | 'subject' | 'encounter'>;
  /** The instrument, for the titles of its scales. */
  instrument?: Instrument;
  /** The QuestionnaireResponse. */
  derivedFrom?: Reference;
  performer?: readonly Reference[];
}

const UCUM = 'http://unitsofmeasure.org';

const quantity = (value: number, method: string): Quantity =>
  method === 'percent'
    ? { value, unit: '%', system: UCUM, code: '%' }
    : { value, unit: 'score', system: UCUM, code: '{score}' };

const absent = (code: 'unknown' | 'not-performed', text: string): CodeableConcept => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }],
  text,
});

/** A value with how it came about, or why there is none. */
const measured = (base: string, scale: ScaleScore): Omit<Measured, 'code'> =>
  scale.status === 'scored'
    ? { extension: [scoreFacts(base, scale)], valueQuantity: quantity(scale.raw, scale.method) }
    : { dataAbsentReason: absent('unknown', scale.reason) };

/** Why nothing is scored: no rule, or a translation that nobody has reviewed. */
const unscored = ({ provenance }: Score): Omit<Measured, 'code'> => {
  const isDraft = provenance.translation?.standing === 'draft';
  const reason = isDraft ? 'Nobody has reviewed the translation.' : 'The instrument has no rule for a score.';
  return { dataAbsentReason: absent('not-performed', reason) };
};

function notesOf({ provenance: { normed, translation } }: Score): { text: string }[] {
  const texts = normed ? [] : [UNNORMED];
  if (translation) {
    const { language, revision, standing } = translation;
    texts.push(`The wording was a translation (${language}, revision ${revision}, ${standing}).`);
  }
  return texts.map((text) => ({ text }));
}

/**
 * A score as one Observation: the total, with a component for each scale. It has no interpretation, and says no band. Where there
 * is no score it says why.
 */
export function toObservations(score: Score, options: ObservationOptions): Observation[] {
  const { base = CANONICAL_BASE, response, instrument, derivedFrom, performer } = options;
  const { provenance, total, scales, status } = score;
  const { translation } = provenance;
  const system = codeSystemUrl(base, { id: provenance.instrument }, SCORES);
  const codeOf = (id: string, text: string): CodeableConcept => ({ coding: [{ system, code: id }], text });
  const component = Object.entries(scales).map(([name, scale]) => ({
    ...measured(base, scale),
    code: codeOf(scoreId(name), instrument?.scoring?.scales?.[name]?.title ?? name),
  }));
  const { extension = [], ...value } = total ? measured(base, total) : status === 'unscored' ? unscored(score) : {};
  const facts = [...extension, ...(translation ? [translationUsed(base, translation)] : [])];
  const notes = notesOf(score);
  const observation: Observation = {
    resourceType: 'Observation',
    ...(facts.length && { extension: facts }),
    ...(response && { identifier: [{ system: recordIdSystem(base), value: response.id }] }),
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] }],
    code: codeOf(scoreId(), instrument?.title ?? provenance.instrument),
    ...participants(options, response),
    ...(response?.completedAt && { effectiveDateTime: response.completedAt }),
    ...(performer && { performer: [...performer] }),
    ...value,
    method: { text: provenance.method },
    ...(notes.length && { note: notes }),
    ...(derivedFrom && { derivedFrom: [derivedFrom] }),
    ...(component.length && { component }),
  };
  return [observation];
}
