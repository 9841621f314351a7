export { brokenConstraints, type BrokenConstraint } from './constraints.ts';
export { fhirPathEvaluator, type FhirPathOptions } from './fhir-path-evaluator.ts';
export type { LaunchContext } from './form-expressions.ts';
export { populate, type Populated } from './populate.ts';
export { resolvedQuestionnaire, type ResolvedQuestionnaire } from './resolved-questionnaire.ts';
export type { QueryOptions } from './server-queries.ts';
export { withInitialValues, type WithInitialValues } from './initial-values.ts';
