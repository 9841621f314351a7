import type { Answer } from '../../../src/core/record/response.ts';
import type { Evaluator } from '../../../src/core/answering/evaluator.ts';
import { fhirPathEvaluator, type FhirPathOptions } from '../../../src/fhir/expressions/index.ts';
import { sessionOf } from '../../core/fixtures/sessions.ts';
import { type Json, read, sdc } from '../in/read.ts';

export const fhirPath = (expression: string, name?: string): Json => ({
  valueExpression: { language: 'text/fhirpath', expression, ...(name && { name }) },
});
export const calculated = (expression: string): Json => sdc('calculatedExpression', fhirPath(expression));
export const enabledBy = (expression: string): Json => sdc('enableWhenExpression', fhirPath(expression));
export const variable = (name: string, expression: string): Json => ({
  url: 'http://hl7.org/fhir/StructureDefinition/variable',
  ...fhirPath(expression, name),
});

/** An evaluator that counts the evaluations of each item. */
export function counting(evaluator: Evaluator): { evaluator: Evaluator; counts: Record<string, number>; seen: Record<string, readonly Answer[]> } {
  const counts: Record<string, number> = {};
  const seen: Record<string, readonly Answer[]> = {};
  return {
    counts,
    seen,
    evaluator: {
      prepare: (expression, owner) => {
        const prepared = evaluator.prepare(expression, owner);
        if (!prepared.ok) return prepared;
        const { id = '' } = owner.item ?? {};
        return {
          ...prepared,
          evaluate: (place) => {
            counts[id] = (counts[id] ?? 0) + 1;
            seen[id] = place.answers;
            return prepared.evaluate(place);
          },
        };
      },
    },
  };
}

/** A session with a Questionnaire and its expressions. */
export function filling(questionnaire: Json, options: FhirPathOptions = {}) {
  const { instrument, issues } = read(questionnaire);
  const counted = counting(fhirPathEvaluator({ questionnaire, ...options }));

  const session = sessionOf(instrument, { evaluator: counted.evaluator });
  const problems = (): string[] => (session.current.problems ?? []).map(({ path, message }) => `${path}: ${message}`);
  return { session, instrument, issues, problems, ...counted };
}
