export { fhirPathEvaluator, type FhirPathOptions } from './fhir-path-evaluator.ts';
export type { LaunchContext } from './form-expressions.ts';
