import type { Expression, Instrument, Item, ItemOf, NumberItem } from '../core/instrument/instrument.ts';
import { itemWeights, type ItemWeight } from '../core/instrument/item-weights.ts';
import { mostOf } from '../core/instrument/repetitions.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { limits } from '../core/plain-data/limits.ts';
import { fhirTime, fitsInteger } from './answer-value.ts';
import { choiceValues } from './choice-value.ts';
import { answerKind, isChoice, isGroup } from './item-kind.ts';
import * as extensions from './extensions.ts';
import { dateTimePart, decimalPlaces, filePart, quantityPart, textRules, urlPart } from './field-part.ts';
import type { Tell } from './issue.ts';
import type { LinkIds } from './link-ids.ts';
import type { Placed } from './layout.ts';
import { besideText, pictureOf, withBeside } from './presentation-part.ts';
import { isFromQuestionnaire, tagOf } from './source-tags.ts';
import type { AnswerOption, Coding, Extension, FhirVersion, QuestionnaireItem } from './resources.ts';

/** What every item of a Questionnaire is made from. */
export interface ItemContext {
  instrument: Instrument;
  fhirVersion: FhirVersion;
  base: string;
  tell: Tell;
}

/** What is special to the type of an item. */
type TypePart = Omit<QuestionnaireItem, 'linkId' | 'prefix' | 'text'>;

export const displayItem = (linkId: string, text: string, control?: string): QuestionnaireItem => ({
  ...(control && { extension: [extensions.itemControl(control)] }),
  linkId,
  text,
  type: 'display',
});

/** The texts that belong to an item: its help, and those at the ends of its line. Those of a Questionnaire keep their linkIds. */
export function textsOf(item: Item, linkIds: LinkIds): QuestionnaireItem[] {
  const { minText, maxText } = item as Partial<ItemOf<'slider'>>;
  const { units, unit = units?.[0]?.text } = item as { units?: { text: string }[]; unit?: string };
  const texts = { help: item.help, lower: minText, upper: maxText, unit: tagOf(item, 'unitId') && unit };
  return Object.entries(texts).flatMap(([control, text]) => {
    if (!text) return [];
    const linkId = linkIds.add(tagOf(item, `${control as keyof typeof texts}Id`) ?? `${item.id}.${control}`);
    return displayItem(linkId, text, (control === 'help' && tagOf(item, 'helpControl')) || control);
  });
}

/** The lowest and the highest number. A bound of whole numbers is whole. */
const bounds = (item: { min?: number; max?: number }, isWhole: boolean): Extension[] =>
  (['min', 'max'] as const).flatMap((which) => {
    const number = item[which];
    if (number === undefined) return [];
    if (!isWhole) return extensions.bound(which, { valueDecimal: number });
    const whole = which === 'min' ? Math.ceil(number) : Math.floor(number);
    return fitsInteger(whole) ? extensions.bound(which, { valueInteger: whole }) : [];
  });

/** The digits after the point, also of a number that is written with an exponent. */
const decimalsOf = (number: number): number => {
  const [digits = '', exponent = '0'] = String(number).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
};

/** The keyed weight of an option, so that a reversed item has its weights the other way round. */
const keyedWeight = (item: Item, { low, high }: ItemWeight, weight: number): number =>
  (item as { reverse?: boolean }).reverse ? low + high - weight : weight;

function answerOptions(item: ItemOf<'choice' | 'rating'>, { instrument, fhirVersion, base, tell }: ItemContext): AnswerOption[] {
  const range = itemWeights({ ...instrument, items: [{ ...item, items: [] }] }, new Map()).get(item.id);
  const options = optionsOf(instrument, item);
  const { multiple } = item as { multiple?: boolean };
  // The weights of a Questionnaire are said as they are, also if nothing here is scored.
  const isAsGiven = isFromQuestionnaire(instrument) && isChoice(item);
  if (!isAsGiven && multiple && options.some(({ value }) => value !== undefined)) tell(item.id, 'weights-not-said');
  const toValue = isChoice(item) ? choiceValues(base, instrument, item) : undefined;
  const weightOf = (value: number | undefined): number | undefined =>
    value === undefined || isAsGiven ? value : range && keyedWeight(item, range, value);
  return options.map((option) => ({
    ...extended([
      ...weightExtension(fhirVersion, weightOf(option.value)),
      ...(option.exclusive ? [extensions.exclusive] : []),
      ...(option.prefix ? [extensions.optionPrefix(option.prefix)] : []),
      ...pictureOf(option),
    ]),
    ...withBeside(toValue ? toValue(String(option.code)) : { valueInteger: Number(option.code) }, besideText(option)),
  }));
}

const weightExtension = (fhirVersion: FhirVersion, weight: number | undefined): Extension[] =>
  weight === undefined ? [] : [extensions.weight(fhirVersion, weight)];

const extended = (extension: Extension[]): { extension?: Extension[] } => (extension.length ? { extension } : {});

function choicePart(item: ItemOf<'choice'>, context: ItemContext): TypePart {
  const { multiple, minChoices, maxChoices, open, control, orientation } = item;
  const isR5 = context.fhirVersion === 'R5';
  return {
    extension: [
      extensions.itemControl(controlOf(item, context.instrument) ?? control ?? (multiple ? 'check-box' : 'radio-button')),
      ...(orientation ? [extensions.orientation(orientation)] : []),
      ...(typeof open === 'string' ? [extensions.openLabel(open)] : []),
      ...(minChoices ? [extensions.minOccurs(minChoices)] : []),
      ...(maxChoices ? [extensions.maxOccurs(maxChoices)] : []),
      ...dynamicPart(item, context),
    ],
    type: isR5 ? 'coding' : open ? 'open-choice' : 'choice',
    ...(multiple && { repeats: true }),
    ...(isR5 && open && { answerConstraint: tagOf(item, 'own') ? ('optionsOrType' as const) : ('optionsOrString' as const) }),
    ...(item.scale ?? item.choices ? { answerOption: answerOptions(item, context) } : {}),
  };
}

const isFhirPath = ({ language }: Expression): boolean => language === 'text/fhirpath';

/** What of the choices follows from answers. */
function dynamicPart(item: ItemOf<'choice'>, { instrument, base }: ItemContext): Extension[] {
  const { choices, toggles = [] } = item.dynamic ?? {};
  const toValue = choiceValues(base, instrument, item);
  return [
    ...(choices && isFhirPath(choices) ? [extensions.answersFrom(choices.expression)] : []),
    ...toggles.filter(isFhirPath).map((toggle) => extensions.optionsToggle(toggle.choices.map((code) => toValue(code) as Omit<Extension, 'url'>), toggle.expression)),
  ];
}

/** The unit of a number, if it is not a text beside the item. */
const unitPart = (item: NumberItem | ItemOf<'slider'>): Extension[] => (item.unit && !tagOf(item, 'unitId') ? [extensions.unit(unitOf(item))] : []);

function sliderPart(item: ItemOf<'slider'>, { tell }: ItemContext): TypePart {
  const { min, step = 1, labels, reverse } = item;
  const isWhole = answerKind(item) === 'Integer';
  if (labels?.length) tell(item.id, 'slider-labels-not-said');
  if (reverse) tell(item.id, 'reverse-not-said');
  if (!Number.isInteger(step)) tell(item.id, 'slider-step-not-said');
  return {
    extension: [
      extensions.itemControl('slider'),
      ...unitPart(item),
      ...bounds(item, isWhole),
      ...(Number.isInteger(step) ? [extensions.sliderStep(step)] : []),
      ...(isWhole ? [] : [extensions.maxDecimalPlaces(Math.max(decimalsOf(min), decimalsOf(step)))]),
    ],
    type: isWhole ? 'integer' : 'decimal',
  };
}

function textPart(item: ItemOf<'text'>, { tell }: ItemContext): TypePart {
  const { id, line, format, maxLength } = item;
  const keyboards = { email: 'email', tel: 'phone' } as const;
  if (format === 'name' || format === 'address-line') tell(id, 'format-not-said');
  return {
    extension: [
      ...(format === 'email' || format === 'tel' ? [extensions.keyboard(keyboards[format])] : []),
      ...textRules(item, tell),
    ],
    type: line || format ? 'string' : 'text',
    ...(maxLength && { maxLength }),
  };
}

const CONTROLS = { page: 'page', header: 'header', footer: 'footer', matrix: 'likert', row: 'gtable' } as const;

/** The control that says the layout of an item. A Questionnaire keeps the one that it had. */
const controlOf = (item: Item, { source }: Pick<Instrument, 'source'>): string | undefined =>
  tagOf(item, 'control') ?? (source || !item.layout ? undefined : CONTROLS[item.layout]);

/** A table of questions that have the same choices. */
const isTable = ({ children }: Placed): boolean =>
  children.length > 1 &&
  children.every(({ item, when }) => {
    const { scale } = children[0]!.item as ItemOf<'choice'>;
    return isChoice(item) && item.scale !== undefined && item.scale === scale && !item.multiple && !when;
  });

function groupPart(item: ItemOf<'group'>, { instrument, tell }: ItemContext, placed: Placed): TypePart {
  if (!instrument.source && (item.repeats?.min ?? 1) !== 1) tell(item.id, 'initial-repetitions');
  const { collapsible } = item;
  const control = controlOf(item, instrument) ?? (!instrument.source && isTable(placed) ? 'table' : undefined);
  return {
    extension: [...(control ? [extensions.itemControl(control)] : []), ...(collapsible ? [extensions.collapsible(`default-${collapsible}`)] : [])],
    type: 'group',
  };
}

const timeBounds = ({ min, max }: ItemOf<'time'>): Extension[] => [
  ...(min ? [extensions.bound('min', { valueTime: fhirTime(min) })] : []),
  ...(max ? [extensions.bound('max', { valueTime: fhirTime(max) })] : []),
];

const dateBounds = ({ min, max }: ItemOf<'date'>): Extension[] => [
  ...(min ? [extensions.bound('min', { valueDate: min })] : []),
  ...(max ? [extensions.bound('max', { valueDate: max })] : []),
];

const ratingPart = (item: ItemOf<'rating'>, context: ItemContext): TypePart => ({
  extension: [extensions.itemControl('radio-button'), ...bounds(item, true)],
  type: 'integer',
  answerOption: answerOptions(item, context),
});

const unitOf = (item: NumberItem | ItemOf<'slider'>): Coding => {
  const [system, code] = [tagOf(item, 'unitSystem'), tagOf(item, 'unitCode')];
  return { ...(system && { system }), ...(code && { code }), ...(item.unit && { display: item.unit }) };
};

const numberExtensions = (item: NumberItem, isWhole: boolean): Extension[] => [
  ...bounds(item, isWhole),
  ...unitPart(item),
];

/** How each item type is said. */
const typeParts = {
  boolean: () => ({ type: 'boolean' }),
  choice: choicePart,
  date: (item) => ({ extension: dateBounds(item), type: 'date' }),
  dateTime: dateTimePart,
  decimal: (item) => ({ extension: [...numberExtensions(item, false), ...decimalPlaces(item)], type: 'decimal' }),
  display: (item, { instrument }) => {
    const control = controlOf(item, instrument);
    return { ...(control && { extension: [extensions.itemControl(control)] }), type: 'display' };
  },
  file: filePart,
  group: groupPart,
  integer: (item) => ({ extension: numberExtensions(item, true), type: 'integer' }),
  quantity: (item, { tell }) => quantityPart(item, tell),
  rating: ratingPart,
  slider: sliderPart,
  text: textPart,
  time: (item) => ({ extension: timeBounds(item), type: 'time' }),
  url: (item, { tell }) => urlPart(item, tell),
} satisfies { [Type in Item['type']]: (item: ItemOf<Type>, context: ItemContext, placed: Placed) => TypePart };

/** How often an item is there. A Questionnaire without a highest number has the limit of an instrument. */
export function repeatsPart(item: Item, { source }: Pick<Instrument, 'source'>): Pick<QuestionnaireItem, 'extension' | 'repeats'> {
  const { repeats } = item;
  if (!repeats) return {};
  const most = mostOf(item);
  return {
    extension: [
      ...(repeats.min !== undefined && (source || !isGroup(item)) ? [extensions.minOccurs(repeats.min)] : []),
      ...(source && most === limits.repetitions ? [] : [extensions.maxOccurs(most)]),
    ],
    repeats: true,
  };
}

/** The part of a Questionnaire item that depends on the type of the item. */
export const typePart = (placed: Placed, context: ItemContext): TypePart => {
  const toPart = typeParts[placed.item.type] as (item: Item, context: ItemContext, placed: Placed) => TypePart;
  return toPart(placed.item, context, placed);
};
