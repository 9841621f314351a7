import type { Choice, Instrument, Item, Value } from '../../core/instrument/instrument.ts';
import { createSheet } from '../../core/answering/sheet.ts';
import { full } from '../../core/answering/full-structure.ts';
import { type IndexedItem, indexItems, type ItemIndex, keyOf } from '../../core/instrument/item-index.ts';
import { optionsOf } from '../../core/instrument/value.ts';
import { plainCopy } from '../../core/plain-data/plain-copy.ts';
import type { Problem } from '../../core/plain-data/problem.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { readResponse } from '../../core/record/read-response.ts';
import type { Answer, Response } from '../../core/record/response.ts';
import { CANONICAL_BASE, canonicalOf } from '../canonical.ts';
import { answerKind } from '../item-kind.ts';
import type { Unmatched } from '../unmatched.ts';
import { asGivenIn } from './as-given.ts';
import { sourceCanonical } from '../source-tags.ts';
import { type ReadIssue, type Tell, tellInto } from './issue.ts';
import { extensionsOf, Part, standardName, type Typed } from './part.ts';
import { recordHead, type RecordHead } from './record-head.ts';
import { valueIn } from './value.ts';

export interface FromQuestionnaireResponseOptions extends RecordHead {
  /** The start of the canonical URLs of an instrument that is not from a Questionnaire. */
  base?: string;
}

/** What became of a QuestionnaireResponse. */
export interface FromQuestionnaireResponse {
  /** A record to restore. Undefined if there is none. The issues say why. */
  response: Response | undefined;
  /** Nothing is lost: the answers that are not in the record, or not as they were given. */
  unmatched: Unmatched[];
  /** The answers and what is beside them as the resource has them, with extensions and files: to write the rest of the resource again. */
  originals: Unmatched[];
  issues: ReadIssue[];
}

/** An answer with what it was made from. */
interface Placed {
  answer: Answer;
  from: Unmatched;
}

const REASONS: Record<string, 'declined' | 'unknown' | 'not-applicable'> = {
  'asked-declined': 'declined',
  'asked-unknown': 'unknown',
  'not-applicable': 'not-applicable',
};

const ABSENT = 'data-absent-reason';

type Path = NonNullable<Unmatched['path']>;

const isRepeating = (item: Item): boolean => !!(item as { repeats?: unknown }).repeats;

/** Reads the items of a response into answers. */
class AnswerReader {
  readonly placed: Placed[] = [];
  readonly unmatched: Unmatched[] = [];
  readonly originals: Unmatched[] = [];
  /** What an answer of the record does not say of the answers that it was made from. */
  readonly notAsGiven = new Map<Answer, Unmatched[]>();
  readonly #isAsGiven: (item: Item, value: Value, typed: Typed) => boolean;
  readonly #instrument: Instrument;
  readonly #index: ItemIndex;
  readonly #tell: Tell;
  /** How many repetitions were read, by the key of the place around. */
  readonly #counts = new Map<string, number>();

  constructor(instrument: Instrument, index: ItemIndex, { tell, base }: { tell: Tell; base: string }) {
    this.#isAsGiven = asGivenIn(instrument, base);
    this.#instrument = instrument;
    this.#index = index;
    this.#tell = tell;
  }

  read(around: Part, at: readonly number[], outer: Path = []): void {
    const counts = new Map<string, number>();
    for (const part of around.list('item')) {
      const id = part.text('linkId')?.trim() ?? '';
      const path: Path = [...outer, [id, counts.get(id) ?? 0]];
      counts.set(id, path.at(-1)![1] + 1);
      const indexed = this.#index.get(id);
      const named = part.at(id);
      const answers = named.list('answer');
      if (!indexed || !answerKind(indexed.item)) {
        if (answers.length) this.#keep({ linkId: id, at, answer: answers.map(({ data }) => data), path });
        const inside = indexed && isRepeating(indexed.item) ? this.#next(id, at) : at;
        this.#rest(named, inside, indexed ? undefined : path);
        this.read(named, inside, path);
        continue;
      }
      this.#rest(named, at);
      if (isRepeating(indexed.item)) {
        // Without an answer it can have a reason.
        for (const some of answers.length ? answers.map((answer) => [answer]) : [[]]) this.#question(indexed, named, { at: this.#next(id, at), answers: some, path });
      } else this.#question(indexed, named, { at, answers, path });
      this.read(named, at, path);
    }
  }

  /** Keeps what the item has beside what is read. `path`: of an item that the instrument does not have. */
  #rest({ data, path: linkId }: Part, at: readonly number[], path?: Path): void {
    const { linkId: _, text, answer, item, extension, ...others } = data;
    const extensions = Array.isArray(extension) ? extension.filter((one) => standardName(String(Object(one).url)) !== ABSENT) : [];
    const rest = { ...others, ...(path && text !== undefined && { text }), ...(extensions.length && { extension: extensions }) };
    if (Object.keys(rest).length) this.originals.push({ linkId, at, answer: [], ...(path && { path }), ...(!answer && !item && { beside: [] }), rest });
  }

  #next(id: string, around: readonly number[]): readonly number[] {
    const key = keyOf(id, around);
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    return [...around, count];
  }

  #keep(unmatched: Unmatched): void {
    this.unmatched.push(unmatched);
    this.#tell(unmatched.linkId, 'answer-without-place', unmatched.answer);
  }

  #question({ item }: IndexedItem, part: Part, { at, answers, path }: { at: readonly number[]; answers: readonly Part[]; path: Path }): void {
    const place = { item: item.id, ...(at.length && { at }) };
    const from = { linkId: item.id, at, answer: answers.map(({ data }) => data) };
    const reason = [part, ...answers].map((one) => extensionsOf(one).text(ABSENT)).find(Boolean) ?? '';
    const named = answers.flatMap((answer) => {
      const typed = answer.typed();
      return typed ? [{ typed, data: answer.data }] : [];
    });
    const choices = optionsOf(this.#instrument, item) as unknown as Choice[];
    const target = { ...(item as object), kind: answerKind(item)!, choices };
    const read = named.map(({ typed, data }) => ({ value: valueIn(target, typed) as Value | undefined, typed, data }));
    const fit = read.flatMap(({ value, ...one }) => (value === undefined ? [] : [{ ...one, value }]));
    const values = fit.map(({ value }) => value);
    const beside = values.length ? { beside: values } : {};
    const unread = answers.filter((answer) => !answer.typed() && !answer.data.item && !Object.hasOwn(REASONS, reason));
    if (unread.length) this.#keep({ ...from, answer: unread.map(({ data }) => data), ...beside });
    const unfit = read.filter(({ value }) => value === undefined);
    if (unfit.length) this.#keep({ ...from, answer: unfit.map(({ data }) => data), ...beside });
    if (fit.length) {
      const answered: Answer = { ...place, state: 'answered', values };
      this.placed.push({ answer: answered, from: { ...from, answer: fit.map(({ data }) => data) } });
      for (const { value, typed, data } of fit) {
        const original = { ...from, answer: [data], values: [value] };
        this.originals.push(original);
        if (!this.#isAsGiven(item, value, typed)) this.notAsGiven.set(answered, [...(this.notAsGiven.get(answered) ?? []), original]);
      }
    } else if (!named.length && Object.hasOwn(REASONS, reason)) this.placed.push({ answer: { ...place, state: REASONS[reason]! }, from });
    // Items in an answer are asked once in an instrument.
    for (const answer of answers) this.read(answer, at, path);
  }
}

/** The answers that the instrument asks for and accepts. The others become unmatched. */
function accepted(instrument: Instrument, index: ItemIndex, { placed, unmatched, notAsGiven }: AnswerReader, tell: Tell): Answer[] {
  const sheet = createSheet(instrument, index, full);
  const problems: Problem[] = [];
  const loaded = sheet.load(
    placed.map(({ answer }) => answer),
    problems,
  );
  const asked = new Set(sheet.derive().answers);
  const messages = new Map(problems.map(({ path, message }) => [/^answers\[\d+\]/.exec(path)?.[0], message]));
  return placed.flatMap(({ answer, from }, i) => {
    const message = messages.get(`answers[${i}]`);
    if (message === undefined && loaded[i] && asked.has(loaded[i])) {
      for (const one of notAsGiven.get(answer) ?? []) {
        unmatched.push(one);
        tell(from.linkId, 'answer-not-as-given', one.answer);
      }
      return [answer];
    }
    unmatched.push(from);
    tell(from.linkId, 'answer-without-place', message ?? 'Must be asked');
    return [];
  });
}

/**
 * Reads a QuestionnaireResponse as a record of an instrument, to restore it. An answer that has no place in the instrument, or does
 * not fit it, or is more than the record can have, is in `unmatched` and in the issues. Never throws.
 */
export function fromQuestionnaireResponse(
  resource: unknown,
  instrument: Instrument,
  options: FromQuestionnaireResponseOptions = {},
): FromQuestionnaireResponse {
  const issues: ReadIssue[] = [];
  const tell = tellInto(issues);
  const nothing = { response: undefined, unmatched: [], originals: [], issues };
  const copied = plainCopy(resource);
  if (!copied.ok) {
    tell('', 'not-plain-data', copied.problem.message);
    return nothing;
  }
  const { data } = copied;
  if (!isObject(data) || data.resourceType !== 'QuestionnaireResponse') {
    tell('resourceType', 'not-such-a-resource', 'QuestionnaireResponse');
    return nothing;
  }
  const part = new Part(data, '', tell);
  const { base = CANONICAL_BASE } = options;
  const index = indexItems(instrument);
  const reader = new AnswerReader(instrument, index, { tell, base });
  reader.read(part, []);
  const answers = accepted(instrument, index, reader, tell);
  const { unmatched, originals } = reader;
  checkForm(part, sourceCanonical(instrument) ?? canonicalOf(instrument, base), tell);
  const head = recordHead(part, instrument, base, options);
  const read = head && readResponse(instrument, { ...head, answers });
  if (read?.ok) return { response: read.response, unmatched, originals, issues };
  for (const { path, message } of read?.problems ?? []) tell(path, 'record-rule-broken', message);
  return { response: undefined, unmatched, originals, issues };
}

/** Whether the response was given to this form. */
function checkForm(part: Part, canonical: string, tell: Tell): void {
  const given = part.text('questionnaire');
  if (given === undefined) return;
  const [[url, version], [ownUrl, ownVersion]] = [given.split('|'), canonical.split('|')];
  if (url !== ownUrl) tell('questionnaire', 'of-another-form', given);
  else if (version !== undefined && version !== ownVersion) tell('questionnaire', 'of-another-version', given);
}
