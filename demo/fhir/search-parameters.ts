import { canonicalOf, CANONICAL_BASE } from 'attune-elements/fhir';
import { Refusal } from '../refusal.ts';
import { dateCriterion } from './date-range.ts';
import { scoredInstruments, type StoredForm } from './forms.ts';
import { recordIdSystem } from './resources-of.ts';
import type { Criterion } from './stored-records.ts';

/** What is searched: records as QuestionnaireResponses, or their scores as Observations. */
export type Searched = 'QuestionnaireResponse' | 'Observation';

export interface SearchContext {
  /** The address of the API. */
  base: string;
  /** The forms of the stored records. */
  forms: readonly StoredForm[];
}

/** How a parameter is read. Several values mean that one of them fits. */
interface Parameter {
  type: 'reference' | 'token' | 'date';
  says: string;
  read: (values: readonly string[], context: SearchContext) => Criterion;
}

const isOneOf = (sql: string, values: readonly string[]): Criterion => ({ sql: `${sql} = any(?)`, value: values });
const always = (isTrue: boolean): Criterion => ({ sql: '?::boolean', value: isTrue });

/** The ids in references to a resource: `7`, `Patient/7` or its address here. A reference to somewhere else fits nothing. */
const idsIn = (values: readonly string[], type: string, base: string): string[] =>
  values.flatMap((value) => {
    const local = value.startsWith(`${base}/`) ? value.slice(base.length + 1) : value;
    const id = local.startsWith(`${type}/`) ? local.slice(type.length + 1) : local;
    return /^[A-Za-z0-9.-]{1,64}$/.test(id) ? [id] : [];
  });

/** The codes in tokens: `code`, or `system|code` with this system. `system|` means all codes of the system. */
const codesIn = (values: readonly string[], system: string, all: readonly string[]): string[] =>
  values.flatMap((value) => {
    const [before, code] = value.includes('|') ? [value.slice(0, value.indexOf('|')), value.slice(value.indexOf('|') + 1)] : [system, value];
    if (before !== system) return [];
    return code ? [code] : all;
  });

const patient: Parameter = {
  type: 'reference',
  says: 'Whose answers they are',
  read: (values, { base }) => isOneOf('clients.fhir_id::text', idsIn(values, 'Patient', base)),
};

const when: Parameter = {
  type: 'date',
  says: 'When the person sent the answers',
  read: ([value = '', ...more]) => onlyOne(more, dateCriterion('records.completed_at', value, 'The date')),
};

/** Dates are intervals, which one condition cannot join. */
function onlyOne(more: readonly string[], criterion: Criterion): Criterion {
  if (more.length) throw new Refusal(400, 'A search takes one date at a time. Give the parameter twice for a period.');
  return criterion;
}

const status = (current: string): Parameter => ({
  type: 'token',
  says: 'Whether a later record has superseded it',
  read(values) {
    const [now, past] = [values.includes(current), values.includes('entered-in-error')];
    if (now && past) return always(true);
    return now || past ? { sql: '(superseded_at is not null) = ?::boolean', value: past } : always(false);
  },
});

const shared: Record<string, Parameter> = {
  _id: { type: 'token', says: 'The id of the resource', read: (values) => isOneOf('records.fhir_id::text', values) },
  _lastUpdated: {
    type: 'date',
    says: 'When the clinic got the record, or the one that superseded it',
    read: ([value = '', ...more]) => onlyOne(more, dateCriterion('greatest(superseded_at, received_at)', value, '_lastUpdated')),
  },
  identifier: {
    type: 'token',
    says: 'The id of the record',
    read(values) {
      const ids = values.filter((value) => !value.includes('|') || value.startsWith(`${recordIdSystem}|`)).map((value) => value.slice(value.indexOf('|') + 1));
      return ids.includes('') ? always(true) : isOneOf('records.id', ids);
    },
  },
  subject: patient,
  patient,
};

/** Every parameter that a search takes, by its name. */
export const searchParameters: Record<Searched, Record<string, Parameter>> = {
  QuestionnaireResponse: {
    ...shared,
    authored: when,
    status: status('completed'),
    questionnaire: {
      type: 'reference',
      says: 'The Questionnaire, by its canonical URL with or without a version, or by its id here',
      read(values, { base, forms }) {
        const ids = idsIn(values, 'Questionnaire', base);
        const fitting = forms.filter(({ form, id }) => {
          const canonical = canonicalOf(form);
          return values.includes(canonical) || values.includes(canonical.slice(0, canonical.lastIndexOf('|'))) || ids.includes(id);
        });
        return isOneOf(`(body -> 'instrument')::text`, fitting.map(({ stored }) => stored));
      },
    },
  },
  Observation: {
    ...shared,
    date: when,
    status: status('final'),
    category: {
      type: 'token',
      says: 'All are of the category survey',
      read: (values) => always(codesIn(values, 'http://terminology.hl7.org/CodeSystem/observation-category', ['survey']).includes('survey')),
    },
    code: {
      type: 'token',
      says: 'Which score it is: the system of its instrument, and score.total',
      read: (values) =>
        isOneOf('records.instrument', scoredInstruments().filter((id) =>
          codesIn(values, `${CANONICAL_BASE}/CodeSystem/${id}.scores`, ['score.total']).includes('score.total'))),
    },
  },
};
