import assert from 'node:assert/strict';
import type { Instrument, Item } from '../../../src/core/instrument/instrument.ts';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { fromQuestionnaire, type FromQuestionnaireOptions } from '../../../src/fhir/index.ts';

export type Json = Record<string, unknown>;

const FHIR = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';

/** A Questionnaire with these items. */
export const form = (item: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'Questionnaire',
  url: 'https://clinic.example/Questionnaire/intake',
  version: '2.1',
  status: 'active',
  title: 'Intake',
  language: 'en',
  publisher: 'The clinic',
  copyright: '(c) The clinic',
  item,
  ...more,
});

export const ext = (name: string, value: Json): Json => ({ url: `${FHIR}/${name}`, ...value });
export const sdc = (name: string, value: Json): Json => ({ url: `${SDC}-${name}`, ...value });
export const control = (code: string): Json =>
  ext('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] } });

/** The instrument of a Questionnaire, and its issues as `linkId code`. */
export function read(questionnaire: Json, options?: FromQuestionnaireOptions) {
  const { instrument: definition, issues, ...rest } = fromQuestionnaire(questionnaire, options);
  assert.ok(definition, JSON.stringify(issues));
  const resolved = resolveInstrument(definition);
  assert.ok(resolved.ok);
  return { definition, instrument: resolved.instrument as Instrument, issues: issues.map(({ path, code }) => `${path} ${code}`), ...rest };
}

/** The first item of a Questionnaire with one item. */
export function readItem(item: Json, ...others: Json[]): { item: Item & Json; issues: string[] } {
  const { instrument, issues } = read(form([item, ...others]));
  return { item: instrument.items[0] as Item & Json, issues };
}
