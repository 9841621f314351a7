import type { Dynamic } from '../../core/instrument/instrument.ts';
import { boundsOf } from './bounds.ts';
import { choiceField } from './choice-question.ts';
import { filled, type Source } from './draft.ts';
import { FHIRPATH } from './part.ts';
import { numberField } from './number-question.ts';
import { quantity } from './quantity-question.ts';
import type { Build, Fields, Question, QuestionContext } from './question.ts';
import { textField, wordsField } from './text-question.ts';

function dateTime(question: Question): Fields {
  return { type: 'dateTime', ...filled(boundsOf(question, 'DateTime')) };
}

/** A time has seconds if a limit or a start value has them. FHIR always has them, also if nobody needs them. */
function time(question: Question): Fields {
  const { min, max, dynamic } = boundsOf(question, 'Time') as { min?: string; max?: string; dynamic?: Dynamic };
  const texts = question.source.part.list('initial').map((one) => one.data.valueTime);
  const seconds = [min, max].some((text) => text?.length === 8) || texts.some((text) => typeof text === 'string' && /:\d\d:(?!00)\d\d$/.test(text));
  const written = (text: string | undefined): string | undefined => (seconds && text?.length === 5 ? `${text}:00` : text);
  return { type: 'time', ...filled({ min: written(min), max: written(max), seconds, dynamic }) };
}

function attachment({ source: { extensions, part, id } }: Question): Fields {
  const given = extensions.all('mimeType').flatMap((one) => one.text('valueCode') ?? []);
  // A type with parameters is compared without them.
  const mimeTypes = given.map((type) => type.split(';')[0]!.trim()).filter((type) => /^[\w*.+-]+\/[\w*.+-]+$/.test(type));
  if (mimeTypes.length < given.length) part.tell(id, 'limit-not-applied', given);
  // In megabytes.
  const size = extensions.number('maxSize');
  const maxSize = Math.floor((size ?? 0) * 1e6);
  const isSize = Number.isSafeInteger(maxSize) && maxSize > 0;
  if (size !== undefined && !isSize) part.tell(id, 'limit-not-applied', size);
  return { type: 'file', ...filled({ mimeTypes: mimeTypes.length ? mimeTypes : undefined, maxSize: isSize ? maxSize : undefined }) };
}

function reference(question: Question, context: QuestionContext): Fields {
  if (hasOptions(question.source)) return choiceField(question, context);
  const { part, id } = question.source;
  part.tell(id, 'reference-answered-in-words');
  return wordsField(question, 'reference');
}

const hasOptions = ({ part, extensions }: Source): boolean =>
  part.list('answerOption').length > 0 || part.text('answerValueSet') !== undefined || extensions.expression('answerExpression')?.language === FHIRPATH;

/** A question of a type that FHIR also allows to have a list. */
const orChoice =
  (build: Build): Build =>
  (question, context) =>
    hasOptions(question.source) ? choiceField(question, context, build) : build(question, context);

const builders: Record<string, Build> = {
  boolean: () => ({ type: 'boolean' }),
  decimal: orChoice((question) => numberField(question, false)),
  integer: orChoice((question) => numberField(question, true)),
  date: orChoice((question) => ({ type: 'date', ...filled(boundsOf(question, 'Date')) })),
  dateTime: orChoice(dateTime),
  time: orChoice(time),
  string: orChoice((question) => textField(question, true)),
  text: orChoice((question) => textField(question, false)),
  url: orChoice((question) => ({ ...textField(question, false), type: 'url' })),
  choice: (question, context) => choiceField(question, context),
  coding: (question, context) => choiceField(question, context),
  'open-choice': (question, context) => choiceField(question, context),
  quantity: orChoice(quantity),
  attachment,
  reference,
};

/** The types of FHIR that are questions. */
export const isQuestionType = (fhirType: string): boolean => Object.hasOwn(builders, fhirType);

/** The fields of a question that depend on its type. */
export function questionFields(question: Question, context: QuestionContext): Fields {
  const { fhirType } = question.source;
  return builders[fhirType]!(question, context);
}
