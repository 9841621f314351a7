import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument, Item, Value } from '../../../src/core/instrument/instrument.ts';
import type { Response } from '../../../src/core/record/response.ts';
import { fromQuestionnaireResponse, toQuestionnaireResponse, type FhirVersion } from '../../../src/fhir/index.ts';
import { form, type Json, read, readItem } from './read.ts';
import { problemsIn } from './valid-response.ts';

/** A question with a list, whose answer may be any other value of the same type. */
const open = (type: string, options: Json[], more: Json = {}): Json => ({ linkId: '1', text: 'Q', type, answerConstraint: 'optionsOrType', answerOption: options, ...more });

const coding = (code: string): Json => ({ system: 'urn:s', code, display: code.toUpperCase() });

/** A response with this value, as it is emitted. */
function emitted(instrument: Instrument, value: Value, fhirVersion: FhirVersion): Json {
  const response = {
    schema: 1, id: 'r-1', instrument: { id: instrument.id, version: instrument.version, options: {} }, locale: 'en', startedAt: '2026-01-01T10:00:00Z', status: 'completed',
    completedAt: '2026-01-01T10:05:00Z', software: { name: 'attune', version: '1.0.0' }, answers: [{ item: '1', at: [], state: 'answered', values: [value] }],
  } as unknown as Response;
  return toQuestionnaireResponse(response, instrument, { fhirVersion }).resource as unknown as Json;
}

const answerIn = (response: Json): unknown => (response.item as { answer: unknown[] }[])[0]!.answer[0];

const FIELDS: [type: string, field: Item['type'], options: Json[], own: Value, answer: Json][] = [
  ['integer', 'integer', [{ valueInteger: 5 }, { valueInteger: 9 }], 7, { valueInteger: 7 }],
  ['decimal', 'decimal', [{ valueDecimal: 0.5 }], 0.7, { valueDecimal: 0.7 }],
  ['date', 'date', [{ valueDate: '2026-01-01' }], '2026-02-02', { valueDate: '2026-02-02' }],
  ['dateTime', 'dateTime', [{ valueDateTime: '2026-01-01T10:00:00Z' }], '2026-02-02T10:00:00Z', { valueDateTime: '2026-02-02T10:00:00Z' }],
  ['time', 'time', [{ valueTime: '08:00:00' }], '09:30', { valueTime: '09:30:00' }],
  ['url', 'url', [{ valueUri: 'https://a.example' }], 'https://b.example', { valueUri: 'https://b.example' }],
  ['quantity', 'quantity', [{ valueQuantity: { value: 1, unit: 'kg' } }], { value: 2, unit: 'kg' }, { valueQuantity: { value: 2, unit: 'kg' } }],
];

describe('another answer than those of the list, of the same type', () => {
  for (const [type, field, options, own, answer] of FIELDS) {
    it(`is written in a field of the type ${type}, and the list is reported`, () => {
      const { item, issues } = readItem(open(type, options));
      assert.deepEqual([item.type, item.choices, issues], [field, undefined, ['1 options-not-shown']]);
      const { instrument } = read(form([open(type, options)]));
      const response = emitted(instrument, own, 'R5');
      assert.deepEqual(answerIn(response), answer);
      assert.deepEqual(problemsIn(response.item as Json[], [open(type, options)]), []);
      assert.deepEqual(fromQuestionnaireResponse(response, instrument).response?.answers[0], { item: '1', state: 'answered', values: [own] });
    });
  }

  it('begins with the option that is selected', () => {
    assert.deepEqual(readItem(open('integer', [{ valueInteger: 5 }, { valueInteger: 9, initialSelected: true }])).item.initial, [9]);
    assert.deepEqual(readItem(open('time', [{ valueTime: '08:00:00', initialSelected: true }])).item.initial, ['08:00']);
  });

  it('begins with the option that is selected in R4 too, which has the constraint as an extension', () => {
    const { answerConstraint, ...item } = open('integer', [{ valueInteger: 9, initialSelected: true }]);
    const url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint';
    assert.deepEqual(readItem({ ...item, extension: [{ url, valueCode: answerConstraint }] }).item.initial, [9]);
  });

  it('has the limits of the item, and conditions compare it', () => {
    const items = [
      open('integer', [{ valueInteger: 5 }], { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 2 }] }),
      { linkId: '2', text: 'R', type: 'date', enableWhen: [{ question: '1', operator: '>', answerInteger: 6 }] },
    ];
    const { instrument } = read(form(items));
    assert.equal((instrument.items[0] as Item & { min: number }).min, 2);
    assert.deepEqual(instrument.items[1]!.when, { item: '1', op: '>', value: 6 });
  });

  it('is a Coding with the words of the person beside concepts', () => {
    const question = open('coding', [{ valueCoding: coding('a') }]);
    const { instrument, issues } = read(form([question]));
    assert.deepEqual(issues, ['1 other-answers-in-words']);
    const response = emitted(instrument, { words: 'Mine' }, 'R5');
    assert.deepEqual(answerIn(response), { valueCoding: { display: 'Mine' } });
    assert.deepEqual(fromQuestionnaireResponse(response, instrument).response?.answers[0], { item: '1', state: 'answered', values: [{ words: 'Mine' }] });
    assert.deepEqual(answerIn(emitted(instrument, { words: 'Mine' }, 'R4')), { valueString: 'Mine' }, 'R4 has open-choice for it');
  });

  it('is a resource by its words beside resources', () => {
    const { instrument } = read(form([open('reference', [{ valueReference: { reference: 'Practitioner/1', display: 'Dr. A' } }])]));
    assert.deepEqual(answerIn(emitted(instrument, { words: 'Dr. B' }, 'R5')), { valueReference: { display: 'Dr. B' } });
  });

  it('is a text beside texts', () => {
    const { instrument, issues } = read(form([open('string', [{ valueString: 'A' }])]));
    assert.deepEqual(issues, []);
    assert.deepEqual(answerIn(emitted(instrument, { words: 'B' }, 'R5')), { valueString: 'B' });
  });
});
