import type { Json } from './read.ts';

// What a validator of FHIR checks in a QuestionnaireResponse against its Questionnaire, and what some of them miss.

type Items = readonly Json[];
export const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

const VALUES: Record<string, readonly string[]> = {
  attachment: ['valueAttachment'],
  boolean: ['valueBoolean'],
  choice: ['valueCoding'],
  coding: ['valueCoding'],
  date: ['valueDate'],
  dateTime: ['valueDateTime'],
  decimal: ['valueDecimal'],
  integer: ['valueInteger'],
  'open-choice': ['valueCoding', 'valueString'],
  quantity: ['valueQuantity'],
  reference: ['valueReference'],
  string: ['valueString'],
  text: ['valueString'],
  time: ['valueTime'],
  url: ['valueUri'],
};

/** A place in a response: its items, and the places around it from the inside. */
export interface Place {
  items: Items;
  around?: Place;
}

const answersOf = (items: Items, linkId: string): Json[] =>
  items.flatMap((item) => [
    ...(item.linkId === linkId ? list(item.answer) : []),
    ...answersOf(list(item.item), linkId),
    ...list(item.answer).flatMap((answer) => answersOf(list(answer.item), linkId)),
  ]);

const valueOf = (answer: Json, prefix: string): unknown => {
  const name = Object.keys(answer).find((one) => one.startsWith(prefix));
  return name && answer[name];
};

/** A coding by its code, a quantity by its number. */
const comparable = (value: unknown): unknown => {
  const { code, value: number, display } = Object(value) as Json;
  return typeof value === 'object' ? (number ?? code ?? display) : value;
};

export function holds(when: Json, place: Place): boolean {
  // The nearest place that has the question.
  let answers: Json[] = [];
  for (let at: Place | undefined = place; at && !answers.length; at = at.around) answers = answersOf(at.items, when.question as string);
  const wanted = comparable(valueOf(when, 'answer')) as string;
  const given = answers.map((answer) => comparable(valueOf(answer, 'value')) as string);
  switch (when.operator) {
    case 'exists':
      return answers.length > 0 === (when.answerBoolean as boolean);
    case '=':
      return given.includes(wanted);
    case '!=':
      return !given.includes(wanted);
    case '>':
      return given.some((one) => one > wanted);
    case '<':
      return given.some((one) => one < wanted);
    case '>=':
      return given.some((one) => one >= wanted);
    default:
      return given.some((one) => one <= wanted);
  }
}

const isEnabled = ({ enableWhen, enableBehavior }: Json, place: Place): boolean => {
  const conditions = list(enableWhen);
  if (!conditions.length) return true;
  return enableBehavior === 'any' ? conditions.some((when) => holds(when, place)) : conditions.every((when) => holds(when, place));
};

/** What is wrong with the items of a response, in words. */
export function problemsIn(items: Items, asked: Items, around?: Place): string[] {
  const place: Place = { items, ...(around && { around }) };
  const known = new Map(asked.map((item) => [item.linkId, item]));
  const problems: string[] = [];
  const seen = new Set<unknown>();
  for (const item of items) {
    const { linkId } = item;
    const question = known.get(linkId);
    const at = (text: string): void => void problems.push(`${String(linkId)}: ${text}`);
    if (!question) {
      at('no such item at this place');
      continue;
    }
    if (seen.has(linkId) && !(question.type === 'group' && question.repeats)) at('is there twice');
    seen.add(linkId);
    const answers = list(item.answer);
    const isGroup = question.type === 'group';
    if (question.type === 'display') at('a text has no answer');
    if (isGroup && answers.length) at('a group has no answer');
    if (!isGroup && item.item) at('items of a question are in its answer');
    if (answers.length > 1 && !question.repeats) at('has several answers');
    if (answers.length && !isEnabled(question, place)) at('is answered and not enabled');
    if (!isGroup && !answers.length && !item.extension) at('is empty');
    for (const answer of answers) problems.push(...problemsOfAnswer(answer, question).map((text) => `${String(linkId)}: ${text}`));
    const inside = [...list(item.item), ...answers.flatMap((answer) => list(answer.item))];
    if (inside.length) problems.push(...problemsIn(inside, list(question.item), place));
  }
  return problems;
}

function problemsOfAnswer(answer: Json, { type, answerOption, answerConstraint }: Json): string[] {
  const names = Object.keys(answer).filter((name) => name.startsWith('value'));
  // A repetition that was left out has a reason.
  if (!names.length && answer.extension) return [];
  if (names.length !== 1) return [`has ${names.length} values`];
  const [name] = names as [string];
  const options = list(answerOption);
  // Options can be of another type than a choice: their type is that of the answer.
  const allowed = options.length ? options.flatMap((option) => Object.keys(option).filter((one) => one.startsWith('value'))) : [];
  if (!VALUES[type as string]?.includes(name) && !allowed.includes(name)) return [`a ${String(type)} with ${name}`];
  const isListed = options.some((option) => comparable(option[name]) === comparable(answer[name]));
  const isOfType = answerConstraint === 'optionsOrType' && VALUES[type as string]?.includes(name);
  if (options.length && type !== 'open-choice' && !isOfType && !isListed) return [`${JSON.stringify(answer[name])} is no option`];
  return [];
}
