import type { Extension, Questionnaire, QuestionnaireItem } from '../../../src/fhir/index.ts';

type Resource = Questionnaire<'R4'>;

const nameOf = ({ url }: Extension): string => url.split('/').at(-1)!;
const controlOf = ({ valueCodeableConcept }: Extension): string | undefined => valueCodeableConcept?.coding?.[0]?.code;
const isControl = (extension: Extension): boolean => nameOf(extension) === 'questionnaire-itemControl';
const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** LHC-Forms gives the extensions in an order of its own, and a text to each control. */
const plainExtensions = (extensions: readonly Extension[] = []): Extension[] =>
  extensions
    .map((one) => (isControl(one) ? { url: one.url, valueCode: controlOf(one)! } : one))
    .sort(byText);

/** It gives the help of a question after its items. */
const plainItem = ({ extension, item, ...more }: QuestionnaireItem): unknown => {
  const isHelp = (one: QuestionnaireItem): boolean => one.type === 'display' && !!one.extension?.some(isControl);
  const items = [...(item?.filter((one) => !isHelp(one)) ?? []), ...(item?.filter(isHelp) ?? [])];
  return { ...more, extension: plainExtensions(extension), item: items.map(plainItem) };
};

/** A Questionnaire without what has no meaning: the order of extensions, the texts of controls, who wrote it. */
export const plainQuestionnaire = ({ item = [], ...more }: Resource): unknown => {
  const { meta: _, ...rest } = more as typeof more & { meta?: unknown };
  return { ...rest, item: item.map(plainItem) };
};

const withMilliseconds = (extension: Extension): Extension =>
  extension.valueTime ? { ...extension, valueTime: `${extension.valueTime}.000` } : extension;

/**
 * What LHC-Forms should give back. It knows no slider, and one text beside a question: the last one, as its help. A help that belongs
 * to no question is a text like others. Its times have milliseconds.
 */
export function asReturned(questionnaire: Resource): Resource {
  const item = ({ extension, item: items = [], ...more }: QuestionnaireItem): QuestionnaireItem => {
    const known = extension?.filter((one) => !(isControl(one) && controlOf(one) === 'slider')).map(withMilliseconds) ?? [];
    const texts = items.filter((one) => one.extension?.some(isControl) && one.type === 'display');
    const last = texts.at(-1);
    const others = items.filter((one) => !texts.includes(one)).map(item);
    const help = last && { ...last, extension: last.extension!.map((one) => (isControl(one) ? withCode(one, 'help') : one)) };
    const inner = [...others, ...(help ? [help] : [])];
    return { ...more, ...(known.length && { extension: known }), ...(inner.length && { item: inner }) };
  };
  const withoutControl = ({ extension, ...one }: QuestionnaireItem): QuestionnaireItem => {
    const others = extension?.filter((known) => one.type !== 'display' || !isControl(known)) ?? [];
    return { ...one, ...(others.length && { extension: others }) };
  };
  return { ...questionnaire, ...(questionnaire.item && { item: questionnaire.item.map(item).map(withoutControl) }) };
}

const withCode = (extension: Extension, code: string): Extension => ({ url: extension.url, valueCodeableConcept: { coding: [{ code }] } });
