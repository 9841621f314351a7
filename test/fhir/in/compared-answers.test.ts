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

  it('compares a number with the code of a concept without a weight', () => {
    const concepts = question('choice', options('valueCoding', { code: '1.1', display: 'Low' }, { code: '2.2', display: 'High' }));
    assert.deepEqual(asked(concepts, '>=', { answerDecimal: 2.1 }, ['1.1', '2.2']), { for: ['2.2'], issues: [] });
  });

  it('that no option can fit never holds', () => {
    assert.deepEqual(asked(question('integer', options('valueInteger', 5, 10, 20)), '>', { answerInteger: 20 }, codes), { for: [], issues: [] });
  });

  it('of concepts without weights is left out and reported', () => {
    const concepts = question('choice', options('valueCoding', { code: 'a', display: 'A' }, { code: 'b', display: 'B' }));
    assert.deepEqual(asked(concepts, '>', { answerCoding: { code: 'a' } }, ['a', 'b']), { for: ['a', 'b'], issues: ['x condition-part-left-out'] });
  });
});

describe('a quantity in a condition', () => {
  const UCUM = 'http://unitsofmeasure.org';
  const coded = (code: string, display: string): Json => ({ system: UCUM, code, display });
  const withUnits = (name: string, ...codings: Json[]): Json => question('quantity', { extension: codings.map((valueCoding) => ext(`questionnaire-${name}`, { valueCoding })) });
  const kg = (value: number) => ({ value, unit: 'kilograms', system: UCUM, code: 'kg' });
  const g = (value: number) => ({ value, unit: 'grams', system: UCUM, code: 'g' });
  const inKg = withUnits('unit', coded('kg', 'kilograms'));
  const inBoth = withUnits('unitOption', coded('kg', 'kilograms'), coded('g', 'grams'));

  it('without a unit is compared with an answer in any unit', () => {
    assert.deepEqual(asked(inKg, '>', { answerQuantity: { value: 3 } }, [kg(2), kg(4)]), { for: [kg(4)], issues: [] });
    assert.deepEqual(asked(inKg, '=', { answerQuantity: { value: 3 } }, [kg(2), kg(3)]), { for: [kg(3)], issues: [] });
    assert.deepEqual(asked(inKg, '!=', { answerQuantity: { value: 3 } }, [kg(2), kg(3)]), { for: [kg(2)], issues: [] });
    const written = { value: 4, unit: 'stones' };
    assert.deepEqual(asked(question('quantity'), '>', { answerQuantity: { value: 3 } }, [{ value: 4 }, written, { value: 2 }]), { for: [{ value: 4 }, written], issues: [] });
  });

  it('is equal in the same unit, whatever the text of the unit is', () => {
    assert.deepEqual(asked(inKg, '=', { answerQuantity: { value: 3, unit: 'kg', system: UCUM, code: 'kg' } }, [kg(3), kg(4)]), { for: [kg(3)], issues: [] });
    assert.deepEqual(asked(inKg, '=', { answerQuantity: { value: 3, unit: 'kilograms' } }, [kg(3), kg(4)]), { for: [kg(3)], issues: [] });
  });

  it('in a unit that the question does not have is left out and reported, because nothing is converted', () => {
    assert.deepEqual(asked(inKg, '>', { answerQuantity: g(3000) }, [kg(2), kg(4)]), { for: [kg(2), kg(4)], issues: ['x condition-part-left-out'] });
  });

  it('in one of several units is compared in this unit only, and this is reported', () => {
    assert.deepEqual(asked(inBoth, '>', { answerQuantity: kg(3) }, [kg(4), g(4000)]), { for: [kg(4)], issues: ['x condition-not-decided'] });
    assert.deepEqual(asked(inBoth, '!=', { answerQuantity: kg(3) }, [kg(4), kg(3), g(4000)]), { for: [kg(4)], issues: ['x condition-not-decided'] });
  });

  it('is compared with a unit that the person wrote: its text or its code', () => {
    const given = [{ value: 4, unit: 'kg' }, { value: 4, unit: 'g' }];
    assert.deepEqual(asked(question('quantity'), '>', { answerQuantity: kg(3) }, given), { for: [given[0]], issues: ['x condition-not-decided'] });
  });
});

describe('a date in a condition', () => {
  const days = ['2020-12-31', '2021-01-01', '2021-06-15', '2022-01-01'];
  const [before, first, , after] = days;

  it('may be a year or a month: a day in it is neither before nor after, neither equal nor different', () => {
    const cases: [string, string, unknown[], string[]][] = [
      ['>', '2021', [after], []],
      ['<', '2021', [before], []],
      ['>=', '2021', [after], ['x condition-not-decided']],
      ['<=', '2021', [before], ['x condition-not-decided']],
      ['=', '2021', [], ['x condition-not-decided']],
      ['!=', '2021', [before, after], []],
      ['>', '2021-01', ['2021-06-15', after], []],
      ['=', '2021-01-01', [first], []],
    ];
    for (const [operator, answerDate, given, issues] of cases) {
      assert.deepEqual(asked(question('date'), operator, { answerDate }, days), { for: given, issues }, `${operator} ${answerDate}`);
    }
  });

  it('without a time is compared with the day of a moment, in the offset of the answer', () => {
    const moments = ['2020-12-31T23:30:00-05:00', '2021-01-01T00:30:00+05:00', '2021-01-02T00:30+05:00'];
    const [earlier, , later] = moments;
    const cases: [string, unknown[], string[]][] = [
      ['>', [later], []],
      ['<', [earlier], []],
      ['>=', [later], ['x condition-not-decided']],
      ['=', [], ['x condition-not-decided']],
      ['!=', [earlier, later], []],
    ];
    for (const [operator, given, issues] of cases) {
      assert.deepEqual(asked(question('dateTime'), operator, { answerDateTime: '2021-01-01' }, moments), { for: given, issues }, operator);
    }
    assert.deepEqual(asked(question('dateTime'), '>', { answerDateTime: '2020' }, moments).for, moments.slice(1));
  });

  it('with a time is the same instant in another offset, also without seconds', () => {
    assert.deepEqual(asked(question('dateTime'), '=', { answerDateTime: '2021-01-01T10:00:00Z' }, ['2021-01-01T11:00+01:00', '2021-01-01T11:00Z']), { for: ['2021-01-01T11:00+01:00'], issues: [] });
  });

  it('that does not exist is left out and reported', () => {
    for (const answerDate of ['2021-13', '2021-02-30', 'soon']) assert.deepEqual(asked(question('date'), '=', { answerDate }, [first!]), { for: [first], issues: ['x condition-part-left-out'] });
  });
});
