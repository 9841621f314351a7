import type { Instrument } from '../instrument/instrument.ts';
import { isMoment } from '../plain-data/iso-date.ts';
import { indexItems } from '../instrument/item-index.ts';
import { limits } from '../plain-data/limits.ts';
import { isText } from '../plain-data/plain-text.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import type { Answer, Response } from './response.ts';
import { type Read, count, fieldsOf, gate, is, languageTag, list, name, object, oneOf, plain, text } from '../plain-data/shape.ts';
import { createSheet } from '../answering/sheet.ts';
import { nestedSheet, type SheetStructure } from '../answering/structure.ts';

export type ReadResponse = { ok: true; response: Response } | { ok: false; problems: Problem[] };
export type ReadAnswers = { ok: true; answers: readonly Answer[] } | { ok: false; problems: Problem[] };

/**
 * The one gate for a response from outside: a server's request, a draft, a property. Gives a frozen copy with its
 * answers in the instrument's order, or what is wrong with it (20 problems at most). Never throws.
 */
export const readResponse = (instrument: Instrument, data: unknown): ReadResponse => takeResponse(instrument, data, nestedSheet);

/** The same for an instrument whose items are all such as `structure` takes. */
export function takeResponse(instrument: Instrument, data: unknown, structure: SheetStructure): ReadResponse {
  const take = (response: Response, problems: Problem[]): ReadResponse => {
    const { status, completedAt, id, replaces } = response;
    if ((status === 'completed') !== !!completedAt) problems.push(breaks('completedAt', 'there-when-completed-only'));
    if (id === replaces) problems.push(breaks('replaces', 'another-id'));
    const sheet = createSheet(instrument, indexItems(instrument), structure);
    const taken = sheet.load(response.answers, problems);
    const { answers } = sheet.draw();
    const asked = new Set(answers);
    if (!problems.length) {
      taken.forEach((answer, i) => asked.has(answer!) || problems.push(breaks(`answers[${i}]`, 'asked')));
    }
    return { ok: true, response: Object.freeze({ ...response, answers }) };
  };
  return gate(data, { read: shapeFor(instrument), take });
}

/** The gate for answers that a host gives beforehand. Whether they will be asked for is not known then. */
export const readAnswers = (instrument: Instrument, data: unknown): ReadAnswers => takeAnswers(instrument, data, nestedSheet);

/** The same for an instrument whose items are all such as `structure` takes. */
export function takeAnswers(instrument: Instrument, data: unknown, structure: SheetStructure): ReadAnswers {
  const take = ({ answers }: Pick<Response, 'answers'>, problems: Problem[]): ReadAnswers => {
    const taken = createSheet(instrument, indexItems(instrument), structure).load(answers, problems);
    return { ok: true, answers: Object.freeze(taken) as readonly Answer[] };
  };
  return gate({ answers: data }, { read: object({ answers }), take });
}

const moment = is('moment', (value) => isText(value) && isMoment(value), 'in ISO 8601 with offset');
const answers = list(
  object({
    item: text,
    'at?': list(count, 0),
    state: oneOf('answered', 'declined', 'unknown', 'not-applicable'),
    'values?': list(plain, 0),
  }),
  0,
  limits.answers,
);

const shapeFor = ({ id, version, options }: Instrument): Read =>
  object({
    schema: oneOf(1),
    id: name,
    'replaces?': name,
    instrument: object({
      id: oneOf(id),
      version: oneOf(version),
      options: fieldsOf(Object.entries(options).map(([name, value]) => [name, oneOf(value)])),
    }),
    status: oneOf('in-progress', 'completed'),
    startedAt: moment,
    'completedAt?': moment,
    locale: languageTag,
    answers,
    // Made of several texts, so no limit of one text holds for it.
    'disclosure?': is('text', isText),
    'subject?': name,
    'encounter?': name,
    'author?': oneOf('client', 'therapist', 'observer'),
    software: object({ name, version: name }),
  });
