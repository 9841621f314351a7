import type { Choice } from '../../core/instrument/instrument.ts';
import { limits } from '../../core/plain-data/limits.ts';
import { offeredConcepts, offeredOptions, type Offered } from './choices.ts';
import { filled } from './draft.ts';
import type { Build, Fields, Question, QuestionContext } from './question.ts';
import { wordsField } from './text-question.ts';

/** Whole numbers without a gap are a row, which is reversed if the weights fall. */
function ratingOf(offered: readonly Offered[], { texts }: Question): Fields | undefined {
  const numbers = offered.map(({ typed }) => typed.value as number);
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

const CODED = ['choice', 'open-choice', 'coding'];

/** A list of choices. `otherwise`: the field without a list, if the list is not known. */
export function choiceField(question: Question, context: QuestionContext, otherwise?: Build): Fields {
  const { valueSets, wordings } = context;
  const { part, extensions, controls, id, fhirType } = question.source;
  const canonical = part.text('answerValueSet');
  const concepts = canonical === undefined ? undefined : valueSets.concepts(canonical);
  const offered = concepts ? offeredConcepts(concepts, id, wordings) : offeredOptions(part.list('answerOption'), id, wordings);
  const constraint = part.text('answerConstraint') ?? extensions.text('answerConstraint');
  const isOpen = fhirType === 'open-choice' || constraint === 'optionsOrString' || constraint === 'optionsOrType';
  if (!offered.length) {
    if (canonical !== undefined && !concepts) part.tell(id, 'value-set-not-expanded', canonical);
    else part.tell(id, 'no-options');
    return otherwise?.(question, context) ?? wordsField(question, fhirType, canonical);
  }
  const rating = fhirType === 'integer' && !isOpen && !part.flag('repeats') ? ratingOf(offered, question) : undefined;
  if (rating) return { ...rating, ...initialOf(offered, ({ typed }) => typed.value) };
  const choices = offered.map(({ choice }) => choice) as Choice[];
  const label = extensions.text('openLabel');
  const orientation = controls.has('likert') ? 'horizontal' : extensions.text('choiceOrientation');
  return {
    type: 'choice',
    choices,
    ...filled({
      multiple: part.flag('repeats'),
      open: isOpen && (label ?? true),
      control: controls.has('drop-down') ? 'drop-down' : controls.has('autocomplete') || controls.has('lookup') ? 'autocomplete' : undefined,
      orientation: orientation === 'horizontal' || orientation === 'vertical' ? orientation : undefined,
    }),
    ...initialOf(offered, ({ choice }) => choice.code),
    ...(!CODED.includes(fhirType) && { tags: { fhirType } }),
  };
}

const initialOf = (offered: readonly Offered[], value: (one: Offered) => unknown): { initial?: unknown[] } => {
  const chosen = offered.filter(({ initial }) => initial).map(value);
  return chosen.length ? { initial: chosen } : {};
};
