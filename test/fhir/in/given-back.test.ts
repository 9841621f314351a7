import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../../src/core/record/response.ts';
import { fromQuestionnaireResponse, toQuestionnaireResponse, type Unmatched } from '../../../src/fhir/index.ts';
import { ext, form, type Json, read } from './read.ts';

const coding = (code: string, display: string): Json => ({ system: 'urn:s', code, display });
const { instrument } = read(
  form([
    { linkId: 'land', text: 'Land', type: 'choice', answerValueSet: 'https://x.example/lands' },
    { linkId: 'by', text: 'By', type: 'reference' },
    { linkId: 'born', text: 'Born', type: 'date' },
    { linkId: 'sleep', text: 'Sleep', type: 'choice', repeats: true, answerOption: [{ valueCoding: coding('good', 'Good') }, { valueCoding: coding('bad', 'Bad') }] },
    { linkId: 'more', text: 'More', type: 'string', enableWhen: [{ question: 'born', operator: 'exists', answerBoolean: true }] },
    { linkId: 'g', text: 'G', type: 'group', item: [{ linkId: 'in', text: 'In', type: 'boolean', item: [{ linkId: 'since', text: 'Since', type: 'date' }] }] },
    {
      linkId: 'drug', text: 'Drug', type: 'group', repeats: true,
      item: [{ linkId: 'name', text: 'Name', type: 'string' }, { linkId: 'from', text: 'From', type: 'date' }],
    },
    { linkId: 'phone', text: 'Phone', type: 'string', repeats: true },
  ]),
);

const response = (item: readonly Json[]): Json => ({ resourceType: 'QuestionnaireResponse', id: 'r1', status: 'completed', authored: '2026-01-02T10:00:00+01:00', item });

/** A response that was read, then perhaps changed by the person, and is written with what `hand` gives of what was read. */
function again(item: readonly Json[], { change = (answers: readonly Answer[]) => answers, isWhole = false } = {}) {
  const { response: record, unmatched, originals, issues } = fromQuestionnaireResponse(response(item), instrument);
  // It may be stored in between.
  const handed = JSON.parse(JSON.stringify(isWhole ? [...unmatched, ...originals] : unmatched)) as Unmatched[];
  const { resource } = toQuestionnaireResponse({ ...record!, answers: change(record!.answers) }, instrument, { fhirVersion: 'R4', unmatched: handed });
  return { item: resource.item ?? [], unmatched, issues: issues.map(({ path, code }) => `${path} ${code}`) };
}

const withAnswer = (given: Answer) => (answers: readonly Answer[]): readonly Answer[] => [...answers.filter(({ item }) => item !== given.item), given];
const land = [{ linkId: 'land', text: 'Land', answer: [{ valueCoding: coding('DE', 'Germany') }] }];
const by = [{ linkId: 'by', text: 'By', answer: [{ valueReference: { reference: 'Practitioner/1', display: 'Dr A' } }] }];

describe('what was unmatched when a response was read', () => {
  it('is the concept or the resource that the record has in words, and is given back as long as the words stay', () => {
    for (const [given, words] of [[land, 'Germany'], [by, 'Dr A']] as const) {
      const [{ linkId, answer }] = given as unknown as [{ linkId: string; answer: Json[] }];
      const result = again(given);
      assert.deepEqual(result.issues, [`${linkId} answer-not-as-given`]);
      assert.deepEqual(result.unmatched, [{ linkId, at: [], answer, values: [words] }]);
      assert.deepEqual(result.item, given);
    }
    const changed = again(land, { change: withAnswer({ item: 'land', state: 'answered', values: ['France'] }) });
    assert.deepEqual(changed.item, [{ linkId: 'land', text: 'Land', answer: [{ valueCoding: { display: 'France' } }] }]);
  });

  it('is given back at its place, whatever it is', () => {
    const item = [
      { linkId: 'born', text: 'Born', answer: [{ valueDate: '1980' }] },
      { linkId: 'sleep', text: 'Sleep', answer: [{ valueCoding: coding('bad', 'Bad') }, { valueBoolean: true }] },
      { linkId: 'more', text: 'More', answer: [{ valueString: 'Not asked' }] },
      {
        linkId: 'g', text: 'G',
        item: [
          { linkId: 'in', text: 'In', answer: [{ valueBoolean: true, item: [{ linkId: 'since', text: 'Since', answer: [{ valueDate: '2020-05' }] }] }] },
          { linkId: 'old', answer: [{ valueString: 'x' }] },
        ],
      },
      { linkId: 'drug', text: 'Drug', item: [{ linkId: 'name', text: 'Name', answer: [{ valueString: 'A' }] }, { linkId: 'from', text: 'From', answer: [{ valueDate: '2020' }] }] },
      { linkId: 'drug', text: 'Drug', item: [{ linkId: 'from', text: 'From', answer: [{ valueDate: '2021' }] }, { linkId: 'dose', answer: [{ valueInteger: 5 }] }] },
      { linkId: 'phone', text: 'Phone', answer: [{ valueString: '1' }, { valueInteger: 2 }, { valueString: '3' }] },
      { linkId: 'gone', item: [{ linkId: 'deep', answer: [{ valueString: 'x' }, { valueString: 'y' }] }] },
      { linkId: 'gone', item: [{ linkId: 'deep', answer: [{ valueString: 'z' }] }] },
    ];
    const result = again(item);
    assert.deepEqual(result.item, item);
    assert.equal(result.unmatched.length, 11);
  });

  it('is replaced by a new answer', () => {
    const born = [{ linkId: 'born', text: 'Born', answer: [{ valueDate: '1980' }] }];
    const date = again(born, { change: withAnswer({ item: 'born', state: 'answered', values: ['1980-02-03'] }) });
    assert.deepEqual(date.item, [{ linkId: 'born', text: 'Born', answer: [{ valueDate: '1980-02-03' }] }]);
    const left = again(born, { change: withAnswer({ item: 'born', state: 'declined' }) });
    assert.equal(left.item[0]!.answer, undefined);
    const sleep = [{ linkId: 'sleep', text: 'Sleep', answer: [{ valueCoding: coding('bad', 'Bad') }, { valueBoolean: true }] }];
    const list = again(sleep, { change: withAnswer({ item: 'sleep', state: 'answered', values: ['good'] }) });
    assert.deepEqual(list.item[0]!.answer, [{ valueCoding: coding('good', 'Good') }]);
    assert.deepEqual(again(sleep, { change: () => [] }).item, []);
  });

  it('is lost without being handed in', () => {
    const { response: record } = fromQuestionnaireResponse(response(land), instrument);
    assert.deepEqual(toQuestionnaireResponse(record!, instrument, { fhirVersion: 'R4' }).resource.item![0]!.answer, [{ valueCoding: { display: 'Germany' } }]);
  });
});

describe('the originals of a response', () => {
  const drug = (name: string, from: string, more: Json = {}): Json => ({
    linkId: 'drug', text: 'Drug', ...more,
    item: [{ linkId: 'name', text: 'Name', answer: [{ valueString: name }] }, { linkId: 'from', text: 'From', answer: [{ valueDate: from }] }],
  });

  it('have extensions, ids and all elements of a value', () => {
    const extension = [{ url: 'https://clinic.example/by', valueString: 'nurse' }];
    const item = [
      { linkId: 'sleep', id: 'i1', extension, text: 'Sleep', answer: [{ id: 'a1', extension, valueCoding: { ...coding('bad', 'Awful'), userSelected: true } }] },
      { linkId: 'g', extension, text: 'G', item: [{ linkId: 'in', text: 'In', answer: [{ extension, valueBoolean: true, item: [{ linkId: 'since', extension, text: 'Since', answer: [{ valueDate: '2020-05-01' }] }] }] }] },
      drug('A', '2020-01-01', { extension }),
      { linkId: 'phone', text: 'Phone', extension, answer: [{ valueString: '1', extension }, { valueString: '2' }] },
      { linkId: 'gone', text: 'Gone', extension, item: [{ linkId: 'deep', extension, answer: [{ valueString: 'x', extension }] }] },
    ];
    assert.deepEqual(again(item, { isWhole: true }).item, item);
    const bare = [{ linkId: 'born', extension, text: 'Born' }, { linkId: 'g', extension, text: 'G' }];
    assert.deepEqual(again(bare, { isWhole: true }).item, bare);
  });

  it('leave the reason of an item to the record', () => {
    const reason = ext('data-absent-reason', { valueCode: 'asked-declined' });
    const own = { url: 'https://clinic.example/by', valueString: 'nurse' };
    const given = [{ linkId: 'born', extension: [own, reason], text: 'Born' }];
    assert.deepEqual(again(given, { isWhole: true }).item, given);
    const changed = again(given, { isWhole: true, change: withAnswer({ item: 'born', state: 'answered', values: ['1980-02-03'] }) });
    assert.deepEqual(changed.item, [{ linkId: 'born', extension: [own], text: 'Born', answer: [{ valueDate: '1980-02-03' }] }]);
  });

  it('keep no extension of an answer that the person has changed', () => {
    const given = [{ linkId: 'phone', text: 'Phone', answer: [{ valueString: '1', extension: [{ url: 'urn:x', valueString: 'y' }] }] }];
    const changed = again(given, { isWhole: true, change: () => [{ item: 'phone', at: [0], state: 'answered', values: ['2'] }] });
    assert.deepEqual(changed.item, [{ linkId: 'phone', text: 'Phone', answer: [{ valueString: '2' }] }]);
  });

  it('stay in their own repetition if the person removes another one', () => {
    const given = [drug('A', '2020'), drug('B', '2021'), drug('C', '2022')];
    const without = (gone: number) => (answers: readonly Answer[]): Answer[] =>
      answers.flatMap(({ at: [i = 0, ...inner] = [], ...answer }) => (i === gone ? [] : [{ ...answer, at: [i > gone ? i - 1 : i, ...inner] } as Answer]));
    for (const gone of [0, 1, 2]) assert.deepEqual(again(given, { isWhole: true, change: without(gone) }).item, given.filter((_, i) => i !== gone));
    const changed = again(given, { isWhole: true, change: (answers) => answers.map((answer) => (answer.at![0] === 1 ? { ...answer, state: 'answered', values: ['D'] } : answer)) });
    assert.deepEqual(changed.item, [drug('A', '2020'), drug('D', '2021'), drug('C', '2022')]);
    const added = again(given, { isWhole: true, change: (answers) => [...without(0)(answers), { item: 'name', at: [2], state: 'answered', values: ['D'] }] });
    assert.deepEqual(added.item, [drug('B', '2021'), drug('C', '2022'), { linkId: 'drug', text: 'Drug', item: [{ linkId: 'name', text: 'Name', answer: [{ valueString: 'D' }] }] }]);
  });

  it('come after the others if the record had nothing of their repetition', () => {
    const from = (year: string): Json => ({ linkId: 'drug', text: 'Drug', item: [{ linkId: 'from', text: 'From', answer: [{ valueDate: year }] }] });
    const given = [from('2020'), drug('B', '2021')];
    assert.deepEqual(again(given, { isWhole: true }).item, given);
    const moved = again(given, { isWhole: true, change: (answers) => answers.map((answer) => ({ ...answer, at: [0] })) });
    assert.deepEqual(moved.item, [drug('B', '2021'), from('2020')]);
  });
});
