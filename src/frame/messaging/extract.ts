import { isObject } from '../../core/plain-data/shape.ts';
import type { FhirVersion } from '../../fhir/resources.ts';
import type { Form } from './form.ts';
import { observationValue } from './observation-value.ts';
import { errorOf, type OperationOutcome, type OutcomeIssue, outcomeOf } from './outcome.ts';

// Observation-based extraction: https://hl7.org/fhir/uv/sdc/extraction.html#observation-based-extraction

type Json = Readonly<Record<string, unknown>>;

export interface Extracted {
  outcome: OperationOutcome;
  /** A transaction with an Observation for each answer. */
  extractedResources?: object[];
}

interface ExtractOptions {
  fhirVersion: FhirVersion;
  newId(): string;
}

/** A question with its answers, and the category of its Observations. */
interface Asked {
  question: Json;
  answers: readonly Json[];
  category: unknown;
}

const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
/** The other ways of extraction that SDC has. */
const OTHER_WAYS = /^http:\/\/hl7\.org\/fhir\/uv\/sdc\/StructureDefinition\/sdc-questionnaire-(itemExtractionContext|definitionExtract|templateExtract)/;

const listIn = (part: Json, name: string): Json[] => (Array.isArray(part[name]) ? (part[name] as unknown[]).filter(isObject) : []);
const extensionOf = (part: Json, name: string): Json | undefined => listIn(part, 'extension').find(({ url }) => url === SDC + name);

/** The items of the Questionnaire, with those inside. */
function* everyItem(part: Json): Generator<Json> {
  for (const item of listIn(part, 'item')) {
    yield item;
    yield* everyItem(item);
  }
}

/** The questions whose answers become Observations. An item says it for itself and for those inside, unless one of these says otherwise. */
function* asked(questions: Json, answered: Json, around: { isExtracted: boolean; category: unknown }): Generator<Asked> {
  const byLinkId = new Map(listIn(questions, 'item').map((item) => [item.linkId, item]));
  for (const given of listIn(answered, 'item')) {
    const question = byLinkId.get(given.linkId);
    if (!question) continue;
    const own = extensionOf(question, 'observationExtract')?.valueBoolean;
    const isExtracted = typeof own === 'boolean' ? own : around.isExtracted;
    const category = extensionOf(question, 'observation-extract-category')?.valueCodeableConcept ?? around.category;
    const answers = listIn(given, 'answer');
    if (isExtracted && listIn(question, 'code').length && answers.length) yield { question, answers, category };
    for (const inside of [given, ...answers]) yield* asked(question, inside, { isExtracted, category });
  }
}

/** Makes Observations of the answers whose questions ask for it (`observationExtract`). */
export function extract({ resource }: Form, response: Json, { fhirVersion, newId }: ExtractOptions): Extracted {
  const issues: OutcomeIssue[] = [];
  const { id, subject, encounter, authored, author, status } = response;
  const isFinal = status === 'completed' || status === 'amended';
  const root = { isExtracted: extensionOf(resource, 'observationExtract')?.valueBoolean === true, category: undefined };
  const observations = [...asked(resource, response, root)].flatMap(({ question, answers, category }) =>
    answers.flatMap((answer) => {
      const value = observationValue(question, answer, fhirVersion);
      if (!value) issues.push({ severity: 'warning', code: 'not-supported', diagnostics: 'An Observation cannot have this value', expression: [String(question.linkId)] });
      return value
        ? {
            resourceType: 'Observation',
            status: isFinal ? 'final' : 'preliminary',
            ...(category !== undefined && { category: [category] }),
            code: { coding: listIn(question, 'code'), ...(typeof question.text === 'string' && { text: question.text }) },
            ...(subject !== undefined && { subject }),
            ...(encounter !== undefined && { encounter }),
            ...(authored !== undefined && { effectiveDateTime: authored }),
            ...(author !== undefined && { performer: [author] }),
            ...value,
            ...(typeof id === 'string' && { derivedFrom: [{ reference: `QuestionnaireResponse/${id}` }] }),
          }
        : [];
    }),
  );
  const parts = [resource, ...everyItem(resource)];
  if (parts.some((part) => listIn(part, 'extension').some(({ url }) => OTHER_WAYS.test(String(url))))) {
    issues.push({ severity: 'warning', code: 'not-supported', diagnostics: 'Only Observations are extracted, not definitions and templates' });
  }
  if (!observations.length) {
    return { outcome: outcomeOf([...issues, errorOf('not-supported', 'Nothing can be extracted: no answer is to a question with a code and observationExtract')])! };
  }
  const entry = observations.map((resource) => ({ fullUrl: `urn:uuid:${newId()}`, resource, request: { method: 'POST', url: 'Observation' } }));
  const made: OutcomeIssue = { severity: 'information', code: 'informational', diagnostics: `${entry.length} Observations` };
  return { outcome: outcomeOf([...issues, made])!, extractedResources: [{ resourceType: 'Bundle', type: 'transaction', entry }] };
}
