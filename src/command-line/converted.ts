import type { Instrument } from '../core/instrument/instrument.ts';
import type { Response } from '../core/record/response.ts';
import { score } from '../core/scoring/score.ts';
import { toBundle } from '../fhir/bundle.ts';
import { fromQuestionnaire } from '../fhir/in/from-questionnaire.ts';
import { toObservations } from '../fhir/observations.ts';
import { toQuestionnaire } from '../fhir/to-questionnaire.ts';
import { toQuestionnaireResponse } from '../fhir/questionnaire-response.ts';
import type { Reference } from '../fhir/resources.ts';
import type { Arguments } from './arguments.ts';
import type { Fault } from './report.ts';
import type { TargetOf } from './targets.ts';

/** What a value became, and what is not the same in it. */
export interface Converted {
  results: readonly object[];
  issues: readonly Fault[];
}

const reference = (text: string | undefined): Reference | undefined => (text ? { reference: text } : undefined);

/** Who and what the records are about, as far as the command says. */
const participantsOf = ({ subject, encounter }: Arguments): { subject?: Reference; encounter?: Reference } => ({
  ...(subject && { subject: reference(subject)! }),
  ...(encounter && { encounter: reference(encounter)! }),
});

/** A record in FHIR. */
export function recordAs(to: TargetOf<'record'>, { response, instrument }: { response: Response; instrument: Instrument }, given: Arguments): Converted {
  const { fhirVersion = 'R4', base } = given;
  const options = { fhirVersion, ...(base && { base }), ...participantsOf(given) };
  if (to === 'observation') {
    if (response.status !== 'completed' || !instrument.scoring) {
      const message = 'A record that is not completed, or whose instrument has no rule, has no score.';
      return { results: [], issues: [{ path: '', code: 'no-score', message }] };
    }
    return { results: toObservations(score(instrument, response), { ...options, response, instrument }), issues: [] };
  }
  const { resource, issues } = to === 'response' ? toQuestionnaireResponse(response, instrument, options) : toBundle(response, instrument, options);
  return { results: [resource], issues };
}

/** An instrument as a Questionnaire. */
export function instrumentAs(instrument: Instrument, { fhirVersion = 'R4', base, status }: Arguments): Converted {
  const { resource, issues } = toQuestionnaire(instrument, { fhirVersion, ...(base && { base }), ...(status && { status }) });
  return { results: [resource], issues };
}

/** A Questionnaire as a definition or as its translations. Undefined results: it cannot be presented. */
export function questionnaireAs(
  to: TargetOf<'questionnaire'>,
  data: unknown,
  { fhirVersion, language }: Arguments,
): Converted | { results: undefined; issues: readonly Fault[] } {
  const read = fromQuestionnaire(data, { ...(fhirVersion && { fhirVersion }), ...(language && { language }) });
  const { instrument, translations, issues } = read;
  if (!instrument) return { results: undefined, issues };
  if (to === 'translations') return { results: translations, issues };
  if (!translations.length) return { results: [instrument], issues };
  const message = `It also has texts in ${translations.map(({ language }) => language).join(', ')}. --to translations writes them.`;
  return { results: [instrument], issues: [...issues, { path: '', code: 'translations-left-out', message }] };
}
