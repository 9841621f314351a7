import { isObject } from '../../core/plain-data/shape.ts';
import type { ExpressionEngine } from '../expression-engine.ts';
import { fhirPathEvaluator } from './fhir-path-evaluator.ts';
import { initialValues } from './initial-values.ts';
import { resolvedQuestionnaire } from './resolved-questionnaire.ts';
import { askServer, hasQueries, knownContext } from './server-queries.ts';

/** Evaluates the expressions of forms in FHIRPath, for widgets. */
export const engine: ExpressionEngine = {
  resolve: (questionnaire, definition, { launchContext, isAsked }) =>
    resolvedQuestionnaire(questionnaire, definition, { launchContext: knownContext(questionnaire, launchContext, isAsked).launchContext }),
  evaluate(definition, { questionnaire, launchContext, query, isAsked = !!query }) {
    const known = isObject(questionnaire) ? knownContext(questionnaire, launchContext, isAsked) : { launchContext: launchContext ?? {}, issues: [] };
    const options = { ...(questionnaire && { questionnaire }), launchContext: known.launchContext };
    const { prefill, issues } = initialValues(definition, options);
    return { evaluator: fhirPathEvaluator(options), prefill, issues: [...known.issues, ...issues] };
  },
  ask: (definition, { query, questionnaire, launchContext }) =>
    query && questionnaire && hasQueries(questionnaire) ? askServer(definition, { query, questionnaire, ...(launchContext && { launchContext }) }) : undefined,
};
