import type { AbsentReason, Constraint, EntryMode, TranslationUsed } from '../core/instrument/instrument.ts';
import type { Markup } from '../core/item-types/presentation.ts';
import type { ScaleScore } from '../core/instrument/scale-score.ts';
import type { Response } from '../core/record/response.ts';
import { recordIdSystem } from './canonical.ts';
import type { Attachment, Coding, Extension, FhirVersion } from './resources.ts';

const FHIR = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';

const fhir = (name: string, value: Omit<Extension, 'url'>): Extension => ({ url: `${FHIR}/${name}`, ...value });
const sdc = (name: string, value: Omit<Extension, 'url'>): Extension => ({ url: `${SDC}/sdc-questionnaire-${name}`, ...value });
const fhirPath = (expression: string, name?: string) => ({
  valueExpression: { ...(name && { name }), language: 'text/fhirpath' as const, expression },
});

export const itemControl = (code: string): Extension =>
  fhir('questionnaire-itemControl', {
    valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
  });

export const displayCategory = (code: string): Extension =>
  fhir('questionnaire-displayCategory', {
    valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-display-category', code }] },
  });

/** Beside a text: the same text with markup. */
export const rendering = ({ format, content }: Markup): Extension =>
  format === 'xhtml' ? fhir('rendering-xhtml', { valueString: content }) : fhir('rendering-markdown', { valueMarkdown: content });
/** Beside a text: how it looks, in CSS. */
export const renderingStyle = (valueString: string): Extension => fhir('rendering-style', { valueString });
export const supportLink = (valueUri: string): Extension => fhir('questionnaire-supportLink', { valueUri });
export const itemMedia = (valueAttachment: Attachment): Extension => sdc('itemMedia', { valueAttachment });
export const answerMedia = (valueAttachment: Attachment): Extension => sdc('itemAnswerMedia', { valueAttachment });
export const hidden: Extension = fhir('questionnaire-hidden', { valueBoolean: true });
export const maxOccurs = (valueInteger: number): Extension => fhir('questionnaire-maxOccurs', { valueInteger });
export const minOccurs = (valueInteger: number): Extension => fhir('questionnaire-minOccurs', { valueInteger });
export const sliderStep = (valueInteger: number): Extension => fhir('questionnaire-sliderStepValue', { valueInteger });
export const unit = (valueCoding: Coding): Extension => fhir('questionnaire-unit', { valueCoding });
export const minLength = (valueInteger: number): Extension => fhir('minLength', { valueInteger });
export const maxDecimalPlaces = (valueInteger: number): Extension => fhir('maxDecimalPlaces', { valueInteger });
export const bound = (which: 'min' | 'max', value: Omit<Extension, 'url'>): Extension => fhir(`${which}Value`, value);
export const regex = (valueString: string): Extension => fhir('regex', { valueString });
export const entryFormat = (valueString: string): Extension => fhir('entryFormat', { valueString });
export const mimeType = (valueCode: string): Extension => fhir('mimeType', { valueCode });
/** In megabytes. */
export const maxSize = (valueDecimal: number): Extension => fhir('maxSize', { valueDecimal });
export const unitOption = (valueCoding: Coding): Extension => fhir('questionnaire-unitOption', { valueCoding });
export const quantityBound = (which: 'min' | 'max', valueQuantity: NonNullable<Extension['valueQuantity']>): Extension => sdc(`${which}Quantity`, { valueQuantity });
export const orientation = (valueCode: 'horizontal' | 'vertical'): Extension => fhir('questionnaire-choiceOrientation', { valueCode });
/** R4 has this element of R5 as an extension. */
export const disabledDisplay: Extension = { url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.disabledDisplay', valueCode: 'protected' };
export const exclusive: Extension = fhir('questionnaire-optionExclusive', { valueBoolean: true });
export const optionPrefix = (valueString: string): Extension => fhir('questionnaire-optionPrefix', { valueString });
export const openLabel = (valueString: string): Extension => sdc('openLabel', { valueString });
export const shortText = (valueString: string): Extension => sdc('shortText', { valueString });
export const keyboard = (valueCode: 'phone' | 'email'): Extension => sdc('keyboard', { valueCode });
export const collapsible = (valueCode: 'default-open' | 'default-closed'): Extension => sdc('collapsible', { valueCode });
export const entryMode = (valueCode: EntryMode): Extension => sdc('entryMode', { valueCode });
export const calculated = (expression: string): Extension => sdc('calculatedExpression', fhirPath(expression));
export const answersFrom = (expression: string): Extension => sdc('answerExpression', fhirPath(expression));
/** Options that are offered only while the expression is true. */
export const optionsToggle = (options: readonly Omit<Extension, 'url'>[], expression: string): Extension =>
  sdc('answerOptionsToggleExpression', {
    extension: [...options.map((option) => ({ url: 'option', ...option })), { url: 'expression', ...fhirPath(expression) }],
  });
/** Beside an element: its value follows from answers. */
export const valueFrom = (expression: string): Extension => fhir('cqf-expression', fhirPath(expression));
export const enabledBy = (expression: string): Extension => sdc('enableWhenExpression', fhirPath(expression));
/** A rule about answers. The extension of R4 is known to most renderers. */
export const constraint = ({ id, severity, message, expression }: Constraint): Extension =>
  fhir('questionnaire-constraint', {
    extension: [
      { url: 'key', valueId: id.replace(/[^\w.-]|_/g, '-').slice(0, 64) },
      { url: 'severity', valueCode: severity },
      { url: 'expression', valueString: expression },
      { url: 'human', valueString: message ?? id },
    ],
  });
export const variable = (name: string, expression: string): Extension => fhir('variable', fhirPath(expression, name));

/** A text in another language. */
export const translationOf = (language: string, text: string): Extension => ({
  url: `${FHIR}/translation`,
  extension: [
    { url: 'lang', valueCode: language },
    { url: 'content', valueString: text },
  ],
});

/** The weight of an answer option. It is on the option: in R4, renderers and FHIRPath look for it there. */
export const weight = (version: FhirVersion, valueDecimal: number): Extension =>
  fhir(version === 'R5' ? 'itemWeight' : 'ordinalValue', { valueDecimal });

const ABSENT_REASON = `${FHIR}/data-absent-reason`;

const absentCodes: Record<AbsentReason, string> = {
  declined: 'asked-declined',
  unknown: 'asked-unknown',
  'not-applicable': 'not-applicable',
};

/** Why the person left an item out. */
export const absentReason = (reason: AbsentReason): Extension => ({ url: ABSENT_REASON, valueCode: absentCodes[reason] });

/** FHIRPath on a response item: whether it was left out, for one reason or for any. */
export const leftOutPath = (reason?: AbsentReason): string =>
  `.extension('${ABSENT_REASON}')${reason ? `.where(value = '${absentCodes[reason]}')` : ''}.exists()`;

/** The names of our own extensions. `dist/fhir` has a StructureDefinition of each. */
const own = (base: string, name: string): string => `${base}/StructureDefinition/${name}`;

/** A reason that Attune offers for leaving an item out, in its wording. */
export const offeredReason = (base: string, reason: AbsentReason, text: string): Extension => ({
  url: own(base, 'offered-reason'),
  extension: [
    { url: 'reason', valueCode: absentCodes[reason] },
    { url: 'text', valueString: text },
  ],
});

/** Which translation was on screen, and how far it can be trusted. */
export const translationUsed = (base: string, { language, revision, standing, covers = [] }: TranslationUsed): Extension => ({
  url: own(base, 'translation'),
  extension: [
    { url: 'language', valueCode: language },
    { url: 'revision', valueInteger: revision },
    { url: 'standing', valueCode: standing },
    ...covers.map((valueCode) => ({ url: 'covers', valueCode })),
  ],
});

/** What a record says and a QuestionnaireResponse has no element for. */
export const recordFacts = (base: string, response: Response): Extension => {
  const { replaces, startedAt, locale, disclosure, author, software, instrument } = response;
  return {
    url: own(base, 'record'),
    extension: [
      ...(replaces ? [{ url: 'replaces', valueIdentifier: { system: recordIdSystem(base), value: replaces } }] : []),
      { url: 'started', valueDateTime: startedAt },
      { url: 'locale', valueCode: locale },
      ...(disclosure ? [{ url: 'disclosure', valueString: disclosure }] : []),
      ...(author ? [{ url: 'authorRole', valueCode: author }] : []),
      { url: 'software', valueString: `${software.name} ${software.version}` },
      ...Object.entries(instrument.options)
        .filter(([, value]) => value)
        .map(([name, value]) => ({ url: 'option', valueString: `${name}: ${value}` })),
    ],
  };
};

/** The hash by which a record names a file. FHIR has a place for a SHA-1 hash only. */
export const fileHash = (base: string, sha256: string): Extension => ({ url: own(base, 'file-hash'), extension: [{ url: 'sha256', valueString: sha256 }] });

/** How a score came about. */
export type ScoreFacts = Pick<Extract<ScaleScore, { status: 'scored' }>, 'min' | 'max' | 'pomp' | 'answered' | 'of' | 'prorated'>;

export const scoreFacts = (base: string, { min, max, pomp, answered, of, prorated }: ScoreFacts): Extension => ({
  url: own(base, 'score'),
  extension: [
    { url: 'min', valueDecimal: min },
    { url: 'max', valueDecimal: max },
    { url: 'percentOfMaximum', valueDecimal: pomp },
    { url: 'answered', valueInteger: answered },
    { url: 'of', valueInteger: of },
    { url: 'prorated', valueBoolean: prorated },
  ],
});
