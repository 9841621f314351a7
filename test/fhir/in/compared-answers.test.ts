import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Value } from '../../../src/core/instrument/instrument.ts';
import { toQuestionnaire } from '../../../src/fhir/index.ts';
import { keys } from '../../core/fixtures/session-view.ts';
import { sessionOf } from '../../core/fixtures/sessions.ts';
import { ext, form, type Json, read } from './read.ts';

const question = (type: string, more: Json = {}): Json => ({ linkId: 'q', text: 'Q', type, ...more });
const options = (name: string, ...values: unknown[]): Json => ({ answerOption: values.map((value) => ({ [name]: value })) });

/** The answers for which the second question is asked, and the issues. The Questionnaire that is written again asks for the same. */
function asked(target: Json, operator: string, answer: Json, given: readonly Value[]) {
  const asks = { linkId: 'x', text: 'X', type: 'boolean', enableWhen: [{ question: 'q', operator, ...answer }] };
  const { instrument, issues, fhirVersion } = read(form([target, asks]));
  const again = read(toQuestionnaire(instrument, { fhirVersion }).resource as unknown as Json).instrument;
  const [first, second] = [instrument, again].map((one) =>
    given.filter((value) => {
      const session = sessionOf(one);
      session.answer('q', [value]);
      assert.deepEqual(session.current.rejected, [], `${JSON.stringify(value)} is an answer`);
      return keys(session).includes('x');
    }),
  );
  assert.deepEqual(second, first, 'written again');
  return { for: first, issues };
}

describe('an order of options', () => {
  const codes = ['5', '10', '20'];

  it('compares numbers, not texts and not their places in the list', () => {
    const rising = question('integer', options('valueInteger', 5, 10, 20));
    assert.deepEqual(asked(rising, '>', { answerInteger: 7 }, codes), { for: ['10', '20'], issues: [] });
    assert.deepEqual(asked(rising, '>=', { answerInteger: 10 }, codes), { for: ['10', '20'], issues: [] });
    assert.deepEqual(asked(rising, '<', { answerInteger: 10 }, codes), { for: ['5'], issues: [] });
    assert.deepEqual(asked(rising, '<=', { answerDecimal: 10.5 }, codes), { for: ['5', '10'], issues: [] });
    const falling = question('integer', options('valueInteger', 20, 10, 5));
    assert.deepEqual(asked(falling, '>', { answerInteger: 10 }, codes), { for: ['20'], issues: [] });
    const ofAChoice = question('choice', options('valueInteger', 20, 10, 5));
    assert.deepEqual(asked(ofAChoice, '>', { answerInteger: 7 }, codes), { for: ['10', '20'], issues: [] });
  });

  it('compares the value of a number, not its weight', () => {
    const weighted = question('integer', { answerOption: [[5, 3], [10, 2], [20, 1]].map(([valueInteger, valueDecimal]) => ({ valueInteger, extension: [ext('ordinalValue', { valueDecimal })] })) });
    assert.deepEqual(asked(weighted, '>', { answerInteger: 7 }, codes), { for: ['10', '20'], issues: [] });
  });

  it('compares days, times and texts', () => {
    const days = ['2020-12-31', '2021-01-01', '2021-06-01'];
    assert.deepEqual(asked(question('date', options('valueDate', ...days)), '>', { answerDate: '2021-01-01' }, days), { for: ['2021-06-01'], issues: [] });
    assert.deepEqual(asked(question('date', options('valueDate', ...days)), '>', { answerDate: '2020' }, days), { for: ['2021-01-01', '2021-06-01'], issues: [] });
    const times = ['08:00:00', '12:30:00'];
    assert.deepEqual(asked(question('time', options('valueTime', ...times)), '<', { answerTime: '12:00:00' }, times), { for: ['08:00:00'], issues: [] });
    assert.deepEqual(asked(question('string', options('valueString', 'b', 'c')), '>=', { answerString: 'c' }, ['b', 'c']), { for: ['c'], issues: [] });
  });

  it('compares concepts by their weights', () => {
    const answerOption = ['a', 'b', 'c'].map((code, i) => ({ valueCoding: { system: 'urn:s', code, display: code }, extension: [ext('ordinalValue', { valueDecimal: 3 - i })] }));
    assert.deepEqual(asked(question('choice', { answerOption }), '>', { answerCoding: { system: 'urn:s', code: 'b' } }, ['a', 'b', 'c']), { for: ['a'], issues: [] });
    assert.deepEqual(asked(question('choice', { answerOption }), '>=', { answerInteger: 2 }, ['a', 'b', 'c']), { for: ['a', 'b'], issues: [] });
  });

  it('that no option can fit never holds', () => {
    assert.deepEqual(asked(question('integer', options('valueInteger', 5, 10, 20)), '>', { answerInteger: 20 }, codes), { for: [], issues: [] });
  });

  it('of concepts without weights is left out and reported', () => {
    const concepts = question('choice', options('valueCoding', { code: 'a', display: 'A' }, { code: 'b', display: 'B' }));
    assert.deepEqual(asked(concepts, '>', { answerCoding: { code: 'a' } }, ['a', 'b']), { for: ['a', 'b'], issues: ['x condition-part-left-out'] });
  });
});
