import { isObject } from '../core/plain-data/shape.ts';

/** What a value of a file is, as far as its fields say. */
export type ValueKind = 'record' | 'definition' | 'questionnaire' | 'response' | 'other';

const resources = new Map<unknown, ValueKind>([
  ['Questionnaire', 'questionnaire'],
  ['QuestionnaireResponse', 'response'],
]);

export function kindOf(data: unknown): ValueKind {
  if (!isObject(data)) return 'other';
  if ('resourceType' in data) return resources.get(data.resourceType) ?? 'other';
  if ('answers' in data || 'startedAt' in data) return 'record';
  return 'items' in data ? 'definition' : 'other';
}

/** What was found instead, for a message. */
export function foundInstead(data: unknown): string {
  if (isObject(data) && typeof data.resourceType === 'string') return `a FHIR ${data.resourceType.slice(0, 50)}`;
  if (isObject(data)) return 'an object without answers and without items';
  return Array.isArray(data) ? 'a list' : data === null ? 'null' : `a ${typeof data}`;
}
