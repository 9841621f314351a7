import { fromQuestionnaire, type FromQuestionnaire } from 'attune-elements/fhir';

/** A resource that can be read, or a sentence that says what the text is instead. */
export type Pasted = { ok: true; read: FromQuestionnaire } | { ok: false; sentence: string };

const wrong = (sentence: string): Pasted => ({ ok: false, sentence });

/** Reads a text as a Questionnaire. */
export function readPasted(text: string): Pasted {
  if (!text.trim()) return wrong('There is no text yet. Paste a Questionnaire as JSON, or choose a file.');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return wrong(`This is not JSON. The browser says: ${(error as Error).message}`);
  }
  const type: unknown = (data as { resourceType?: unknown } | null)?.resourceType;
  if (typeof type !== 'string') return wrong('This is JSON, but no FHIR resource: it has no resourceType.');
  if (type === 'Bundle') return wrong('This is a Bundle. Paste one Questionnaire from it, without what surrounds it.');
  if (type !== 'Questionnaire') return wrong(`This is another resource: ${type.slice(0, 60)}. Only a Questionnaire can be shown here.`);
  return { ok: true, read: fromQuestionnaire(data, { expressionLanguages: ['text/fhirpath'] }) };
}
