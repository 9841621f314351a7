import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition, Item } from '../../src/core/instrument/instrument.ts';
import { toQuestionnaire, type QuestionnaireItem } from '../../src/fhir/index.ts';
import { formOf } from './forms.ts';

const repeating: Item = {
  id: 'day', type: 'group', text: 'Day', repeats: { add: 'Add' }, items: [{ id: 'hours', type: 'integer', text: 'Hours' }, { id: 'word', type: 'text', text: 'Word', line: true }],
};

/** How FHIR says a condition, and what it does not say. */
function said(when: Condition): { enableWhen?: unknown; expression?: string | undefined; issues: string[] } {
  const { resource, issues } = toQuestionnaire(formOf([{ id: 'a', type: 'integer', text: 'A' }, repeating, { id: 'x', type: 'text', text: 'X', when }]), { fhirVersion: 'R4' });
  const { enableWhen, extension = [] } = resource.item!.find(({ linkId }) => linkId === 'x') as QuestionnaireItem;
  const expression = extension.find(({ url }) => url.endsWith('enableWhenExpression'))?.valueExpression?.expression;
  return { ...(enableWhen && { enableWhen }), ...(expression && { expression }), issues: issues.filter(({ path }) => path === 'x').map(({ code }) => code) };
}

describe('a condition in FHIR', () => {
  for (const value of [true, false]) {
    it(`exists ${value}`, () => {
      assert.deepEqual(said({ item: 'a', op: 'exists', value }), { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: value }], issues: [] });
    });
  }

  it('on any answer of other repetitions is native, as FHIR means it', () => {
    const { enableWhen, issues } = said({ item: 'hours', op: '>', value: 3, over: 'any' });
    assert.deepEqual({ enableWhen, issues }, { enableWhen: [{ question: 'hours', operator: '>', answerInteger: 3 }], issues: [] });
  });

  it('on all answers of other repetitions is not said, and this is an issue', () => {
    assert.deepEqual(said({ item: 'hours', op: '>', value: 3, over: 'all' }), { issues: ['condition-not-said'] });
  });

  it('in FHIRPath is its expression, also beside another one', () => {
    assert.deepEqual(said({ expression: '%resource.item.count() > 3', language: 'text/fhirpath' }), { expression: '(%resource.item.count() > 3)', issues: [] });
    const { expression } = said({ any: [{ item: 'a', op: 'exists', value: true }, { expression: 'true', language: 'text/fhirpath' }] });
    assert.match(expression!, / or \(true\)\)$/);
  });

  it('in another language is not said, and this is an issue', () => {
    assert.deepEqual(said({ expression: '1 > 0', language: 'text/cql' }), { issues: ['condition-not-said'] });
  });
});
