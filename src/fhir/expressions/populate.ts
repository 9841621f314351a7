import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import type { LaunchContext } from './form-expressions.ts';
import { initialValues, type InitialValues } from './initial-values.ts';
import { askServer, knownContext, type QueryOptions } from './server-queries.ts';

/** Values at the start, and what expressions can use: the launch context with the answers of the server. */
export interface Populated extends InitialValues {
  launchContext: LaunchContext;
}

/**
 * Fills in a form before the first answer, as SDC says: asks the server for its variables, batches and population contexts
 * in `application/x-fhir-query`, then evaluates each `initialExpression`. Give `prefill` to `createSession`, and `launchContext` to
 * `fhirPathEvaluator`. What the server does not answer has no value, and is in the issues. Never rejects.
 */
export async function populate(definition: InstrumentDefinition, options: QueryOptions): Promise<Populated> {
  const { query, questionnaire, ...rest } = options;
  const asked = await askServer(definition, options);
  const form = isObject(questionnaire) ? questionnaire : {};
  const known = knownContext(form, asked.launchContext, !!query);
  const { prefill, issues } = initialValues(definition, { ...rest, questionnaire, launchContext: known.launchContext });
  return { prefill, issues: [...asked.issues, ...known.issues, ...issues], launchContext: known.launchContext };
}
