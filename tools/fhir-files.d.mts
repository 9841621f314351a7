import type * as fhir from '../src/fhir/index.ts';
import type * as instruments from '../src/instruments/index.ts';

type Resource = fhir.Questionnaire | fhir.CodeSystem | fhir.ValueSet | fhir.StructureDefinition;

export function fhirFiles(modules: typeof fhir & typeof instruments, fhirVersion: fhir.FhirVersion): Record<string, Resource>;
