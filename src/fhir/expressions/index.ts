export { brokenConstraints, type BrokenConstraint } from './constraints.ts';
export { fhirPathEvaluator, type FhirPathOptions } from './fhir-path-evaluator.ts';
export type { LaunchContext } from './form-expressions.ts';
export { withInitialValues, type WithInitialValues } from './initial-values.ts';
