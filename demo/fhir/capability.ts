import { release } from './resources-of.ts';
import { type Searched, searchParameters } from './search-parameters.ts';

/** What the API can do, as FHIR says it. `since` is when the server began. */
export function capabilityStatement(base: string, since: Date) {
  const parameters = (searched: Searched) =>
    Object.entries(searchParameters[searched]).map(([name, { type, says }]) => ({ name, type, documentation: says }));
  const interactions = (...codes: string[]) => codes.map((code) => ({ code }));
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: since.toISOString(),
    kind: 'instance',
    software: { name: 'Harbour Clinic' },
    implementation: { description: 'Harbour Clinic, which is made up: a demonstration of Attune', url: base },
    fhirVersion: release.number,
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: {
          description:
            'A clinician who is signed in, or a program with the token of the clinic, reads all. A client reads their own answers, by the token of their own page, and sends them by the token of the page after a session.',
        },
        resource: [
          {
            type: 'Questionnaire',
            interaction: interactions('read', 'search-type'),
            searchParam: questionnaireParameters,
          },
          {
            type: 'QuestionnaireResponse',
            documentation: 'Stored if the clinic can answer it again in the same words. One that a later one supersedes is entered-in-error.',
            interaction: interactions('read', 'create', 'search-type'),
            versioning: 'versioned',
            conditionalCreate: true,
            conditionalRead: 'not-match',
            searchParam: parameters('QuestionnaireResponse'),
          },
          {
            type: 'Observation',
            documentation: 'Scores, computed from the stored answers. There is none in a client’s own view.',
            interaction: interactions('read', 'create', 'search-type'),
            versioning: 'versioned',
            conditionalCreate: true,
            conditionalRead: 'not-match',
            searchParam: parameters('Observation'),
          },
          { type: 'Patient', documentation: 'Whom a subject refers to.', interaction: interactions('read') },
        ],
        interaction: interactions('transaction', 'batch'),
      },
    ],
  };
}

export const questionnaireParameters = [
  { name: '_id', type: 'token', documentation: 'The id of the resource' },
  { name: 'url', type: 'uri', documentation: 'The canonical URL, without a version' },
  { name: 'version', type: 'token', documentation: 'The version' },
];
