import type { Instrument } from '../instrument/instrument.ts';
import { isMoment } from '../plain-data/iso-date.ts';
import { indexItems } from '../instrument/item-index.ts';
import { limits } from '../plain-data/limits.ts';
import { isPlain, isText } from '../plain-data/plain-text.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import { agreeing } from './agreeing-language.ts';
import type { Answer, Response } from './response.ts';
import { type Read, count, gate, is, isObject, languageTag, list, literal, name, object, objectOf, text } from '../plain-data/shape.ts';
import { translationUsed } from '../instrument/read-translation-used.ts';
import { createSheet } from '../answering/sheet.ts';
import type { Evaluator } from '../answering/evaluator.ts';
import { full, fullStructure } from '../answering/full-structure.ts';
import type { SheetStructure } from '../answering/structure.ts';

export type ReadResponse = { ok: true; response: Response } | { ok: false; problems: Problem[] };
export type ReadAnswers = { ok: true; answers: readonly Answer[] } | { ok: false; problems: Problem[] };

/**
 * Reads a response from a host: a request to a server, a draft, a property. Returns a frozen copy with the answers in the
 * instrument's order, or at most 20 problems. Never throws. Every response from outside must pass through it. Without an evaluator,
 * answers to items with expressions are accepted as they are.
 */
export const readResponse = (instrument: Instrument, data: unknown, { evaluator }: { evaluator?: Evaluator } = {}): ReadResponse =>
  agreeing(takeResponse(instrument, data, evaluator ? fullStructure(evaluator) : full));

/** The same as `readResponse`, for an instrument whose items `structure` supports, but without `agreeing`. */
export function takeResponse(instrument: Instrument, data: unknown, structure: SheetStructure): ReadResponse {
  const build = (response: Response, problems: Problem[]): ReadResponse => {
    mustHaveHead(response, problems);
    const index = indexItems(instrument);
    const sheet = createSheet(instrument, index, structure);
    const loaded = sheet.load(response.answers, problems);
    const { answers } = sheet.derive();
    const asked = new Set(answers);
    if (!problems.length) {
      loaded.forEach((answer, i) => {
        const { item } = answer!;
        if (!asked.has(answer!)) problems.push(breaks(`answers[${i}]`, index.get(item)!.item.calculate ? 'as-calculated-or-asked' : 'asked'));
      });
    }
    return { ok: true, response: Object.freeze({ ...response, answers }) };
  };
  return gate(data, { read: responseShape(instrument), build });
}

/** The rules about the parts of a response other than its answers. */
export function mustHaveHead({ status, completedAt, id, replaces }: Response, problems: Problem[]): void {
  if ((status === 'completed') !== !!completedAt) problems.push(breaks('completedAt', 'there-when-completed-only'));
  if (id === replaces) problems.push(breaks('replaces', 'another-id'));
}

/**
 * Reads answers that a host supplies before the person begins. Returns a frozen copy, or at most 20 problems. It does not
 * check whether the items are asked, because that depends on later answers. Never throws.
 */
export const readAnswers = (instrument: Instrument, data: unknown): ReadAnswers => takeAnswers(instrument, data, full);

/** The same as `readAnswers`, for an instrument whose items `structure` supports. */
export function takeAnswers(instrument: Instrument, data: unknown, structure: SheetStructure): ReadAnswers {
  const build = ({ answers }: Pick<Response, 'answers'>, problems: Problem[]): ReadAnswers => {
    const loaded = createSheet(instrument, indexItems(instrument), structure).load(answers, problems);
    return { ok: true, answers: Object.freeze(loaded) as readonly Answer[] };
  };
  return gate({ answers: data }, { read: object({ answers }), build });
}

const moment = is('moment', (value) => isText(value) && isMoment(value), 'in ISO 8601 with offset');
const answers = list(
  object({
    item: text,
    'at?': list(count, 0),
    state: literal('answered', 'declined', 'unknown', 'not-applicable'),
    'values?': list(is('plain-value', (value) => isPlain(value) || isObject(value)), 0),
  }),
  0,
  limits.answers,
);

/** The parts of a response, without what they mean together. */
export const responseShape = ({ id, version, options }: Instrument): Read =>
  object({
    schema: literal(1),
    id: name,
    'replaces?': name,
    instrument: object({
      id: literal(id),
      version: literal(version),
      options: objectOf(new Map(Object.entries(options).map(([name, value]) => [name, literal(value)]))),
      'language?': languageTag,
      'translation?': translationUsed,
    }),
    status: literal('in-progress', 'completed'),
    startedAt: moment,
    'completedAt?': moment,
    locale: languageTag,
    answers,
    // It is made of several texts, so the limit of one text does not apply.
    'disclosure?': is('text', isText),
    'subject?': name,
    'encounter?': name,
    'author?': literal('client', 'therapist', 'observer'),
    software: object({ name, version: name }),
  });
