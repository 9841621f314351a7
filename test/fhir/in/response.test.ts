import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromQuestionnaireResponse, toQuestionnaireResponse } from '../../../src/fhir/index.ts';
import { ext, form, type Json, read } from './read.ts';

const coding = (code: string, display: string): Json => ({ system: 'urn:s', code, display });
const { instrument } = read(
  form([
    { linkId: '1', text: 'Name', type: 'string' },
    {
      linkId: '2', text: 'Sleep', type: 'open-choice', repeats: true,
      answerOption: [{ valueCoding: coding('good', 'Good') }, { valueCoding: coding('bad', 'Bad') }],
      item: [{ linkId: '2.1', text: 'Since when?', type: 'date' }],
    },
    { linkId: '3', text: 'Medication', type: 'group', repeats: true, item: [{ linkId: '3.1', text: 'Drug', type: 'string' }, { linkId: '3.2', text: 'Dose', type: 'quantity' }] },
    { linkId: '4', text: 'Phones', type: 'string', repeats: true },
    { linkId: '5', text: 'Only with a name', type: 'integer', enableWhen: [{ question: '1', operator: 'exists', answerBoolean: true }] },
    { linkId: '6', text: 'At', type: 'time' },
  ]),
);

const response = (item: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'QuestionnaireResponse',
  id: 'r1',
  questionnaire: 'https://clinic.example/Questionnaire/intake|2.1',
  status: 'completed',
  authored: '2026-01-02T10:00:00+01:00',
  item,
  ...more,
});

function restored(item: readonly Json[], more?: Json) {
  const result = fromQuestionnaireResponse(response(item, more), instrument);
  return { ...result, answers: result.response?.answers, codes: result.issues.map(({ path, code }) => `${path} ${code}`) };
}

const all: Json[] = [
  { linkId: '1', text: 'Name', answer: [{ valueString: 'Ada' }] },
  { linkId: '2', text: 'Sleep', answer: [{ valueCoding: coding('bad', 'Bad'), item: [{ linkId: '2.1', text: 'Since when?', answer: [{ valueDate: '2025-12-01' }] }] }, { valueString: 'Short' }] },
  { linkId: '3', text: 'Medication', item: [{ linkId: '3.1', text: 'Drug', answer: [{ valueString: 'A' }] }] },
  { linkId: '3', text: 'Medication', item: [{ linkId: '3.1', text: 'Drug', answer: [{ valueString: 'B' }] }, { linkId: '3.2', text: 'Dose', answer: [{ valueQuantity: { value: 5, unit: 'mg' } }] }] },
  { linkId: '4', text: 'Phones', answer: [{ valueString: '1' }, { valueString: '2' }] },
  { linkId: '5', text: 'Only with a name', answer: [{ valueInteger: 3 }] },
  { linkId: '6', text: 'At', answer: [{ valueTime: '08:30:00' }] },
];

describe('a QuestionnaireResponse', () => {
  it('becomes a record with every answer at its place', () => {
    const { answers, codes, unmatched, response: record } = restored(all);
    assert.deepEqual(codes, []);
    assert.deepEqual(unmatched, []);
    assert.deepEqual(answers, [
      { item: '1', state: 'answered', values: ['Ada'] },
      { item: '2', state: 'answered', values: ['bad', { words: 'Short' }] },
      { item: '2.1', state: 'answered', values: ['2025-12-01'] },
      { item: '3.1', at: [0], state: 'answered', values: ['A'] },
      { item: '3.1', at: [1], state: 'answered', values: ['B'] },
      { item: '3.2', at: [1], state: 'answered', values: [{ value: 5, unit: 'mg' }] },
      { item: '4', at: [0], state: 'answered', values: ['1'] },
      { item: '4', at: [1], state: 'answered', values: ['2'] },
      { item: '5', state: 'answered', values: [3] },
      { item: '6', state: 'answered', values: ['08:30'] },
    ]);
    assert.deepEqual([record!.id, record!.status, record!.completedAt], ['r1', 'completed', '2026-01-02T10:00:00+01:00']);
  });

  it('comes back the same', () => {
    const { response: record } = restored(all);
    const { resource } = toQuestionnaireResponse(record!, instrument, { fhirVersion: 'R4' });
    assert.deepEqual(resource.item, all);
    assert.equal(resource.questionnaire, 'https://clinic.example/Questionnaire/intake|2.1');
  });

  it('of a person who is still writing is a record in progress', () => {
    const { response: record } = restored([all[0]!], { status: 'in-progress' });
    assert.deepEqual([record!.status, record!.completedAt], ['in-progress', undefined]);
  });

  it('says why an item was left out', () => {
    const reason = ext('data-absent-reason', { valueCode: 'asked-declined' });
    assert.deepEqual(restored([{ linkId: '1', extension: [reason] }]).answers, [{ item: '1', state: 'declined' }]);
  });

  it('keeps answers of items that the instrument does not have, and values that do not fit', () => {
    const { answers, unmatched, codes } = restored([
      { linkId: 'old', answer: [{ valueString: 'x' }] },
      { linkId: '6', answer: [{ valueTime: '08:30:12' }] },
      { linkId: '1', answer: [{ valueString: 'Ada' }, { valueString: 'Bea' }] },
      { linkId: '2', answer: [{ valueCoding: coding('bad', 'Bad') }, { valueBoolean: true }] },
    ]);
    assert.deepEqual(answers, [{ item: '2', state: 'answered', values: ['bad'] }]);
    assert.deepEqual(unmatched.map(({ linkId, answer }) => [linkId, answer]), [
      ['old', [{ valueString: 'x' }]],
      ['2', [{ valueBoolean: true }]],
      ['6', [{ valueTime: '08:30:12' }]],
      ['1', [{ valueString: 'Ada' }, { valueString: 'Bea' }]],
    ]);
    assert.equal(codes.filter((code) => code.endsWith('answer-without-place')).length, 4);
  });

  it('keeps answers to items that are not asked', () => {
    const { answers, unmatched } = restored([{ linkId: '5', answer: [{ valueInteger: 3 }] }]);
    assert.deepEqual(answers, []);
    assert.deepEqual(unmatched, [{ linkId: '5', at: [], answer: [{ valueInteger: 3 }] }]);
  });

  it('of another version or another form is restored, and that is reported', () => {
    assert.deepEqual(restored([all[0]!], { questionnaire: 'https://clinic.example/Questionnaire/intake|1.0' }).codes, ['questionnaire of-another-version']);
    assert.deepEqual(restored([all[0]!], { questionnaire: 'https://clinic.example/Questionnaire/intake' }).codes, []);
    const other = restored([all[0]!], { questionnaire: 'https://x.example/other' });
    assert.deepEqual(other.codes, ['questionnaire of-another-form']);
    assert.equal(other.answers!.length, 1);
  });

  it('without an id or a time needs them from the host, because nothing is invented', () => {
    const nameless = response([all[0]!], { id: undefined, authored: undefined });
    const { response: record, issues } = fromQuestionnaireResponse(nameless, instrument);
    assert.equal(record, undefined);
    assert.deepEqual(issues.map(({ code }) => code), ['id-missing', 'start-missing']);
    const given = fromQuestionnaireResponse(nameless, instrument, { id: 'mine', startedAt: '2026-01-01T00:00:00Z' });
    assert.deepEqual([given.response!.id, given.response!.startedAt], ['mine', '2026-01-01T00:00:00Z']);
  });

  it('of a day only began at midnight, and that is reported', () => {
    const { response: record, codes } = restored([], { authored: '2026-01-02' });
    assert.equal(record!.completedAt, '2026-01-02T00:00:00Z');
    assert.deepEqual(codes, [' date-without-time']);
  });

  it('that was stopped is in progress, and this is reported', () => {
    const { response: record, codes, answers } = restored(all, { status: 'stopped' });
    assert.deepEqual([record!.status, answers!.length, codes], ['in-progress', 10, ['status status-not-kept']]);
  });

  it('that was entered in error, or is no response, gives no record', () => {
    assert.equal(restored(all, { status: 'entered-in-error' }).response, undefined);
    for (const data of [undefined, 5, {}, { resourceType: 'Questionnaire' }]) {
      assert.equal(fromQuestionnaireResponse(data, instrument).response, undefined);
    }
  });
});

describe('an answer that the instrument cannot hold as it is', () => {
  const restoredIn = (question: Json, answer: Json) => {
    const { instrument: own } = read(form([{ linkId: '1', text: 'Q', ...question }]));
    const result = fromQuestionnaireResponse(response([{ linkId: '1', text: 'Q', answer: [answer] }]), own);
    const again = toQuestionnaireResponse(result.response!, own, { fhirVersion: 'R4' }).resource.item;
    return { ...result, again: again?.[0]?.answer, codes: result.issues.map(({ path, code }) => `${path} ${code}`) };
  };

  it('is unmatched if it is "less than" or "more than" a quantity', () => {
    for (const [type, more] of [['quantity', {}], ['decimal', {}]] as const) {
      const answer = { valueQuantity: { value: 5, comparator: '<', unit: 'mg' } };
      const { response: record, unmatched, codes } = restoredIn({ type, ...more }, answer);
      assert.deepEqual(record!.answers, []);
      assert.deepEqual(unmatched, [{ linkId: '1', at: [], answer: [answer] }]);
      assert.deepEqual(codes, ['1 answer-without-place']);
    }
  });

  it('keeps its code in an open list that does not have it', () => {
    const options = { type: 'open-choice', answerOption: [{ valueCoding: coding('good', 'Good') }] };
    for (const answer of [{ valueCoding: { ...coding('x1', 'One'), version: '2' } }, { valueCoding: coding('x1', 'Good') }, { valueCoding: { system: 'urn:other', code: 'good' } }, { valueString: 'One' }]) {
      const { again, unmatched } = restoredIn(options, answer);
      assert.deepEqual([again, unmatched], [[answer], []]);
    }
  });

  it('is unmatched in an open list if it is neither a text nor a concept', () => {
    const options = { type: 'open-choice', answerOption: [{ valueCoding: coding('good', 'Good') }] };
    for (const answer of [{ valueReference: { reference: 'Practitioner/9', display: 'Good' } }, { valueDate: '2026-01-01' }, { valueInteger: 1 }]) {
      const { again, unmatched } = restoredIn(options, answer);
      assert.deepEqual([again, unmatched], [undefined, [{ linkId: '1', at: [], answer: [answer] }]]);
    }
  });
});
