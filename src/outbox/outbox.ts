import type { EncryptedStore } from '../storage/encrypted-store.ts';
import { noteOf, type HandedOver } from '../storage/hand-over.ts';
import { type Verdict, verdictOf } from './content/verdict.ts';
import { again, afterTry, newlySent, read, timeLeft, type AnswersInWords, type Sendable, type Waiting, write } from './content/waiting.ts';

/** The result of `send`. `kept`: the record waits on this device. `whenSent` fulfils when the endpoint has taken it. */
export type Sent = { state: 'sent' } | { state: 'kept'; whenSent: Promise<void> };

/** A record that waits, as the host sees it. */
export interface Listed {
  id: string;
  /** `refused`: the endpoint will not take it. `unreadable`: it was changed, or the key of the device is gone. */
  state: 'waiting' | 'refused' | 'unreadable';
  /** When the person sent it, in milliseconds (epoch). Not of an unreadable one. */
  savedAt?: number;
  /** The HTTP status of a refusal. */
  status?: number;
  record?: Sendable;
  /** The answers as the person saw them, one for each questionnaire, if a widget of this library sent them. */
  copies?: readonly AnswersInWords[];
}

/** What happened to a record. Other tabs hear of it. */
export interface News {
  name: string;
  what: 'sent' | 'refused' | 'erased';
}

/** What an outbox needs of a page. */
export interface Surroundings {
  store: EncryptedStore;
  fetch(address: string, init: RequestInit): Promise<Response>;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Calls `work` once after so many milliseconds. Returns a function that stops it. */
  after(milliseconds: number, work: () => void): () => void;
  /** Does the work if no tab does work of this name; otherwise resolves to `undefined`. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  /** Tells the other tabs. */
  tell(news: News): void;
  /** Whether this record must not be stored, because other people use the device. */
  isShared(text: string): boolean;
  /** The drafts on this page of the records in this text. */
  draftsOf(text: string): readonly HandedOver[];
  /** What widgets on this page have just sent of the records in this text, in words. */
  copiesOf(text: string): AnswersInWords[];
}

export interface OutboxOptions {
  /** The address of the endpoint. Records are sent to it with POST, as JSON. */
  url: string;
  /** Whose records these are, such as the number of a client. A record waits for its own owner and is sent for no other. */
  owner: string;
  /** Headers of each request, such as `authorization`. Asked at each try. */
  headers?: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** Called after something has changed in the outbox, in this tab or in another one. */
  onChange?: (() => void) | undefined;
}

/** The name of each record in the store begins with it. */
export const PREFIX = 'attune-outbox:';

/** In milliseconds: how long `send` waits for the device and for an answer before it says that the record is kept, and the longest request. */
const PATIENCE = 8_000;
const LONGEST = 30_000;
/** The longest timer. The clock may be set in the meantime, and browsers do at once what waits more than 24 days. */
const LOOK_AGAIN = 60 * 60_000;
/** Another tab sends it; this one looks again. */
const ELSEWHERE = 5_000;
/** Browsers refuse more than 64 KiB of requests that may outlive their page. */
const MOST_KEEPALIVE = 60_000;

type Outcome = Verdict['kind'] | 'gone' | 'elsewhere';

interface Waiter {
  promise: Promise<void>;
  settle(news: News['what'], status?: number): void;
}

/** Keeps records until an endpoint has taken them. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #around: Surroundings;
  readonly #prefix: string;
  readonly #onClose: () => void;
  /** Those that `send` was called for in this page, by name. */
  readonly #waiters = new Map<string, Waiter>();
  readonly #listeners = new Set<() => void>();
  #stopTimer = (): void => {};
  #isClosed = false;
  #flushing: Promise<void> | undefined;

  constructor(options: OutboxOptions, around: Surroundings, onClose = (): void => {}) {
    this.#options = options;
    this.#around = around;
    this.#onClose = onClose;
    if (options.onChange) this.#listeners.add(options.onChange);
    this.#prefix = `${PREFIX}${encodeURIComponent(options.owner)}:${options.url}:`;
  }

  /**
   * Stores the record and tries to send it. Rejects if the endpoint refuses it, or if it can neither be stored nor sent. On a shared
   * device, and where the browser refuses storage or does not answer, it is only sent.
   */
  async send(record: Sendable): Promise<Sent> {
    const { store, now, isShared, after, draftsOf, copiesOf } = this.#around;
    const name = this.#prefix + record.id;
    const text = JSON.stringify(record);
    const drafts = draftsOf(text);
    const notes = drafts.flatMap(({ ids, until }) => ids.map((id) => ({ name: noteOf(id), text: '', until })));
    const copies = copiesOf(text);
    const patience = new AbortController();
    const stop = after(PATIENCE, () => patience.abort());
    const impatient = new Promise<undefined>((resolve) => {
      patience.signal.addEventListener('abort', () => resolve(undefined));
    });
    const keep = async (): Promise<boolean> => {
      // Sent again after a refusal, by a widget that has told its words before.
      if (!copies.length) copies.push(...((await this.#waiting(name))?.copies ?? []));
      await store.setAll([{ name, text: write(newlySent(record, now(), copies)) }, ...notes], patience.signal);
      return true;
    };
    const isKept = !isShared(text) && (await Promise.race([keep().catch(() => false), impatient]));
    if (!isKept) {
      stop();
      const verdict = await this.#post(record, true);
      if (verdict.kind === 'taken') return { state: 'sent' };
      throw new Error(verdict.kind === 'refused' ? refusal(verdict.status) : 'not sent, and not kept on this device');
    }
    // Only now: before, the draft was all there was.
    for (const draft of drafts) draft.drop();
    const waiter = this.#waiter(name);
    this.#changed();
    const outcome = await Promise.race([this.#deliver(name), impatient]);
    if (outcome && outcome !== 'elsewhere') await Promise.race([this.#planNext(), impatient]);
    else this.#plan(ELSEWHERE);
    stop();
    if (outcome === 'taken' || outcome === 'refused') await waiter.promise;
    return outcome === 'taken' ? { state: 'sent' } : { state: 'kept', whenSent: waiter.promise };
  }

  /** Tries all records now that are due. With `refused`, also those that wait for a later time or were refused. */
  async flush({ refused = false } = {}): Promise<void> {
    await this.#flushing;
    this.#flushing = this.#flush(refused).finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  /** The records that wait, the oldest first. Rejects if the browser refuses storage. */
  async list(): Promise<Listed[]> {
    const found = await this.#found();
    const listed = found.map(([name, waiting]): Listed => {
      const id = name.slice(this.#prefix.length);
      if (!waiting) return { id, state: 'unreadable' };
      const { record, savedAt, refused, copies } = waiting;
      return { id, record, savedAt, ...(copies && { copies }), ...(refused === undefined ? { state: 'waiting' } : { state: 'refused', status: refused }) };
    });
    return listed.sort((a, b) => (a.savedAt ?? 0) - (b.savedAt ?? 0));
  }

  /** Erases one record, or all. What is on its way may arrive. Rejects if the browser refuses storage. */
  async clear(id?: string): Promise<void> {
    const names = id === undefined ? (await this.#found()).map(([name]) => name) : [this.#prefix + id];
    for (const name of names) {
      await this.#around.store.delete(name);
      this.#note({ name, what: 'erased' });
    }
  }

  /** Calls `listener` after each change, in this tab or in another one. Returns a function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Another tab has done something. */
  hear({ name, what }: News): void {
    if (!name.startsWith(this.#prefix)) return;
    this.#waiters.get(name)?.settle(what);
    this.#changed();
  }

  /** Stops trying and listening to other tabs, for example when a person signs out. What waits stays. */
  close(): void {
    this.#isClosed = true;
    this.#onClose();
    this.#stopTimer();
  }

  async #waiting(name: string): Promise<Waiting | undefined> {
    const stored = await this.#around.store.get(name).catch(() => undefined);
    return stored?.ok ? read(stored.text) : undefined;
  }

  async #found(): Promise<[name: string, waiting: Waiting | undefined][]> {
    const entries = await this.#around.store.entries();
    return entries.filter(({ name }) => name.startsWith(this.#prefix)).map((entry) => [entry.name, entry.ok ? read(entry.text) : undefined]);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #note(news: News, status?: number): void {
    this.#waiters.get(news.name)?.settle(news.what, status);
    this.#around.tell(news);
    this.#changed();
  }

  #waiter(name: string): Waiter {
    const before = this.#waiters.get(name);
    if (before) return before;
    let settle!: Waiter['settle'];
    const promise = new Promise<void>((resolve, reject) => {
      settle = (what, status) => {
        this.#waiters.delete(name);
        if (what === 'sent') resolve();
        else reject(new Error(what === 'refused' ? refusal(status) : 'erased before it was sent'));
      };
    });
    promise.catch(() => {});
    const waiter = { promise, settle };
    this.#waiters.set(name, waiter);
    return waiter;
  }

  async #flush(everything: boolean): Promise<void> {
    const { now } = this.#around;
    const found = await this.#found().catch(() => []);
    const names = new Set(found.map(([name]) => name));
    for (const [name, waiting] of found) {
      if (!waiting || this.#isClosed || !(everything || timeLeft(waiting, now()) === 0)) continue;
      await this.#deliver(name, everything);
    }
    // Sent in another tab, whose message is perhaps still on its way; otherwise erased.
    for (const name of this.#waiters.keys()) if (!names.has(name)) this.#around.after(1000, () => this.#lost(name));
    await this.#planNext();
  }

  #lost(name: string): void {
    void this.#around.store.get(name).then(
      (stored) => {
        if (!stored) this.#waiters.get(name)?.settle('erased');
      },
      () => {},
    );
  }

  async #planNext(): Promise<void> {
    const { now } = this.#around;
    const found = await this.#found().catch(() => []);
    const wait = Math.min(...found.map(([, waiting]) => (waiting ? timeLeft(waiting, now()) : Infinity)));
    if (wait < Infinity) this.#plan(Math.max(wait, ELSEWHERE / 5));
  }

  #plan(wait: number): void {
    this.#stopTimer();
    if (!this.#isClosed) this.#stopTimer = this.#around.after(Math.min(wait, LOOK_AGAIN), () => void this.flush());
  }

  /** One try of one record, which no other tab makes at the same time. `isAnew`: as if it were the first one. */
  async #deliver(name: string, isAnew = false): Promise<Outcome> {
    const { store, alone, now, random } = this.#around;
    const outcome = await alone(name, async (): Promise<Outcome> => {
      const stored = await this.#waiting(name);
      if (!stored) return 'gone';
      const waiting = isAnew ? again(stored) : stored;
      const verdict = await this.#post(waiting.record, waiting.tries === 0);
      if (verdict.kind === 'taken') {
        // If it cannot be deleted it is sent again, and the endpoint says that it has it.
        await store.delete(name).catch(() => {});
        this.#note({ name, what: 'sent' });
        return 'taken';
      }
      // The person may have erased it while it was on its way.
      await store.replace(name, write(afterTry(waiting, verdict, now(), random()))).catch(() => {});
      if (verdict.kind === 'refused') this.#note({ name, what: 'refused' }, verdict.status);
      return verdict.kind;
    });
    return outcome ?? 'elsewhere';
  }

  async #post(record: Sendable, mayOutlive: boolean): Promise<Verdict> {
    const { fetch, now } = this.#around;
    const { url, headers } = this.#options;
    try {
      const body = new TextEncoder().encode(JSON.stringify(record));
      const { status, headers: answered } = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await headers?.()) },
        body,
        keepalive: mayOutlive && body.length < MOST_KEEPALIVE,
        redirect: 'manual',
        signal: AbortSignal.timeout(LONGEST),
      });
      return verdictOf(status, answered.get('retry-after'), now());
    } catch {
      return { kind: 'later' };
    }
  }
}

const refusal = (status?: number): string => `the endpoint refused the record${status ? ` with ${status}` : ''}`;
