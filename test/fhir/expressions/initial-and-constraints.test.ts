import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Item } from '../../../src/core/instrument/instrument.ts';
import { brokenConstraints, populate, withInitialValues } from '../../../src/fhir/expressions/index.ts';
import { answers } from '../../core/fixtures/session-view.ts';
import { sessionOf } from '../../core/fixtures/sessions.ts';
import { form, type Json, read, sdc } from '../in/read.ts';
import { fhirPath, variable } from './asked.ts';

const item = (linkId: string, type: string, more: Json = {}): Json => ({ linkId, type, text: linkId, ...more });
const initially = (expression: string): Json => sdc('initialExpression', fhirPath(expression));
const patient = { resourceType: 'Patient', birthDate: '1990-01-02', name: [{ family: 'Stein', given: ['Ann', 'Bea'] }] };

describe('an initialExpression', () => {
  const start = (items: Json[], more?: Json) => {
    const questionnaire = form(items, more);
    const { definition, issues } = withInitialValues(read(questionnaire).definition, { questionnaire, launchContext: { patient } });
    return { items: definition.items as Item[], issues: issues.map(({ path, message }) => `${path}: ${message}`) };
  };

  it('becomes the value at the start, also in a group, one for each repetition of a question', () => {
    const { items, issues } = start(
      [
        item('born', 'date', { extension: [initially('%patient.birthDate')] }),
        item('g', 'group', { item: [item('family', 'string', { extension: [initially('%official.family')] })] }),
        item('given', 'string', { repeats: true, extension: [initially('%official.given')] }),
        item('none', 'string', { initial: [{ valueString: 'as it is' }], extension: [initially('%patient.maritalStatus.text')] }),
      ],
      { extension: [variable('official', '%patient.name.first()')] },
    );
    assert.deepEqual(issues, []);
    assert.deepEqual(items[0]!.initial, ['1990-01-02']);
    assert.deepEqual((items[1] as Item & { items: Item[] }).items[0]!.initial, ['Stein']);
    assert.deepEqual(items[2]!.initial, ['Ann', 'Bea']);
    assert.deepEqual(items[3]!.initial, ['as it is']);
  });

  it('in a group that repeats is also there in each repetition that the person adds', async () => {
    const questionnaire = form([item('child', 'group', { repeats: true, item: [item('family', 'string', { extension: [initially('%patient.name.family')] }), item('given', 'string')] })]);
    const { definition, instrument } = read(questionnaire);
    const { prefill } = await populate(definition, { questionnaire, launchContext: { patient } });
    const session = sessionOf(instrument, { prefill });
    session.add('child');
    assert.deepEqual(answers(session), { 'family.0': ['Stein'], 'family.1': ['Stein'] });
  });

  it('that cannot be evaluated, or does not fit, is reported. The others are there', () => {
    const cql = sdc('initialExpression', { valueExpression: { language: 'text/cql', expression: 'Age' } });
    const { items, issues } = start([
      item('a', 'integer', { extension: [initially('%user.id')] }),
      item('b', 'integer', { extension: [initially("'many'")] }),
      item('c', 'integer', { extension: [cql] }),
      item('d', 'integer', { extension: [initially('2 + 1')] }),
    ]);
    assert.deepEqual(items.map(({ initial }) => initial), [undefined, undefined, undefined, [3]]);
    assert.deepEqual(issues, [
      'a: Expression not evaluated: must be as FHIRPath: Attempting to access an undefined environment variable: user',
      'b: Value does not fit: ["many"]',
      'c: Expression not evaluated: must be in text/fhirpath, not text/cql',
    ]);
  });
});

describe('a constraint', () => {
  const constraint = (expression: string, more: Json[] = []): Json => ({
    url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-constraint',
    extension: [
      { url: 'key', valueId: 'c-1' },
      { url: 'severity', valueCode: 'error' },
      { url: 'human', valueString: 'The end must come after the start.' },
      { url: 'expression', valueString: expression },
      ...more,
    ],
  });
  const value = (id: string): string => `item.where(linkId = '${id}').answer.value`;
  const period = (extension: Json): Json => item('period', 'group', { repeats: true, extension: [extension], item: [item('start', 'integer'), item('end', 'integer')] });
  const answer = (id: string, at: number, number: number) => ({ item: id, at: [at], state: 'answered' as const, values: [number] });
  const broken = { key: 'c-1', severity: 'error', human: 'The end must come after the start.' };

  it('is checked in each repetition', () => {
    const questionnaire = form([period(constraint(`${value('start')} < ${value('end')}`))]);
    const answers = [answer('start', 0, 1), answer('start', 1, 5), answer('end', 0, 2), answer('end', 1, 4), answer('start', 2, 9)];
    assert.deepEqual(brokenConstraints(answers, read(questionnaire).instrument, { questionnaire }), [{ item: 'period', at: [1], ...broken }]);
  });

  it('of the whole form has no item', () => {
    const questionnaire = form([item('n', 'integer')], { extension: [constraint("item.where(linkId = 'n').answer.value > 3")] });
    const answers = (n: number) => [{ item: 'n', state: 'answered' as const, values: [n] }];
    const { instrument } = read(questionnaire);
    assert.deepEqual(brokenConstraints(answers(3), instrument, { questionnaire }), [broken]);
    assert.deepEqual(brokenConstraints(answers(4), instrument, { questionnaire }), []);
    assert.deepEqual(brokenConstraints([], instrument, { questionnaire }), []);
  });

  it('that cannot be evaluated says why', () => {
    const questionnaire = form([item('n', 'integer', { extension: [constraint('%nobody')] })]);
    const [one] = brokenConstraints([], read(questionnaire).instrument, { questionnaire });
    assert.equal(one?.problem, 'as FHIRPath: Attempting to access an undefined environment variable: nobody');
  });
});
