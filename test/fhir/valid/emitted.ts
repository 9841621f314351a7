import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import type { Instrument } from '../../../src/core/instrument/instrument.ts';
import { score } from '../../../src/core/scoring/score.ts';
import { fhirPathEvaluator } from '../../../src/fhir/expressions/index.ts';
import {
  extensionDefinitions, type FhirVersion, fromQuestionnaire, terminologyOf, toBundle, toObservations, toQuestionnaire, toQuestionnaireResponse,
} from '../../../src/fhir/index.ts';
import { corpus, EVERYBODY, HL7 } from '../../../tools/fhir-corpus.mjs';
import { filled } from '../filled.ts';
import { forms } from '../forms.ts';
import { walks } from '../in/walk.ts';
import { validatorOf } from './validator.ts';

const sample = <T>(arbitrary: fc.Arbitrary<T>): T[] => fc.sample(arbitrary, { numRuns: 3, seed: 11 });

/** A Questionnaire with what it contains, as far as the definitions are here: resources of other types come back as they were. */
const withKnown = (emitted: object): object => {
  const { contained, ...resource } = emitted as { contained?: { resourceType: string }[] };
  const known = contained?.filter(({ resourceType }) => ['CodeSystem', 'ValueSet'].includes(resourceType));
  return { ...resource, ...(known?.length && { contained: known }) };
};

/** All that this package emits is valid in this release of FHIR. */
export function emittedIn(fhirVersion: FhirVersion): void {
  const faults = validatorOf(fhirVersion);
  const isValid = (resource: object): void => assert.deepEqual(faults(resource), []);

  describe(`by the definitions of ${fhirVersion}`, () => {
    it('the validator refuses what is wrong', () => {
      const item = { linkId: '1', type: 'string' };
      const wrong = [{ item: [] }, { status: 'active', item: [{ ...item, linkId: 1 }] }, { status: 'active', answer: 1 }, { status: 'active', item: [item, { ...item, type: undefined }] }];
      for (const one of wrong) assert.notDeepEqual(faults({ resourceType: 'Questionnaire', ...one }), [], JSON.stringify(one));
      isValid({ resourceType: 'Questionnaire', status: 'active', item: [item] });
    });

    it('our own extensions are valid', () => extensionDefinitions(fhirVersion).forEach(isValid));

    for (const form of forms) {
      it(`${[form.id, ...Object.values(form.options)].join(' ')}: all that is made of it is valid`, () => {
        isValid(toQuestionnaire(form, { fhirVersion }).resource);
        const { codeSystems, valueSets } = terminologyOf(form, {});
        [...codeSystems, ...valueSets].forEach(isValid);
        for (const record of sample(filled(form))) {
          isValid(toQuestionnaireResponse(record, form, { fhirVersion }).resource);
          isValid(toBundle(record, form, { fhirVersion }).resource);
          toObservations(score(form, record), { fhirVersion, response: record, instrument: form }).forEach(isValid);
        }
      });
    }

    for (const { name, package: from, resource } of corpus('Questionnaire', EVERYBODY)) {
      const { instrument: definition } = fromQuestionnaire(resource);
      if (!definition) continue;
      it(`${name}: its Questionnaire and its responses are valid`, () => {
        const resolved = resolveInstrument(definition);
        assert.ok(resolved.ok);
        const instrument: Instrument = resolved.instrument;
        // Those of others than HL7 break rules of FHIR themselves, and come back as they were.
        if (HL7.includes(from)) isValid(withKnown(toQuestionnaire(instrument, { fhirVersion }).resource));
        for (const { record } of sample(walks(instrument, fhirPathEvaluator({ questionnaire: resource })))) {
          isValid(toQuestionnaireResponse(record, instrument, { fhirVersion }).resource);
        }
      });
    }
  });
}
