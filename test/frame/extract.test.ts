import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnosticsOf, type Json, record, Talk, walk } from './conversation.ts';

const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const extracted = (valueBoolean = true): Json => ({ url: `${SDC}observationExtract`, valueBoolean });
const code = [{ system: 'http://loinc.org', code: '1-1' }];
const types: Json[] = ['boolean', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'url', 'quantity', 'attachment'].map((type) => ({ linkId: type, type, text: type, code }));
const everything: Json = { resourceType: 'Questionnaire', url: 'https://walkers.example/all', status: 'active', extension: [extracted()], item: types };

const answered = (values: Record<string, Json>, more: Json = {}): Json => ({
  resourceType: 'QuestionnaireResponse',
  id: 'r1',
  questionnaire: 'https://walkers.example/all',
  status: 'completed',
  authored: '2026-11-30T10:00:00Z',
  item: Object.entries(values).map(([linkId, value]) => ({ linkId, answer: [value] })),
  ...more,
});

const observationsIn = (payload: Json): Json[] => {
  const [bundle, ...more] = (payload.extractedResources ?? []) as { type: string; entry: { fullUrl: string; resource: Json; request: Json }[] }[];
  assert.equal(more.length, 0);
  if (!bundle) return [];
  assert.equal(bundle.type, 'transaction');
  for (const { fullUrl, request } of bundle.entry) assert.deepEqual([fullUrl.slice(0, 9), request], ['urn:uuid:', { method: 'POST', url: 'Observation' }]);
  return bundle.entry.map(({ resource }) => resource);
};

describe('sdc.requestExtract', () => {
  it('makes an Observation of each answer whose question asks for it', () => {
    const unit = { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit', valueCoding: { system: 'http://unitsofmeasure.org', code: 'km', display: 'kilometres' } };
    const category = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] };
    const questionnaire = {
      ...walk,
      item: [
        { linkId: 'g', type: 'group', text: 'Walking', extension: [extracted(), { url: `${SDC}observation-extract-category`, valueCodeableConcept: category }], item: [
          { linkId: 'far', type: 'decimal', text: 'How far?', code, extension: [unit] },
          { linkId: 'not', type: 'string', text: 'Private?', code, extension: [extracted(false)] },
          { linkId: 'uncoded', type: 'string', text: 'No code' },
        ] },
      ],
    };
    const item = [{ linkId: 'g', item: [{ linkId: 'far', answer: [{ valueDecimal: 4.5 }] }, { linkId: 'not', answer: [{ valueString: 'x' }] }, { linkId: 'uncoded', answer: [{ valueString: 'y' }] }] }];
    const subject = { reference: 'Patient/7' };
    const questionnaireResponse = answered({}, { questionnaire: walk.url, item, subject, author: { reference: 'Patient/7' } });
    const { payload } = new Talk().say('sdc.requestExtract', { questionnaire, questionnaireResponse });
    assert.deepEqual(observationsIn(payload), [
      {
        resourceType: 'Observation',
        status: 'final',
        category: [category],
        code: { coding: code, text: 'How far?' },
        subject,
        effectiveDateTime: '2026-11-30T10:00:00Z',
        performer: [subject],
        valueQuantity: { value: 4.5, unit: 'kilometres', system: 'http://unitsofmeasure.org', code: 'km' },
        derivedFrom: [{ reference: 'QuestionnaireResponse/r1' }],
      },
    ]);
  });

  it('gives each value the type that an Observation has for it', () => {
    const values = {
      boolean: { valueBoolean: false },
      decimal: { valueDecimal: 1.5 },
      integer: { valueInteger: 2 },
      date: { valueDate: '2026-01-02' },
      dateTime: { valueDateTime: '2026-01-02T03:04:05Z' },
      time: { valueTime: '03:04:05' },
      string: { valueString: 'x' },
      url: { valueUri: 'https://x.example' },
      quantity: { valueQuantity: { value: 1, unit: 'kg' } },
      attachment: { valueAttachment: { title: 'x' } },
    };
    const { payload } = new Talk().say('sdc.requestExtract', { questionnaire: everything, questionnaireResponse: answered(values) });
    const made = observationsIn(payload).map((observation) => Object.entries(observation).find(([name]) => name.startsWith('value')));
    assert.deepEqual(made, [
      ['valueBoolean', false],
      ['valueQuantity', { value: 1.5 }],
      ['valueInteger', 2],
      ['valueDateTime', '2026-01-02'],
      ['valueDateTime', '2026-01-02T03:04:05Z'],
      ['valueTime', '03:04:05'],
      ['valueString', 'x'],
      ['valueString', 'https://x.example'],
      ['valueQuantity', { value: 1, unit: 'kg' }],
    ]);
    assert.deepEqual(diagnosticsOf(payload), ['An Observation cannot have this value', '9 Observations']);
  });

  it('uses the answers on screen if the host sends none, and calls them preliminary', () => {
    const talk = new Talk();
    talk.say('sdc.displayQuestionnaire', { questionnaire: { ...walk, extension: [extracted()] } });
    const [observation, ...more] = observationsIn(talk.say('sdc.requestExtract', {}, record([['far', 5], ['pace', 'slow']])).payload);
    assert.deepEqual([observation!.status, observation!.valueInteger, more.length], ['preliminary', 5, 0]);
  });

  it('says that nothing can be extracted, and which ways of extraction there are not', () => {
    const talk = new Talk();
    assert.deepEqual(diagnosticsOf(talk.say('sdc.requestExtract').payload), ['No Questionnaire is displayed']);
    talk.say('sdc.displayQuestionnaire', { questionnaire: { ...walk, extension: [{ url: `${SDC}itemExtractionContext`, valueCode: 'Patient' }] } });
    const { payload } = talk.say('sdc.requestExtract', {}, record([['far', 5]]));
    assert.equal(payload.extractedResources, undefined);
    assert.deepEqual(diagnosticsOf(payload), [
      'Only Observations are extracted, not definitions and templates',
      'Nothing can be extracted: no answer is to a question with a code and observationExtract',
    ]);
    for (const wrong of [{ questionnaire: 7 }, { questionnaireResponse: walk }, { questionnaire: { resourceType: 'Questionnaire' } }]) {
      assert.ok(diagnosticsOf(talk.say('sdc.requestExtract', wrong).payload).length, JSON.stringify(wrong));
    }
  });
});
