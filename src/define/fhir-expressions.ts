import { shareEngine } from '../fhir/expression-engine.ts';

// Forms with expressions load fhirpath when they are shown, and other pages never do.
shareEngine({ load: async () => (await import('../fhir/expressions/evaluated-form.ts')).engine });
