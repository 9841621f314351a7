import type { Choice } from '../../core/instrument/instrument.ts';
import type { Media } from '../../core/item-types/presentation.ts';
import { limits } from '../../core/plain-data/limits.ts';
import { valueOfType } from '../choice-value.ts';
import { asAnswerValue, optionsTag, type OptionValues } from '../option-values.ts';
import { offeredConcepts, offeredOptions, type Offered } from './choices.ts';
import { filled, type Source } from './draft.ts';
import { dynamicChoices } from './dynamic.ts';
import { startValues } from './initial.ts';
import type { Typed } from './part.ts';
import type { Build, Fields, Question, QuestionContext } from './question.ts';
import { wordsField } from './text-question.ts';

/** Whole numbers without a gap are a row, which is reversed if the weights fall. A row has nothing but the numbers. */
function ratingOf(offered: readonly Offered[], { texts }: Question, { wordings }: QuestionContext): Fields | undefined {
  const numbers = offered.map(({ typed }) => typed.value as number);
  const isMore = ({ choice }: Offered): unknown => choice.media ?? choice.markup ?? choice.style ?? choice.prefix ?? choice.exclusive ?? wordings.has(choice);
  if (offered.some(isMore)) return undefined;
  const [min = -1] = numbers;
  if (min < 0 || numbers.length < 2 || numbers.some((number, i) => number !== min + i)) return undefined;
  const max = min + numbers.length - 1;
  if (max - min >= limits.ratingValues) return undefined;
  const weights = offered.map(({ choice }) => choice.value);
  const isReversed = weights.every((weight, i) => weight === max - i);
  const isPlain = weights.every((weight, i) => weight === undefined || weight === min + i);
  if (!isReversed && !isPlain) return undefined;
  return { type: 'rating', min, max, minText: texts.lower ?? '', maxText: texts.upper ?? '', ...(isReversed && { reverse: true }) };
}

/**
 * The choices, and the pictures of them that are links at the item. A native list, or one with suggestions, shows texts only. The choices
 * stay the same objects, because their translations belong to them.
 */
function shownChoices(offered: readonly Offered[], { source: { part, id } }: Question, isTextOnly: boolean) {
  const media: Media[] = [];
  const choices = offered.map(({ choice }) => {
    const { media: own, markup, style, text } = choice;
    if (own?.url !== undefined) {
      part.tell(id, 'media-linked', own.url);
      media.push({ title: text, ...own });
      delete choice.media;
    }
    if (!isTextOnly) return choice;
    if (choice.media) part.tell(id, 'media-not-shown', text);
    if (markup ?? style) part.tell(id, 'markup-shown-as-text', text);
    delete choice.media;
    delete choice.markup;
    delete choice.style;
    return choice;
  });
  return { choices, media };
}

/** The types that an answer can have. */
const TYPES = ['Date', 'DateTime', 'Decimal', 'Integer', 'Reference', 'String', 'Time', 'Uri'];

/**
 * The options that are no Coding. If a definition has no room for all of them, then those whose type does not follow from the question, and
 * whose text is the value in the language of the form.
 */
function ownValues(offered: readonly Offered[], fhirType: string): OptionValues {
  const all = offered.flatMap(({ choice, typed }) => (TYPES.includes(typed.type) ? [[choice, typed] as const] : []));
  const isPlain = ({ text }: Choice, typed: Typed): boolean => JSON.stringify(asAnswerValue(typed)) === JSON.stringify(valueOfType(fhirType, text));
  const needed = all.filter(([choice, typed]) => typed.type === 'String' || !isPlain(choice, typed));
  const values = (some: typeof all): OptionValues => new Map(some.map(([{ code }, typed]) => [code, typed]));
  const isTooLong = optionsTag(values(needed)).length > limits.wordingText;
  return values(isTooLong ? needed.filter(([choice, typed]) => !isPlain(choice, typed)) : needed);
}

const CODED = ['choice', 'open-choice', 'coding'];

const TEXTS = ['string', 'text'];

/** Which answers there can be beside the options. R4 has this element of R5 as an extension. */
const constraintOf = ({ part, extensions }: Source): string | undefined => {
  const [extension] = extensions.all('answerConstraint');
  return part.text('answerConstraint') ?? extension?.text('valueCode');
};

/** The types of which a person can write any value. A concept and a resource have words alone. */
const WRITTEN = ['date', 'dateTime', 'decimal', 'integer', 'quantity', 'time', 'url'];

/** A field in place of a list: the answer can be any value of the type, and the options only suggest some. */
function suggestedField(question: Question, context: QuestionContext, build: Build): Fields {
  const { source } = question;
  source.part.tell(source.id, 'options-not-shown');
  const fields = build(question, context);
  const initial = startValues(source.part.list('answerOption').filter((one) => one.flag('initialSelected')), fields, source);
  return { ...fields, ...(initial.length && { initial }) };
}

/** A list of choices. `otherwise`: the field without a list, if the list is not known. */
export function choiceField(question: Question, context: QuestionContext, otherwise?: Build): Fields {
  const { valueSets } = context;
  const { part, extensions, controls, id, fhirType } = question.source;
  const constraint = constraintOf(question.source);
  if (otherwise && constraint === 'optionsOrType' && WRITTEN.includes(fhirType)) return suggestedField(question, context, otherwise);
  const canonical = part.text('answerValueSet');
  const concepts = canonical === undefined ? undefined : valueSets.concepts(canonical, question.source.server);
  const offered = concepts ? offeredConcepts(concepts, id, context) : offeredOptions(part.list('answerOption'), id, context);
  const isOfType = constraint === 'optionsOrType' && !TEXTS.includes(fhirType);
  const isOpen = fhirType === 'open-choice' || constraint === 'optionsOrString' || constraint === 'optionsOrType';
  const values = ownValues(offered, fhirType);
  if (isOfType) part.tell(id, 'other-answers-in-words', fhirType);
  const follows = dynamicChoices(question.source, offered.map(({ choice }) => choice), values);
  if (!offered.length && !follows.dynamic) {
    if (canonical !== undefined && !concepts) part.tell(id, 'value-set-not-expanded', canonical);
    else part.tell(id, 'no-options');
    return otherwise?.(question, context) ?? wordsField(question, fhirType, canonical);
  }
  const control = controls.has('drop-down') ? 'drop-down' : controls.has('autocomplete') || controls.has('lookup') ? 'autocomplete' : undefined;
  const orientation = extensions.text('choiceOrientation') ?? (controls.has('likert') ? 'horizontal' : undefined);
  const isRow = fhirType === 'integer' && !isOpen && !follows.dynamic && !part.flag('repeats') && !control && orientation !== 'vertical';
  const rating = isRow ? ratingOf(offered, question, context) : undefined;
  if (rating) return { ...rating, ...initialOf(offered, ({ typed }) => typed.value) };
  const { choices, media } = shownChoices(offered, question, !!control);
  const label = extensions.text('openLabel');
  return {
    type: 'choice',
    ...follows,
    ...filled({
      choices: choices.length ? choices : undefined,
      multiple: part.flag('repeats'),
      open: isOpen && (label ?? true),
      control,
      media: media.length ? media : undefined,
      orientation: orientation === 'horizontal' || orientation === 'vertical' ? orientation : undefined,
    }),
    ...initialOf(offered, ({ choice }) => choice.code),
    tags: { ...(!CODED.includes(fhirType) && { fhirType }), ...(isOfType && { own: 'type' }), ...(values.size && { options: optionsTag(values) }) },
  };
}

const initialOf = (offered: readonly Offered[], value: (one: Offered) => unknown): { initial?: unknown[] } => {
  const chosen = offered.filter(({ initial }) => initial).map(value);
  return chosen.length ? { initial: chosen } : {};
};
