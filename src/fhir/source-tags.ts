import type { Instrument, Item } from '../core/instrument/instrument.ts';
import type { Coding, FhirVersion, Questionnaire, QuestionnaireItem } from './resources.ts';

/**
 * What an item of a Questionnaire has and an instrument has no field for. `in/` writes these tags, and `toQuestionnaire` reads them.
 * `codes`: system, code and display with tabs between them, a line for each; one with more is JSON. `fhirType`: the type, if the item is of another one here.
 * `own: type`: own words are a value of the type of the question, and no text. `text: none`: the Questionnaire has no text. `control`: the `itemControl`
 * of a group. `options`: the values of the choices that are no Coding (option-values.ts). `...Id`: the linkId of a display item that became a field.
 */
export type SourceTag =
  | 'codes'
  | 'control'
  | 'definition'
  | 'fhirType'
  | 'helpControl'
  | 'helpId'
  | 'lowerId'
  | 'options'
  | 'own'
  | 'text'
  | 'unitCode'
  | 'unitId'
  | 'unitSystem'
  | 'upperId'
  | 'valueSet';

export const tagOf = (item: Item, tag: SourceTag): string | undefined => item.tags?.[tag];

/** Whether the instrument was made from a Questionnaire. */
export const isFromQuestionnaire = ({ source }: Pick<Instrument, 'source'>): boolean => !!source;

/** The canonical of the Questionnaire that an instrument was made from, with its version. */
export const sourceCanonical = ({ source }: Pick<Instrument, 'source'>): string | undefined =>
  source?.url && (source.version ? `${source.url}|${source.version}` : source.url);

const codesOf = (lines: string): Coding[] =>
  lines.split('\n').map((line) => {
    const whole = line.startsWith('{') ? wholeCoding(line) : undefined;
    if (whole) return whole;
    const [system, code, ...display] = line.split('\t');
    return { ...(system && { system }), ...(code && { code }), ...(display.length && { display: display.join('\t') }) };
  });

/** Undefined for a text that only looks like JSON. */
function wholeCoding(line: string): Coding | undefined {
  try {
    return JSON.parse(line) as Coding;
  } catch {
    return undefined;
  }
}

/** Elements that FHIR has since R5. */
const SINCE_R5 = new Set(['copyrightLabel', 'versionAlgorithmString', 'versionAlgorithmCoding']);

/** The elements of the Questionnaire that an instrument was made from, as they came, without those of its items (as-it-came.ts). */
export const carriedFrom = ({ source }: Pick<Instrument, 'source'>, fhirVersion: FhirVersion): Partial<Questionnaire> => {
  const { item: _, ...elements } = source?.elements ?? {};
  return Object.fromEntries(Object.entries(elements).filter(([name]) => fhirVersion === 'R5' || !SINCE_R5.has(name.replace('_', ''))));
};

/** The type of a question whose answer is a choice from a list, in all releases. */
export const isCoded = (fhirType: string): boolean => ['choice', 'coding'].includes(fhirType);

/** A choice has another name in R5, and is open in another way. */
function typeIn(fhirVersion: FhirVersion, fhirType: string): object {
  const isOpen = fhirType === 'open-choice';
  if (!isOpen && !isCoded(fhirType)) return { type: fhirType };
  if (fhirVersion === 'R5') return { type: 'coding', ...(isOpen && { answerConstraint: 'optionsOrString' }) };
  return { type: isOpen ? fhirType : 'choice' };
}

/** The elements of an item that its tags keep. */
export function sourceElements(item: Item, fhirVersion: FhirVersion): Partial<QuestionnaireItem> {
  const [codes, definition, fhirType, valueSet] = (['codes', 'definition', 'fhirType', 'valueSet'] as const).map((tag) => tagOf(item, tag));
  return {
    ...(definition && { definition }),
    ...(codes && { code: codesOf(codes) }),
    ...(fhirType && typeIn(fhirVersion, fhirType)),
    ...(valueSet && { answerValueSet: valueSet }),
  };
}
