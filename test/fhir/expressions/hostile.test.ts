import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fhirPathEvaluator } from '../../../src/fhir/expressions/index.ts';
import { answers, keys } from '../../core/fixtures/session-view.ts';
import { form, type Json, read } from '../in/read.ts';
import { calculated, enabledBy, filling, variable } from './asked.ts';

const item = (linkId: string, type: string, more: Json = {}): Json => ({ linkId, type, text: linkId, ...more });

/** A form with an expression beside one that works. */
const beside = (expression: string): Json =>
  form([
    item('n', 'integer'),
    item('bad', 'integer', { extension: [calculated(expression)] }),
    item('good', 'integer', { extension: [calculated("%resource.item.where(linkId = 'n').answer.value + 1")] }),
  ]);

const NUMBERS = Array.from({ length: 60 }, (_, i) => i).join(' | ');
const LARGE = '%resource.item.answer.value';

describe('a broken expression is reported, and the form works', () => {
  const broken: [what: string, expression: string, reason: RegExp][] = [
    ['with a wrong syntax', '%resource.item.where(', /^bad\.calculate: Must be evaluable as FHIRPath: /],
    ['with a function that does not exist', '(1).fly()', /Not implemented: fly/],
    ['with a constant that does not exist', '%nobody.name', /undefined environment variable: nobody/],
    ['with the name of a JavaScript member', '%constructor', /without the constant %constructor/],
    ['that would make a request', "'http://a'.resolve()", /not allowed/],
    ['that would ask a terminology server', "'x'.memberOf('http://a')", /not allowed/],
    ['with a pattern that can run away', `'${'a'.repeat(40)}b'.matches('^(a+)+$').toInteger()`, /^$/],
    ['with a pattern with a look-ahead', "'x'.matches('(?=x)').toInteger()", /pattern that ends in bounded time/],
    ['that replaces by a pattern', "'x'.replaceMatches('(x+)+y', '')", /without replaceMatches/],
    ['that repeats without an end', '(1).repeat($this + 1)', /too many steps/],
    ['that doubles a list without an end', `(${NUMBERS}).aggregate($total.combine($total), 1).count()`, /too many steps/],
    ['that doubles a text without an end', `(${NUMBERS}).aggregate($total & $total & $total, 'aaaa').length()`, /too many steps/],
    ['that is too long', '1 + '.repeat(5000) + '1', /it is too long/],
    ['that is too deep', `${'('.repeat(4000)}1${')'.repeat(4000)}`, /evaluable/],
  ];
  for (const [what, expression, reason] of broken) {
    it(what, () => {
      const start = performance.now();
      const { session, problems } = filling(beside(expression));
      session.answer('n', [1]);
      assert.deepEqual(answers(session).good, [2]);
      assert.match(problems().join(), reason);
      assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
    });
  }

  it('of a condition asks its item', () => {
    const { session, problems } = filling(form([item('a', 'string', { extension: [enabledBy('%nobody')] })]));
    assert.deepEqual(keys(session), ['a']);
    assert.match(problems()[0]!, /^a\.when: Must be evaluable as FHIRPath/);
  });

  it('in another language says which', () => {
    const cql = { ...calculated('CalculateTotalScore'), valueExpression: { language: 'text/cql', expression: 'CalculateTotalScore' } };
    const { problems } = filling(form([item('a', 'integer', { extension: [cql] })]));
    assert.deepEqual(problems(), ['a.calculate: Must be evaluable in text/fhirpath, not text/cql']);
  });

  it('that uses itself, or each other, is reported', () => {
    const use = (id: string): Json => calculated(`%resource.item.where(linkId = '${id}').answer.value + 1`);
    const { problems } = filling(form([item('a', 'integer', { extension: [use('a')] }), item('b', 'integer', { extension: [use('c')] }), item('c', 'integer', { extension: [use('b')] })]));
    assert.deepEqual(problems(), ['a.calculate: Must be evaluable free of itself', 'b.calculate: Must be evaluable free of itself']);
  });
});

describe('an expression of a stranger ends soon', () => {
  const many = form([
    ...Array.from({ length: 1000 }, (_, i) => item(`q${i}`, 'integer', { initial: [{ valueInteger: i }] })),
    item('slow', 'integer', { extension: [calculated('1')] }),
  ]);
  const { instrument } = read(many);
  const all = instrument.items.slice(0, 1000).map(({ id }, i) => ({ item: id, state: 'answered' as const, values: [i] }));
  const costly = [
    '%resource.descendants().select(%resource.descendants().count()).sum()',
    '%resource.descendants().distinct().count()',
    '(%resource.descendants() | %resource.descendants()).count()',
    '%resource.descendants().intersect(%resource.descendants()).distinct().count()',
    '%resource.repeat(item).repeat(item | answer).repeat($this).count()',
    `${LARGE}.select(${LARGE}.select(${LARGE}.count()))`,
    `${LARGE}.where($this in ${LARGE}).count()`,
    `${LARGE}.select($this.toString()).join(' ').toChars().isDistinct()`,
    `${LARGE}.sort(-$this).first()`,
    `${LARGE}.combine(${LARGE}).combine(${LARGE}).exclude(${LARGE}).count()`,
  ];
  for (const expression of costly) {
    it(expression, () => {
      const prepared = fhirPathEvaluator().prepare({ expression, language: 'text/fhirpath' }, { instrument, item: instrument.items[1000]! });
      assert.ok(prepared.ok);
      const start = performance.now();
      prepared.evaluate({ at: [], answers: all });
      assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
    });
  }

  it('also three hundred variables, each of which uses the one before twice', () => {
    const variables = Array.from({ length: 300 }, (_, i) => variable(`v${i}`, i ? `%v${i - 1} + %v${i - 1} - %v${i - 1}` : '1'));
    const start = performance.now();
    const { session } = filling(form([item('x', 'integer', { extension: [calculated('%v299')] })], { extension: variables }));
    assert.deepEqual(answers(session).x, [1]);
    assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
  });
});

describe('any text as an expression', () => {
  it('never throws', () => {
    const { instrument } = read(form([item('x', 'integer')]));
    const part = fc.constantFrom('%resource', '.item', '.where(', ')', "linkId = 'x'", '$this', '|', ' and ', '1', "'", '`', '.repeat(item)', '{}', '%x', '@2020', '[', ']', '.answer.value', ' is ');
    const expressions = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')));
    fc.assert(
      fc.property(expressions, (expression) => {
        const prepared = fhirPathEvaluator().prepare({ expression, language: 'text/fhirpath' }, { instrument, item: instrument.items[0]! });
        if (prepared.ok) prepared.evaluate({ at: [], answers: [{ item: 'x', state: 'answered', values: [1] }] });
        else assert.equal(typeof prepared.reason, 'string');
      }),
      { numRuns: 150 },
    );
  });

  it('nor does any data in place of the Questionnaire and of what the host gives', () => {
    const { instrument } = read(form([item('x', 'integer')]));
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (questionnaire, launchContext) => {
        const evaluator = fhirPathEvaluator({ questionnaire, launchContext: launchContext as Record<string, unknown> });
        const prepared = evaluator.prepare({ expression: '%questionnaire.exists() or %qitem.exists() or %patient.exists()', language: 'text/fhirpath' }, { instrument, item: instrument.items[0]! });
        if (prepared.ok) prepared.evaluate({ at: [], answers: [] });
      }),
      { numRuns: 100 },
    );
  });
});
