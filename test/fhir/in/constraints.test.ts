import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Constraint } from '../../../src/core/instrument/instrument.ts';
import { toQuestionnaire } from '../../../src/fhir/index.ts';
import { ext, form, type Json, read } from './read.ts';

const part = (url: string, value: Json): Json => ({ url, ...value });
/** As R4 has it. */
const old = (key: string, more: Json[] = []): Json =>
  ext('questionnaire-constraint', {
    extension: [part('key', { valueId: key }), part('severity', { valueCode: 'error' }), part('expression', { valueString: 'answer.exists()' }), ...more],
  });
/** As R5 has it. */
const target = (language = 'text/fhirpath'): Json =>
  ext('targetConstraint', {
    extension: [
      part('key', { valueId: 'a' }),
      part('severity', { valueCode: 'warning' }),
      part('human', { valueString: 'Look again.', _valueString: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [part('lang', { valueCode: 'de' }), part('content', { valueString: 'Noch einmal.' })] }] } }),
      part('expression', { valueExpression: { language, expression: 'answer.exists()' } }),
    ],
  });
const item = (...extension: Json[]): Json => ({ linkId: '1', type: 'string', text: 'Name', extension });
const rulesOf = (questionnaire: Json): Constraint[] => read(questionnaire).instrument.items[0]!.constraints!;

describe('a constraint of a Questionnaire', () => {
  it('of R4 and of R5 is a rule of its item, with its own id', () => {
    const human = part('human', { valueString: 'Write your name.' });
    assert.deepEqual(rulesOf(form([item(old('a', [human]), target(), old('a'))])), [
      { id: 'a', severity: 'error', message: 'Write your name.', expression: 'answer.exists()', language: 'text/fhirpath' },
      { id: 'a-2', severity: 'error', expression: 'answer.exists()', language: 'text/fhirpath' },
      { id: 'a-3', severity: 'warning', message: 'Look again.', expression: 'answer.exists()', language: 'text/fhirpath' },
    ]);
  });

  it('of the resource is a rule of the instrument', () => {
    const { instrument } = read(form([item()], { extension: [old('whole')] }));
    assert.deepEqual(instrument.constraints!.map(({ id }) => id), ['whole']);
  });

  it('is an issue only if nothing evaluates its language', () => {
    const issues = (questionnaire: Json, ...expressionLanguages: string[]): string[] => read(questionnaire, { expressionLanguages }).issues.filter((issue) => issue.startsWith('1'));
    assert.deepEqual(issues(form([item(old('a'), target())])), ['1 expression-needs-evaluator', '1 expression-needs-evaluator']);
    assert.deepEqual(issues(form([item(old('a'), target())]), 'text/fhirpath'), []);
    assert.deepEqual(issues(form([item(target('text/cql'))]), 'text/fhirpath'), ['1 expression-needs-evaluator']);
  });

  it('has its text in the languages of the form', () => {
    const { translations } = read(form([item(target())]));
    assert.deepEqual((translations[0]!.texts as { items: Json }).items, { 1: { text: 'Name', constraints: { a: { message: 'Noch einmal.' } } } });
  });

  it('is written again', () => {
    const { instrument } = read(form([item(old('a', [part('human', { valueString: 'Write your name.' })]))], { extension: [old('whole')] }));
    const again = toQuestionnaire(instrument, { fhirVersion: 'R4' }).resource as unknown as Json;
    assert.deepEqual(rulesOf(again), rulesOf(form([item(old('a', [part('human', { valueString: 'Write your name.' })]))])));
    assert.deepEqual(read(again).instrument.constraints!.map(({ id }) => id), ['whole']);
  });
});
