import { CANONICAL_BASE, computableName } from './canonical.ts';
import type { FhirVersion } from './resources.ts';

/** A part of an extension of ours: its type, and how often it can be there. */
type Part = [type: string, min: 0 | 1, max: '1' | '*'];

interface Definition {
  short: string;
  on: string[];
  parts: Record<string, Part>;
}

/** Our own extensions, for what FHIR has no element for. The names are those of `extensions.ts`. */
const definitions: Record<string, Definition> = {
  'offered-reason': {
    short: 'A reason that is offered for leaving an item out, in its wording',
    on: ['Questionnaire'],
    parts: { reason: ['code', 1, '1'], text: ['string', 1, '1'] },
  },
  translation: {
    short: 'Which translation was on screen, and whether anyone has reviewed it',
    on: ['Questionnaire', 'QuestionnaireResponse', 'Observation'],
    parts: { language: ['code', 1, '1'], revision: ['integer', 1, '1'], standing: ['code', 1, '1'], covers: ['code', 0, '*'] },
  },
  record: {
    short: 'What the record of an attempt says beside the answers',
    on: ['QuestionnaireResponse'],
    parts: {
      replaces: ['Identifier', 0, '1'],
      started: ['dateTime', 1, '1'],
      locale: ['code', 1, '1'],
      disclosure: ['string', 0, '1'],
      authorRole: ['code', 0, '1'],
      software: ['string', 1, '1'],
      option: ['string', 0, '*'],
    },
  },
  'file-hash': {
    short: 'The SHA-256 hash of the content of a file, in hexadecimal digits',
    on: ['Attachment'],
    parts: { sha256: ['string', 1, '1'] },
  },
  score: {
    short: 'The range of a score, and how many items it is computed from',
    on: ['Observation', 'Observation.component'],
    parts: {
      min: ['decimal', 1, '1'],
      max: ['decimal', 1, '1'],
      percentOfMaximum: ['decimal', 1, '1'],
      answered: ['integer', 1, '1'],
      of: ['integer', 1, '1'],
      prorated: ['boolean', 1, '1'],
    },
  },
};

interface ElementDefinition {
  id: string;
  path: string;
  sliceName?: string;
  short?: string;
  min?: number;
  max?: string;
  fixedUri?: string;
  type?: { code: string }[];
}

export interface StructureDefinition {
  resourceType: 'StructureDefinition';
  id: string;
  url: string;
  version: string;
  name: string;
  title: string;
  status: 'active';
  fhirVersion: '4.0.1' | '4.3.0' | '5.0.0';
  kind: 'complex-type';
  abstract: false;
  context: { type: 'element'; expression: string }[];
  type: 'Extension';
  baseDefinition: string;
  derivation: 'constraint';
  differential: { element: ElementDefinition[] };
}

const RELEASES = { R4: '4.0.1', R4B: '4.3.0', R5: '5.0.0' } as const;

const partElements = ([name, [type, min, max]]: [string, Part]): ElementDefinition[] => [
  { id: `Extension.extension:${name}`, path: 'Extension.extension', sliceName: name, min, max },
  { id: `Extension.extension:${name}.extension`, path: 'Extension.extension.extension', max: '0' },
  { id: `Extension.extension:${name}.url`, path: 'Extension.extension.url', fixedUri: name },
  { id: `Extension.extension:${name}.value[x]`, path: 'Extension.extension.value[x]', min: 1, type: [{ code: type }] },
];

/** A StructureDefinition of each of our own extensions, for validators. */
export const extensionDefinitions = (fhirVersion: FhirVersion, base = CANONICAL_BASE): StructureDefinition[] =>
  Object.entries(definitions).map(([name, { short, on, parts }]) => {
    const url = `${base}/StructureDefinition/${name}`;
    return {
      resourceType: 'StructureDefinition',
      id: name,
      url,
      version: '1.0.0',
      name: computableName(name),
      title: short,
      status: 'active',
      fhirVersion: RELEASES[fhirVersion],
      kind: 'complex-type',
      abstract: false,
      context: on.map((expression) => ({ type: 'element', expression })),
      type: 'Extension',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
      derivation: 'constraint',
      differential: {
        element: [
          { id: 'Extension', path: 'Extension', short },
          ...Object.entries(parts).flatMap(partElements),
          { id: 'Extension.url', path: 'Extension.url', fixedUri: url },
          { id: 'Extension.value[x]', path: 'Extension.value[x]', max: '0' },
        ],
      },
    };
  });
