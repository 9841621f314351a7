import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import { translateDefinition, type Translation } from '../../core/instrument/translation.ts';
import type { Response } from '../../core/record/response.ts';
import { convert } from '../../fhir/in/convert.ts';
import type { ReadIssue } from '../../fhir/in/issue.ts';
import { FHIRPATH } from '../../fhir/in/part.ts';
import type { FhirVersion } from '../../fhir/resources.ts';

/** A Questionnaire that can be presented. */
export interface Form {
  /** The Questionnaire as the host gave it. */
  resource: Readonly<Record<string, unknown>>;
  fhirVersion: FhirVersion;
  /** The form in the language of the Questionnaire. */
  instrument: Instrument;
  /** Something evaluates its expressions. */
  hasExpressions: boolean;
  /** What is presented in another way than the Questionnaire says. */
  issues: readonly ReadIssue[];
  /** The form in the language that the person had when the record was made. */
  instrumentOf(record: Response): Instrument;
}

export type ReadForm = { ok: true; form: Form } | { ok: false; issues: readonly ReadIssue[] };

/** Reads a Questionnaire. Never throws. */
export function readForm(resource: Readonly<Record<string, unknown>>): ReadForm {
  const { result: plain } = convert(resource, {});
  const hasExpressions = plain.issues.some(({ code }) => code === 'expression-needs-evaluator');
  const read = hasExpressions ? convert(resource, { expressionLanguages: [FHIRPATH] }).result : plain;
  const { instrument: definition, translations, issues, fhirVersion } = read;
  const resolved = definition && resolveInstrument(definition);
  if (!definition || !resolved?.ok) return { ok: false, issues };
  const { instrument } = resolved;
  return { ok: true, form: { resource, fhirVersion, instrument, hasExpressions, issues, instrumentOf: languagesOf(definition, instrument, translations) } };
}

/** Finds the instrument with the texts of a record's language. Each is made once. */
function languagesOf(definition: InstrumentDefinition, source: Instrument, translations: readonly Translation[]): Form['instrumentOf'] {
  const made = new Map<string, Instrument>();
  return ({ instrument: { translation: used } }) => {
    const translation = used && translations.find(({ language }) => language === used.language);
    if (!translation) return source;
    const before = made.get(translation.language);
    if (before) return before;
    const resolved = resolveInstrument(translateDefinition(definition, translation));
    const instrument = resolved.ok ? resolved.instrument : source;
    made.set(translation.language, instrument);
    return instrument;
  };
}
