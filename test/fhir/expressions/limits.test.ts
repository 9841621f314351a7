import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Value } from '../../../src/core/instrument/instrument.ts';
import { toQuestionnaire } from '../../../src/fhir/index.ts';
import { resolvedQuestionnaire } from '../../../src/fhir/expressions/resolved-questionnaire.ts';
import { answers, instance } from '../../core/fixtures/session-view.ts';
import { ext, form, type Json, read, sdc } from '../in/read.ts';
import { fhirPath, filling } from './asked.ts';

const answerTo = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
const cqf = (expression: string): Json => ({ extension: [ext('cqf-expression', fhirPath(expression))] });
const limit = (which: 'min' | 'max', type: string, expression: string, more: Json = {}): Json => ext(`${which}Value`, { [`_value${type}`]: cqf(expression), ...more });
const item = (linkId: string, type: string, ...extension: Json[]): Json => ({ linkId, type, text: linkId, ...(extension[0] && { extension }) });

const limitsAt = ({ session }: Pick<ReturnType<typeof filling>, 'session'>, key: string): unknown[] => {
  const { min, max } = instance(session, key)!.item as { min?: Value; max?: Value };
  return [min, max];
};
const others = (issues: readonly string[]): string[] => issues.filter((issue) => !issue.endsWith('expression-needs-evaluator'));

describe('minValue and maxValue that follow from answers', () => {
  const types: [type: string, given: Value, wrong: Value, more?: Json][] = [
    ['integer', 3, 2],
    ['decimal', 2.5, 2],
    ['date', '2026-05-02', '2026-05-01'],
    ['dateTime', '2026-05-02T10:00:00+02:00', '2026-05-02T09:00:00+02:00'],
    ['time', '10:30', '10:00'],
  ];
  for (const [type, given, wrong] of types) {
    it(`are checked for ${type}, and written again`, () => {
      const named = type[0]!.toUpperCase() + type.slice(1);
      const second = item('until', type, limit('min', named, answerTo('from')));
      const filled = filling(form([item('from', type), second]));
      const { session, instrument, issues, problems } = filled;
      assert.deepEqual([others(issues), limitsAt(filled, 'until')], [[], [undefined, undefined]]);
      session.answer('from', [given]);
      session.answer('until', [wrong]);
      assert.deepEqual([limitsAt(filled, 'until'), answers(session).until, session.current.broken, problems()], [[given, undefined], [wrong], ['until'], []]);
      session.answer('from', [wrong]);
      assert.equal(session.current.broken, undefined);
      assert.deepEqual(toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource.item![1], second);
    });
  }

  it('of a quantity are in its first unit, and written again', () => {
    const unit = ext('questionnaire-unitOption', { valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' } });
    const second = item('goal', 'quantity', unit, sdc('maxQuantity', { valueQuantity: cqf(answerTo('weight')) }));
    const filled = filling(form([item('weight', 'quantity', unit), second]));
    const { session, instrument } = filled;
    const kg = (value: number) => ({ value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' });
    session.answer('weight', [kg(80)]);
    session.answer('goal', [kg(81)]);
    assert.deepEqual([limitsAt(filled, 'goal'), session.current.broken], [[undefined, 80], ['goal']]);
    assert.deepEqual(toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource.item![1], second);
  });

  it('use variables and dates with arithmetic', () => {
    const filled = filling(form([item('from', 'date'), item('until', 'date', limit('max', 'Date', `${answerTo('from')} + 7 days`))]));
    filled.session.answer('from', ['2026-02-25']);
    assert.deepEqual([limitsAt(filled, 'until'), filled.problems()], [[undefined, '2026-03-04'], []]);
  });

  it('of a slider make it a number field, which can have them', () => {
    const control = ext('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'slider' }] } });
    const { instrument, issues } = read(form([item('from', 'integer'), item('until', 'integer', control, limit('min', 'Integer', answerTo('from')), ext('maxValue', { valueInteger: 9 }))]));
    assert.deepEqual([instrument.items[1]!.type, others(issues)], ['integer', ['until control-not-offered']]);
    assert.equal(instrument.items[1]!.dynamic?.min?.expression, answerTo('from'));
  });

  it('take the place of a value that is beside them, which is reported', () => {
    const { instrument, issues } = read(form([item('from', 'integer'), item('until', 'integer', limit('min', 'Integer', answerTo('from'), { valueInteger: 1 }))]));
    assert.deepEqual([(instrument.items[1] as { min?: number }).min, others(issues)], [undefined, ['until limit-not-applied']]);
  });

  it('in another language are reported, and the form has no limit there', () => {
    const cql = ext('minValue', { _valueInteger: { extension: [ext('cqf-expression', { valueExpression: { language: 'text/cql', expression: '1' } })] } });
    const { instrument, issues } = read(form([item('a', 'integer', cql)]));
    assert.deepEqual([instrument.items[0]!.dynamic, issues], [undefined, ['a expression-not-used']]);
  });

  it('that do not work are reported, and the form works without them', () => {
    for (const expression of ['%nothing.', 'memberOf(1)', "'soon'"]) {
      const filled = filling(form([item('a', 'integer', limit('max', 'Integer', expression))]));
      filled.session.answer('a', [5]);
      assert.deepEqual([answers(filled.session).a, filled.session.current.broken, filled.problems().length], [[5], undefined, 1], expression);
    }
  });

  it('that depend on no answers are put in their place before the first answer', () => {
    const questionnaire = form([item('a', 'date', limit('min', 'Date', "'2026-01-01'.toDate()"))]);
    const { definition } = read(questionnaire);
    const resolved = read(resolvedQuestionnaire(questionnaire, definition, {}).questionnaire as Json);
    const [only] = resolved.instrument.items;
    assert.deepEqual([(only as { min?: string }).min, only!.dynamic], ['2026-01-01', undefined]);
  });
});
