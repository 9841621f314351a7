import type { Response } from 'attune-elements/core';
import { canonicalOf, type Questionnaire, toQuestionnaire } from 'attune-elements/fhir';
import { listInstruments } from 'attune-elements/instruments';
import type { Queries } from '../database/database.ts';
import { ownLanguage } from '../languages.ts';
import { inLanguage } from '../wording.ts';
import { formOf } from './form-of.ts';
import { release } from './resources-of.ts';

/** A form that was filled in here. */
export interface StoredForm {
  /** The text of the form in the stored records. */
  stored: string;
  form: Response['instrument'];
  /** The id of its Questionnaire, or an empty text if the clinic does not have this form any more. */
  id: string;
}

/** The forms of all records, or of those that one client sent. */
export async function listStoredForms(queries: Queries, client?: string): Promise<StoredForm[]> {
  const rows = await queries.query<{ stored: string }>(
    `select distinct (body -> 'instrument')::text as stored from records where $1::text is null or (client_id = $1 and author = 'client')`,
    [client ?? null],
  );
  return rows.map(({ stored }) => {
    const form = JSON.parse(stored) as Response['instrument'];
    return { stored, form, id: questionnaireOf(form)?.id ?? '' };
  });
}

/**
 * The Questionnaires of all forms that the clinic uses: each instrument with its usual options in the clinic's language, and each
 * form that was filled in. In the order of their ids.
 */
export function listQuestionnaires(forms: readonly StoredForm[]): Questionnaire<'R4'>[] {
  const usual = listInstruments().map(({ id }) => questionnaireOf(inLanguage({ id }, ownLanguage)));
  const filledIn = forms.map(({ form }) => questionnaireOf(form));
  const byId = new Map([...usual, ...filledIn].flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

const emitted = new Map<string, Questionnaire<'R4'> | undefined>();

/** The Questionnaire of a form, unless the clinic has another version or another revision of its translation by now. */
function questionnaireOf(form: Pick<Response['instrument'], 'id' | 'version' | 'options' | 'translation'>): Questionnaire<'R4'> | undefined {
  const canonical = canonicalOf(form);
  if (!emitted.has(canonical)) emitted.set(canonical, emit(form, canonical));
  return emitted.get(canonical);
}

function emit(form: Parameters<typeof questionnaireOf>[0], canonical: string): Questionnaire<'R4'> | undefined {
  const instrument = formOf(form);
  if (canonicalOf(instrument) !== canonical) return undefined;
  const usual = inLanguage({ id: form.id }, instrument.language);
  const isVariant = canonicalOf(usual) !== canonical;
  return toQuestionnaire(instrument, { fhirVersion: release.fhirVersion, derivedFrom: isVariant ? [usual] : [] }).resource;
}

/** The instruments that have rules for a score. */
export const scoredInstruments = (): string[] =>
  listInstruments().flatMap(({ id }) => (inLanguage({ id }, ownLanguage).scoring ? [id] : []));
