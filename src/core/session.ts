import type { AbsentReason, Instrument, Item, Value } from './instrument.ts';
import { indexItems, isQuestion, keyOf } from './item-index.ts';
import { cutPages } from './pages.ts';
import { type Problem, breaks } from './problem.ts';
import type { Answer, Response } from './response.ts';
import { type Sheet, createSheet } from './sheet.ts';
import { mayLeaveOut } from './value.ts';

/** An item at one place: a repeating group has one instance a repetition. It keeps its identity until its answer changes. */
export interface Instance {
  /** The item's id, and the index of each repetition: `b01`, `question.0`. */
  readonly key: string;
  readonly item: Item;
  readonly at: readonly number[];
  readonly answer?: Answer;
  /** What was given and could not be taken; it is kept so that it can be shown and mended. */
  readonly rejected?: { readonly given: readonly Value[]; readonly problem: Problem };
  /** For a group that may be added to: whether the person may add or remove one now. (`at` of a group instance ends with its own index.) */
  readonly canAdd?: boolean;
  readonly canRemove?: boolean;
  readonly children: readonly Instance[];
}

/** Everything that can be shown, derived from the answers alone. Frozen; a new one after each change. */
export interface Snapshot {
  /** The record so far, `in-progress`; the completed one once it was sent, until the next change. */
  readonly response: Response;
  /** What is asked now, in order, as a tree. Hidden items and items whose condition fails are not in it. */
  readonly instances: readonly Instance[];
  /** The tree cut into pages. */
  readonly pages: readonly (readonly Instance[])[];
  /** From 1. */
  readonly page: number;
  /** Items that count: asked now and not optional; how many were answered or left out. */
  readonly answered: number;
  readonly total: number;
  /** Keys of the items that count and are blank. */
  readonly blank: readonly string[];
  /** Those of the blank ones that the instrument itself requires. */
  readonly needed: readonly string[];
  /** Keys of the items that were given something unusable. */
  readonly rejected: readonly string[];
  /** Nothing was answered, left out or given at all. */
  readonly pristine: boolean;
}

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
  /** The completed record as of now. The same object until an answer or a detail changes. */
  record(details: RecordDetails): Response;
  /** The record has left the widget: the next change starts a new one that `replaces` it. */
  markSent(): void;
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
export function createSession(instrument: Instrument, options: SessionOptions): Session {
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
  let record: Response | undefined;
  // Whether a record was handed out under this id, and whether it left the widget.
  let handed: boolean;
  let sent: boolean;
  let current: Snapshot | undefined;

  const start = (from?: Response): void => {
    sheet = createSheet(instrument, index);
    sheet.load(from ? from.answers : (options.given ?? []));
    id = from?.id ?? options.newId();
    replaces = from?.replaces;
    startedAt = from?.startedAt ?? options.now();
    details = from ? detailsOf(from) : {};
    record = from?.status === 'completed' ? from : undefined;
    handed = sent = !!record;
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
    const pages = cutPages(drawing.instances, options.pageSize ?? 3, current?.pages ?? []);
    const page = Math.min(current?.page ?? 1, pages.length);
    // What was sent stays what it was, so that a draft of it is not sent again as something else.
    current = freeze({ ...drawing, response: sent && record ? record : response(answers), pages, page });
  };

  const tell = (): void => listeners.forEach((listener) => listener(current!));

  const changed = (): void => {
    if (sent) {
      replaces = id;
      id = options.newId();
      handed = sent = false;
    }
    record = undefined;
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
    record(given) {
      const next = detailsOf(given);
      if (detailNames.some((name) => next[name] !== details[name])) {
        details = next;
        changed();
      }
      handed = true;
      return (record ??= response(current!.response.answers, options.now()));
    },
    markSent() {
      sent = handed;
      // Where the answers changed on the way, they belong to the next record.
      if (sent && !record) changed();
      else {
        draw();
        tell();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
