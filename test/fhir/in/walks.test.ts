import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { fhirPathEvaluator } from '../../../src/fhir/expressions/index.ts';
import { fromQuestionnaire, toQuestionnaireResponse } from '../../../src/fhir/index.ts';
import { corpus, EVERYBODY } from '../../../tools/fhir-corpus.mjs';
import { brokenRules } from './broken-rules.ts';
import { ext, form, type Json, sdc } from './read.ts';
import { problemsIn } from './valid-response.ts';
import { walks } from './walk.ts';

describe('a person who answers until the form can be sent', () => {
  for (const { name, resource } of corpus('Questionnaire', EVERYBODY)) {
    const { instrument: definition, issues } = fromQuestionnaire(resource);
    if (!definition) continue;
    it(`can complete ${name}, and the response keeps every rule of it`, () => {
      const resolved = resolveInstrument(definition);
      assert.ok(resolved.ok);
      // An item without a linkId has been given one, which the resource does not have.
      const isWhole = !issues.some(({ code }) => code === 'link-id-missing');
      for (const { record, left } of fc.sample(walks(resolved.instrument, fhirPathEvaluator({ questionnaire: resource })), { numRuns: 5, seed: 11 })) {
        assert.deepEqual(left, []);
        const response = toQuestionnaireResponse(record, resolved.instrument, { fhirVersion: 'R4' }).resource as unknown as Json;
        assert.equal(response.status, 'completed');
        if (!isWhole) continue;
        assert.deepEqual(problemsIn((response.item ?? []) as Json[], resource.item as Json[]), []);
        assert.deepEqual(brokenRules(response, resource), []);
      }
    });
  }
});

describe('the rules of a Questionnaire', () => {
  const fhirPath = (expression: string): Json => ({ valueExpression: { language: 'text/fhirpath', expression } });
  const questionnaire = form([
    { linkId: 'n', type: 'integer', required: true, extension: [ext('minValue', { valueInteger: 2 }), ext('maxValue', { valueInteger: 5 })] },
    { linkId: 'code', type: 'string', maxLength: 4, extension: [ext('regex', { valueString: '[a-z]+' }), ext('minLength', { valueInteger: 2 })] },
    { linkId: 'many', type: 'choice', repeats: true, extension: [ext('questionnaire-minOccurs', { valueInteger: 2 }), ext('questionnaire-maxOccurs', { valueInteger: 3 })] },
    { linkId: 'size', type: 'decimal', extension: [ext('maxDecimalPlaces', { valueInteger: 1 })] },
    { linkId: 'if', type: 'string', enableWhen: [{ question: 'n', operator: '=', answerInteger: 3 }] },
    { linkId: 'when', type: 'string', extension: [sdc('enableWhenExpression', fhirPath("%resource.item.where(linkId = 'n').answer.value = 4"))] },
  ]);
  const typed = (value: string | number): Json => ({ [typeof value === 'string' ? 'valueString' : 'valueDecimal']: value });
  const broken = (...item: [linkId: string, ...answers: (string | number)[]][]): string[] =>
    brokenRules({ resourceType: 'QuestionnaireResponse', item: item.map(([linkId, ...answers]) => ({ linkId, answer: answers.map(typed) })) }, questionnaire);

  it('are kept by these answers', () => {
    assert.deepEqual(broken(['n', 3], ['code', 'abcd'], ['many', 'a', 'b'], ['size', 0.5], ['if', 'x']), []);
    assert.deepEqual(broken(['n', 4], ['when', 'x']), []);
  });

  it('are each broken by such an answer', () => {
    assert.deepEqual(broken(), ['n: required']);
    assert.deepEqual(broken(['n', 1]), ['n: minValue']);
    assert.deepEqual(broken(['n', 6]), ['n: maxValue']);
    assert.deepEqual(broken(['n', 2], ['code', 'abcde']), ['code: maxLength']);
    assert.deepEqual(broken(['n', 2], ['code', 'a']), ['code: minLength']);
    assert.deepEqual(broken(['n', 2], ['code', 'AB']), ['code: regex']);
    assert.deepEqual(broken(['n', 2], ['many', 'a']), ['many: minOccurs']);
    assert.deepEqual(broken(['n', 2], ['many', 'a', 'b', 'c', 'd']), ['many: maxOccurs']);
    assert.deepEqual(broken(['n', 2], ['size', 0.25]), ['size: maxDecimalPlaces']);
    assert.deepEqual(broken(['n', 2], ['if', 'x']), ['if: is there and not enabled']);
    assert.deepEqual(broken(['n', 3], ['when', 'x']), ['when: is there and not enabled']);
  });
});
