import type { AbsentReason, Instrument, Item, Value } from '../instrument/instrument.ts';
import { indexItems, keyOf } from '../instrument/item-index.ts';
import { isQuestion } from '../item-types/index.ts';
import { type Problem, breaks } from '../plain-data/problem.ts';
import type { Answer, Response } from '../record/response.ts';
import { type Sheet, createSheet } from './sheet.ts';
import type { Snapshot } from './snapshot.ts';
import { nested, type Structure } from './structure.ts';
import { mayLeaveOut } from '../instrument/value.ts';

export interface SessionOptions {
  /** Mints a record's id. */
  newId: () => string;
  /** ISO 8601 with offset. */
  now: () => string;
  locale: string;
  software: Response['software'];
  restore?: Response;
  /** Answers that the host gives for hidden items. */
  given?: readonly Answer[];
  /** Items a page; 3 by default. */
  pageSize?: number;
}

type Details = Pick<Response, 'disclosure' | 'subject' | 'encounter' | 'author'>;

/** What the host says about a record, in the record. What is empty or undefined is left out. */
export type RecordDetails = { [Name in keyof Details]: Details[Name] | undefined };

export type Outcome = { ok: true } | { ok: false; problem: Problem };

/** The one truth while an instrument is being filled in. */
export interface Session {
  readonly instrument: Instrument;
  /** Every item stays where it is answered (`tags.kept`): its records are empty, and there is nothing to send. */
  readonly unsent: boolean;
  readonly current: Snapshot;
  /** No values clears the answer. Unusable values take the old answer's place as `rejected`. */
  answer(item: string, values: readonly Value[], at?: readonly number[]): Outcome;
  leaveOut(item: string, reason: AbsentReason, at?: readonly number[]): Outcome;
  clear(item: string, at?: readonly number[]): Outcome;
  /** One more repetition of a repeating group, at the end. `at` is the place of the group without its own index. */
  add(group: string, at?: readonly number[]): Outcome;
  /** Takes the repetition at `at` (with its own index) out; later ones move up. */
  remove(group: string, at: readonly number[]): Outcome;
  goTo(page: number): Outcome;
  /** Blank, under a new id; or what the response holds, under its id. Listeners stay. */
  reset(restore?: Response): void;
  /** What the host says about the record. For a record that was sent, other details start a new one, as an answer does. */
  setDetails(details: RecordDetails): void;
  /** The completed record as of now, and nothing else: no listener is called. The same object until something changes. */
  complete(): Response;
  /** This completed record has left the widget: the next change starts a new one that `replaces` it. */
  markSent(left: Response): void;
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
}

const detailNames = ['disclosure', 'subject', 'encounter', 'author'] as const;

const detailsOf = (from: RecordDetails): Details =>
  Object.fromEntries(detailNames.flatMap((name) => (from[name] ? [[name, from[name]]] : [])));

const ok: Outcome = { ok: true };

const refuse = (path: string, code: string): Outcome => ({ ok: false, problem: breaks(path, code) });

const { freeze } = Object;

/**
 * A session over an instrument. `restore` has passed `readResponse` and `given` has passed `readAnswers`; a value that
 * does not fit all the same is kept as `rejected`. A restored record stands as it is: `given` is for blank starts.
 */
export const createSession = (instrument: Instrument, options: SessionOptions): Session =>
  startSession(instrument, options, nested);

/** A session over an instrument whose items are all such as `structure` takes. */
export function startSession(instrument: Instrument, options: SessionOptions, structure: Structure): Session {
  const { id: instrumentId, version } = instrument;
  const asked = freeze({ id: instrumentId, version, options: freeze({ ...instrument.options }) });
  const software = freeze({ ...options.software });
  const index = indexItems(instrument);
  const listeners = new Set<(snapshot: Snapshot) => void>();

  let sheet: Sheet;
  let id: string;
  let replaces: string | undefined;
  let startedAt: string;
  let details: Details;
  // The completed record of the answers as they are, if it was asked for.
  let completed: Response | undefined;
  // Whether a record with this id has left the widget.
  let sent: boolean;
  let current: Snapshot | undefined;

  const start = (from?: Response): void => {
    sheet = createSheet(instrument, index, structure);
    sheet.load(from ? from.answers : (options.given ?? []));
    id = from?.id ?? options.newId();
    replaces = from?.replaces;
    startedAt = from?.startedAt ?? options.now();
    details = from ? detailsOf(from) : {};
    completed = from?.status === 'completed' ? from : undefined;
    sent = !!completed;
    current = undefined;
    draw();
  };

  const response = (answers: readonly Answer[], completedAt?: string): Response =>
    freeze({
      schema: 1,
      id,
      ...(replaces && { replaces }),
      instrument: asked,
      status: completedAt ? 'completed' : 'in-progress',
      startedAt,
      ...(completedAt && { completedAt }),
      locale: options.locale,
      answers,
      ...details,
      software,
    });

  const draw = (): void => {
    const { answers, ...drawing } = sheet.draw();
    const pages = structure.cutPages(drawing.instances, options.pageSize ?? 3, current?.pages ?? []);
    const page = Math.min(current?.page ?? 1, pages.length);
    // What was sent stays what it was, so that a draft of it is not sent again as something else.
    current = freeze({ ...drawing, response: sent && completed ? completed : response(answers), pages, page });
  };

  const tell = (): void => listeners.forEach((listener) => listener(current!));

  const changed = (): void => {
    if (sent) {
      replaces = id;
      id = options.newId();
      sent = false;
    }
    completed = undefined;
    draw();
    tell();
  };

  const put = (id: string, at: readonly number[], given: readonly Value[] | AbsentReason): Outcome => {
    const key = keyOf(id, at);
    const item = sheet.find(id, at);
    if (!item || !isQuestion(item)) return refuse(key, 'asked');
    if (typeof given === 'string' && !mayLeaveOut(item, given)) return refuse(key, 'allowed-by-the-item');
    if (sheet.put(item, at, given)) changed();
    const rejected = sheet.place(key)?.rejected;
    return rejected ? { ok: false, problem: rejected.problem } : ok;
  };

  const repeat = (id: string, around: readonly number[], act: (group: Item) => boolean): Outcome => {
    const group = sheet.find(id, around);
    if (!group) return refuse(keyOf(id, around), 'asked');
    if (!act(group)) return refuse(keyOf(id, around), 'allowed-to-repeat');
    changed();
    return ok;
  };

  start(options.restore);

  return {
    instrument,
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
      if (page !== current!.page) {
        current = freeze({ ...current!, page });
        tell();
      }
      return ok;
    },
    reset(restore) {
      start(restore);
      tell();
    },
    setDetails(given) {
      const next = detailsOf(given);
      if (detailNames.every((name) => next[name] === details[name])) return;
      details = next;
      changed();
    },
    complete: () => (completed ??= response(current!.response.answers, options.now())),
    markSent(left) {
      if (left.id !== id) return;
      sent = true;
      // Where something changed on the way, it belongs to the next record.
      if (left !== completed) return changed();
      draw();
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
