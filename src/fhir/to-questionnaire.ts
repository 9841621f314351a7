import type { Instrument } from '../core/instrument/instrument.ts';
import { withTranslation, withWordsInCodings } from './embedded-translations.ts';
import { type Emitted, type QuestionnaireOptions, writeQuestionnaire } from './questionnaire.ts';
import type { FhirVersion, Questionnaire } from './resources.ts';

/** An instrument as a Questionnaire. The issues say what FHIR cannot. */
export function toQuestionnaire<V extends FhirVersion>(
  instrument: Instrument,
  { translations = [], ...options }: QuestionnaireOptions<V>,
): Emitted<Questionnaire<V>> {
  const { resource, issues } = writeQuestionnaire(instrument, options);
  const translated = translations.reduce(
    (inSome, one) => withTranslation(inSome, writeQuestionnaire(withWordsInCodings(one), options).resource, one.language),
    resource,
  );
  return { resource: translated, issues };
}
