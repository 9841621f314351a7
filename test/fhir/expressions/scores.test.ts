import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Instrument } from '../../../src/core/instrument/instrument.ts';
import { score } from '../../../src/core/scoring/score.ts';
import { fhirPathEvaluator } from '../../../src/fhir/expressions/index.ts';
import { scoreRules } from '../../../src/fhir/calculated-score.ts';
import { toQuestionnaire } from '../../../src/fhir/index.ts';
import { filled } from '../filled.ts';
import { forms } from '../forms.ts';

const LANGUAGE = 'text/fhirpath';

interface Exported {
  linkId: string;
  extension?: { url: string; valueExpression?: { expression: string } }[];
}

/** The expressions of the scores in the Questionnaire of a form, by linkId. */
function exportedScores(form: Instrument): Map<string, string> {
  const items = toQuestionnaire(form, { fhirVersion: 'R4' }).resource.item as Exported[];
  return new Map(
    items.flatMap(({ linkId, extension = [] }) => {
      const calculated = linkId.startsWith('score.') && extension.find(({ url }) => url.endsWith('calculatedExpression'));
      return calculated ? [[linkId, calculated.valueExpression!.expression]] : [];
    }),
  );
}

const scored = forms.filter((form) => exportedScores(form).size > 0);

describe('the scores in our Questionnaires', () => {
  it('are there', () => assert.ok(scored.length >= 10, String(scored.length)));

  for (const form of scored) {
    it(`of ${form.id} ${JSON.stringify(form.options)} are those of score(), for any answers`, () => {
      const evaluator = fhirPathEvaluator();
      const names = new Map(scoreRules(form).map(([id, , name]) => [id, name]));
      const prepared = [...exportedScores(form)].map(([linkId, expression]) => {
        const item = { id: linkId, type: 'decimal' as const, text: linkId };
        const ready = evaluator.prepare({ expression, language: LANGUAGE }, { instrument: form, item });
        assert.ok(ready.ok, JSON.stringify(ready));
        return { name: names.get(linkId)!, isTotal: linkId === 'score.total', ready };
      });
      fc.assert(
        fc.property(filled(form), (response) => {
          const { total, scales } = score(form, response);
          for (const { name, isTotal, ready } of prepared) {
            const own = isTotal ? total : scales[name];
            const used = response.answers.filter(({ item }) => ready.dependsOn === 'all' || ready.dependsOn.includes(item));
            const result = ready.evaluate({ at: [], answers: used });
            assert.ok(result.ok, JSON.stringify(result));
            const expected = own?.status === 'scored' ? [own.raw] : [];
            assert.equal(result.values.length, expected.length, name);
            expected.forEach((raw, i) => assert.ok(Math.abs(Number(result.values[i]) - raw) < 1e-9, `${name}: ${String(result.values[i])} for ${raw}`));
          }
        }),
        { numRuns: 25 },
      );
    });
  }
});
