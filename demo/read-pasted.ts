import { fromQuestionnaire, type FromQuestionnaire } from 'attune-elements/fhir';

/** What a form needs beside the widget: files of the package that other pages do not load. */
export type Support = 'fhir-expressions' | 'fhir-markup';

/** What a pasted text is: a form, or a sentence about why it is none. Either can have issues. */
export interface Pasted {
  form?: { questionnaire: object; needs: Support[] };
  issues: FromQuestionnaire['issues'];
  sentence?: string;
}

const none = (sentence: string): Pasted => ({ issues: [], sentence });

/** Reads a text as a Questionnaire. It is not stored, and no address in it is opened. */
export function readPasted(text: string): Pasted {
  if (!text.trim()) return none('There is no text yet. Paste a Questionnaire as JSON.');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return none('This text is not JSON. Perhaps its beginning or its end is missing.');
  }
  const type: unknown = (data as { resourceType?: unknown } | null)?.resourceType;
  if (typeof type !== 'string') return none('This is JSON, but no FHIR resource: it does not say its type.');
  if (type !== 'Questionnaire') return none(`This is another resource: ${type.slice(0, 60)}. Only a Questionnaire can be shown.`);
  const { instrument, issues } = fromQuestionnaire(data, { expressionLanguages: ['text/fhirpath'] });
  const needs: Support[] = [];
  if (text.includes('text/fhirpath')) needs.push('fhir-expressions');
  if (/rendering-(xhtml|markdown)/.test(text)) needs.push('fhir-markup');
  return instrument ? { form: { questionnaire: data as object, needs }, issues } : { issues, sentence: 'This Questionnaire cannot be shown as a form. The list below says why.' };
}
