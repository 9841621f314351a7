import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import type { FhirVersion } from '../../../src/fhir/index.ts';
import { structureDefinitions } from '../../../tools/fhir-definitions.mjs';

type Index = Parameters<typeof indexStructureDefinitionBundle>[0];
type Validated = Parameters<typeof validateResource>[0];

// The definitions of R4B and R5 say that the id of an element has the form of a resource's. Those of FHIR itself have others, such as
// `Extension.extension:name`, and the text of the standard says that it is a string.
const NOT_MEANT = /\.element\[\d+\]\.id: Invalid id format$/;

/**
 * What is wrong with a resource by the StructureDefinitions of a release, with their invariants. One process can validate one release,
 * because Medplum keeps the definitions of a type by its name.
 */
export function validatorOf(release: FhirVersion): (resource: object) => string[] {
  indexStructureDefinitionBundle(structureDefinitions(release) as Index);
  return (resource) => {
    try {
      validateResource(resource as Validated);
      return [];
    } catch (error) {
      if (!(error instanceof OperationOutcomeError)) throw error;
      const all = error.outcome.issue.map(({ expression, details }) => `${expression?.[0] ?? ''}: ${details?.text ?? ''}`);
      return all.filter((fault) => !NOT_MEANT.test(fault));
    }
  };
}
