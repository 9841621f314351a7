import type { Instrument, ItemOf } from '../core/instrument/instrument.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { codingOf } from './answer-value.ts';
import { asAnswerValue, optionValues } from './option-values.ts';
import type { AnswerValue } from './resources.ts';
import { isCoded, isFromQuestionnaire, tagOf } from './source-tags.ts';

/** A text as a value of the type that the Questionnaire has for it. A text is the value of all other types. */
const valuesOfType = new Map<string | undefined, (text: string) => AnswerValue>([
  ['integer', (text) => ({ valueInteger: Number(text) })],
  ['decimal', (text) => ({ valueDecimal: Number(text) })],
  ['date', (text) => ({ valueDate: text })],
  ['dateTime', (text) => ({ valueDateTime: text })],
  ['time', (text) => ({ valueTime: text })],
  ['reference', (text) => ({ valueReference: { display: text } })],
  ['url', (text) => ({ valueUri: text })],
]);

/** The value of a text in an item of this type. */
export const valueOfType = (fhirType: string | undefined, text: string): AnswerValue =>
  valuesOfType.get(fhirType)?.(text) ?? { valueString: text };

/** The FHIR values of choices. A Questionnaire of others can have texts, numbers, days and times as options. */
export function choiceValues(base: string, instrument: Instrument, item: ItemOf<'choice'>): (code: string) => AnswerValue {
  if (!isFromQuestionnaire(instrument)) {
    const toCoding = codingOf(base, instrument, item);
    return (code) => ({ valueCoding: toCoding(code) });
  }
  const options = new Map(optionsOf(instrument, item).map((option) => [option.code, option]));
  const type = tagOf(item, 'fhirType');
  const values = optionValues(item);
  return (code) => {
    const { text = code, coding } = options.get(code) ?? {};
    if (coding) return { valueCoding: coding };
    const own = values.get(code);
    return own ? asAnswerValue(own) : valueOfType(type, text);
  };
}

/** Own words in place of a choice or a resource that the form does not know. */
export const wordsAs = (fhirType: string, words: string): AnswerValue =>
  isCoded(fhirType) ? { valueCoding: { display: words } } : valueOfType(fhirType, words);
