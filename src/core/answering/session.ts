import type { AbsentReason, Instrument, Item, Value } from '../instrument/instrument.ts';
import { indexItems, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import type { Answer, Response } from '../record/response.ts';
import type { Evaluator } from './evaluator.ts';
import { fullStructure } from './full-structure.ts';
import { outermost, type Prefill } from './initial-values.ts';
import type { ItemInput } from './repeats.ts';
import { type Sheet, createSheet } from './sheet.ts';
import type { Snapshot } from './snapshot.ts';
import type { Structure } from './structure.ts';
import { mayLeaveOut } from '../instrument/value.ts';

export interface SessionOptions {
  /** Creates the id of a record. Each id must be unique. */
  newId: () => string;
  /** The current time, in ISO 8601 with an offset. */
  now: () => string;
  /** The language of the interface, as a BCP 47 tag. */
  locale: string;
  software: Response['software'];
  /** A record to continue. */
  restore?: Response;
  /** Answers that the host supplies for a blank start, such as those to hidden items. */
  given?: readonly Answer[];
  /** As in `prefill` of the session. */
  prefill?: readonly Prefill[];
  /** Number of questions on a page. The default is 3. */
  pageSize?: number;
  /** Number of questions on the first page, which also has the introduction. The default is `pageSize`. */
  firstPageSize?: number;
}

type Details = Pick<Response, 'disclosure' | 'subject' | 'encounter' | 'author'>;

/** The facts that the host adds to a record. Empty and undefined ones are left out. */
export type RecordDetails = { [Name in keyof Details]: Details[Name] | undefined };

export type Outcome = { ok: true } | { ok: false; problem: Problem };

/** An instrument while a person fills it in: the only source of the current answers. It does not know how a record is sent. */
export interface Session {
  readonly instrument: Instrument;
  /** All answers stay in the widget (`tags.kept`). The records are empty, so nothing is sent. */
  readonly unsent: boolean;
  readonly current: Snapshot;
  /** Gives values to an item. An empty list clears the answer. Invalid values replace the answer as `rejected`. */
  answer(item: string, values: readonly Value[], at?: readonly number[]): Outcome;
  /** Leaves an item out for a reason. */
  leaveOut(item: string, reason: AbsentReason, at?: readonly number[]): Outcome;
  /** Makes an item blank. */
  clear(item: string, at?: readonly number[]): Outcome;
  /** Adds a repetition at the end of a repeating item. `at` has no index for the item itself. */
  add(item: string, at?: readonly number[]): Outcome;
  /** Removes the repetition `at`; its last index is that of the item itself. Later repetitions move up. */
  remove(item: string, at: readonly number[]): Outcome;
  /** Goes to a page, from 1. */
  goTo(page: number): Outcome;
  /**
   * Shows the same instrument in another wording: `to` has the same structure. `locale` is the language of the interface now. Every
   * answer stays. The record names both languages, unless it was sent. `structure`: code that supports more than before.
   */
  translate(to: Instrument, locale?: string, structure?: Structure): void;
  /**
   * Values at the start that came later, in place of earlier ones. The person sees them at once and can change them. They never
   * replace what the person has given or cleared, and nothing in a restored or sent record. A value that its item cannot have is
   * left out. For the full structure.
   */
  prefill(values: readonly Prefill[]): void;
  /** Starts again: blank and with a new id, or with a response and its id. Listeners stay subscribed. */
  reset(restore?: Response): void;
  /** Sets the facts that the host adds. If the record was sent, a changed fact starts a new record, as an answer does. */
  setDetails(details: RecordDetails): void;
  /** Returns the completed record. The same object until something changes. It changes no state and calls no listener. */
  complete(): Response;
  /** This completed record was sent: the next change starts a new record that `replaces` it. */
  markSent(record: Response): void;
  /** Calls `listener` after each change, until the returned function is called. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
}

const detailNames = ['disclosure', 'subject', 'encounter', 'author'] as const;

const detailsOf = (from: RecordDetails): Details =>
  Object.fromEntries(detailNames.flatMap((name) => (from[name] ? [[name, from[name]]] : [])));

/** What a record says about its instrument. */
const usedOf = ({ id, version, options, language, translation }: Instrument): Response['instrument'] =>
  Object.freeze({ id, version, options: Object.freeze({ ...options }), language, ...(translation && { translation }) });

const ok: Outcome = { ok: true };

const refuse = (path: string, code: string): Outcome => ({ ok: false, problem: breaks(path, code) });

const { freeze } = Object;

/**
 * Creates a filling session. Check `restore` with `readResponse` and `given` with `readAnswers` first. Invalid values in
 * them become `rejected`. `given` is not used for a restored record. `evaluator`: for the expressions of the instrument.
 */
export const createSession = (instrument: Instrument, { evaluator, ...options }: SessionOptions & { evaluator?: Evaluator }): Session =>
  startSession(instrument, options, fullStructure(evaluator));

/** The same as `createSession`, for an instrument whose items `structure` supports. */
export function startSession(instrument: Instrument, options: SessionOptions, supported: Structure): Session {
  let asked = instrument;
  let structure = supported;
  let instrumentUsed = usedOf(instrument);
  const software = freeze({ ...options.software });
  let index = indexItems(instrument);
  let { locale } = options;
  const { pageSize = 3, firstPageSize = pageSize } = options;
  const pageSizes = { first: firstPageSize, rest: pageSize };
  const listeners = new Set<(snapshot: Snapshot) => void>();

  let sheet: Sheet;
  let id: string;
  let replaces: string | undefined;
  let startedAt: string;
  let details: Details;
  // The completed record with the current answers, after `complete` was called.
  let completed: Response | undefined;
  // Whether a record with this id was sent.
  let sent: boolean;
  let current: Snapshot | undefined;
  let { prefill = [] } = options;
  /** The ids of what the person has changed, for `prefill` of the sheet. Everything, if a record was restored. */
  const touched = new Set<string>();
  let isRestored: boolean;

  const start = (from?: Response): void => {
    sheet = createSheet(asked, index, structure);
    sheet.load(from ? from.answers : (options.given ?? []));
    isRestored = !!from;
    touched.clear();
    if (from) sheet.keepBlank?.();
    else sheet.prefill?.(prefill, touched);
    id = from?.id ?? options.newId();
    replaces = from?.replaces;
    startedAt = from?.startedAt ?? options.now();
    details = from ? detailsOf(from) : {};
    completed = from?.status === 'completed' ? from : undefined;
    sent = !!completed;
    current = undefined;
    update();
    const page = from && structure.pageToContinue?.(asked, current!);
    if (page) current = freeze({ ...current!, page });
  };

  const response = (answers: readonly Answer[], completedAt?: string): Response =>
    freeze({
      schema: 1,
      id,
      ...(replaces && { replaces }),
      instrument: instrumentUsed,
      status: completedAt ? 'completed' : 'in-progress',
      startedAt,
      ...(completedAt && { completedAt }),
      locale,
      answers,
      ...details,
      software,
    });

  const update = (): void => {
    const { answers, ...state } = sheet.derive();
    const pages = structure.cutPages(state.instances, pageSizes, current?.pages ?? [], asked);
    const page = Math.min(current?.page ?? 1, pages.length);
    // After sending, show the record that was sent, so that a draft of it is not sent again as another record.
    current = freeze({ ...state, response: completed ?? response(answers), pages, page });
  };

  const notify = (): void => listeners.forEach((listener) => listener(current!));

  const changed = (): void => {
    if (sent) {
      replaces = id;
      id = options.newId();
      sent = false;
    }
    completed = undefined;
    update();
    notify();
  };

  const put = (id: string, at: readonly number[], input: ItemInput): Outcome => {
    const key = keyOf(id, at);
    const item = sheet.find(id, at);
    if (!item || !isQuestion(item)) return refuse(key, 'asked');
    if (item.readOnly) return refuse(key, 'free-to-change');
    if (typeof input === 'string' && !mayLeaveOut(item, input)) return refuse(key, 'allowed-by-the-item');
    touched.add(outermost(index.get(id)!));
    if (sheet.put(item, at, input)) changed();
    const rejected = sheet.get(key)!.rejected;
    return rejected ? { ok: false, problem: rejected.problem } : ok;
  };

  const repeat = (id: string, around: readonly number[], act: (group: Item) => boolean): Outcome => {
    const group = sheet.find(id, around, true);
    if (!group) return refuse(keyOf(id, around), 'asked');
    if (!act(group)) return refuse(keyOf(id, around), 'allowed-to-repeat');
    touched.add(outermost(index.get(id)!));
    changed();
    return ok;
  };

  /** Makes the sheet again. `isFresh`: the person has done nothing yet. */
  const renew = (isFresh = false): void => {
    const before = sheet.all();
    sheet = createSheet(asked, index, structure);
    if (isFresh) sheet.load(options.given ?? []);
    else sheet.adopt(before);
    sheet.prefill?.(isRestored ? [] : prefill, touched);
    if (!sent) completed = undefined;
    update();
    notify();
  };

  start(options.restore);

  return {
    get instrument() {
      return asked;
    },
    unsent: [...index.values()].every(({ item }) => item.tags?.kept || !isQuestion(item)),
    get current() {
      return current!;
    },
    answer: (item, values, at = []) => put(item, at, values),
    leaveOut: (item, reason, at = []) => put(item, at, reason),
    clear: (item, at = []) => put(item, at, []),
    add: (group, at = []) => repeat(group, at, (item) => sheet.add(item, at)),
    remove: (group, at) => repeat(group, at.slice(0, -1), (item) => sheet.remove(item, at)),
    goTo(page) {
      if (!current!.pages[page - 1]) return refuse('page', 'one-of-the-pages');
      if (structure.mayOpen?.(asked, current!, page) === false) return refuse('page', 'next-in-order');
      if (page !== current!.page) {
        current = freeze({ ...current!, page });
        notify();
      }
      return ok;
    },
    translate(to, newLocale = locale, newStructure = structure) {
      asked = to;
      locale = newLocale;
      structure = newStructure;
      instrumentUsed = usedOf(to);
      index = indexItems(to);
      renew();
    },
    prefill(values) {
      prefill = values;
      if (!sent && !isRestored) renew(!touched.size);
    },
    reset(restore) {
      start(restore);
      notify();
    },
    setDetails(newDetails) {
      const next = detailsOf(newDetails);
      if (detailNames.every((name) => next[name] === details[name])) return;
      details = next;
      changed();
    },
    complete: () => (completed ??= response(current!.response.answers, options.now())),
    markSent(record) {
      if (record.id !== id) return;
      sent = true;
      // A change that was made while the record was sent belongs to the next record.
      if (record !== completed) return changed();
      update();
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
