import { endOf, writeDraft, type DraftPart, type Words } from './content/draft.ts';
import { partOf, type Keepable } from './members.ts';
import type { Store } from './stores.ts';

/** In milliseconds. While a person types, an answer changes with each key. */
const DELAY = 250;

interface Content {
  members: readonly Keepable[];
  pending: readonly DraftPart[];
  aside: readonly Words[];
  subject: string | undefined;
  days: number;
}

/** The last write or erasure of a draft by any widget of the page, by name. A widget may be gone while its answers are still written. */
const underWay = new Map<string, Promise<unknown>>();

/** Settles when the writes and erasures of a draft that have begun in this page are over. */
export const written = (name: string): Promise<unknown> | undefined => underWay.get(name);

/** Does something with a stored draft after what was begun before; at once if there is nothing. */
function inTurn(name: string, act: () => unknown): Promise<unknown> {
  const before = underWay.get(name);
  const done = before ? before.then(act) : (async () => act())();
  const over: Promise<unknown> = done
    .catch(() => undefined)
    .then(() => {
      if (underWay.get(name) === over) underWay.delete(name);
    });
  underWay.set(name, over);
  return done;
}

/** Counts changes and erasures, to tell which was first. */
let now = 0;

/** When the drafts whose names begin with a prefix were erased last. */
const erasures = new Map<string, number>();

const isErasedSince = (name: string, time: number): boolean => [...erasures].some(([prefix, erasedAt]) => erasedAt > time && name.startsWith(prefix));

/** Erases all drafts whose names begin with `prefix`, by `erase`. Answers that were given before are not written any more. */
export async function eraseAll(prefix: string, erase: () => Promise<void>): Promise<void> {
  erasures.set(prefix, ++now);
  await Promise.all([...underWay].filter(([name]) => name.startsWith(prefix)).map(([, over]) => over));
  await erase();
}

/** Writes a draft soon after each change, one write at a time. It does not know whether it may. */
export class Writer {
  readonly #content: () => Content;
  readonly #onWritten: (problem: string | undefined) => void;
  #timer = 0;
  /** Where answers have changed that are not written. */
  #due: { store: Store; name: string; time: number } | undefined;
  /** What is written as soon as the write before has ended. */
  #next: (() => Promise<unknown>) | undefined;
  #isBusy = false;
  /** When the draft was written that is stored as far as this widget knows, in milliseconds (epoch). 0 if there is none. */
  storedAt = 0;

  /** `onWritten` is called after each write, with the reason if the store refused it. */
  constructor(content: () => Content, onWritten: (problem: string | undefined) => void) {
    this.#content = content;
    this.#onWritten = onWritten;
  }

  /** Answers have changed. */
  schedule(store: Store, name: string): void {
    this.#due = { store, name, time: ++now };
    this.#timer ||= window.setTimeout(this.writeNow, DELAY);
  }

  /** Writes at once what waits. A store that is not asynchronous has it when this returns. */
  writeNow = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#due) this.#next = this.#make(this.#due);
    this.#due = undefined;
    if (!this.#isBusy) void this.#work();
  };

  /** The write of the answers as they are now. */
  #make({ store, name, time }: { store: Store; name: string; time: number }): () => Promise<unknown> {
    const { members, pending, aside, subject, days } = this.#content();
    const filled = members.filter(({ isBlank }) => !isBlank);
    if (!filled.length && !pending.length && !aside.length) return () => this.#change(name, () => store.delete(name), 0);
    const draft = { 'attune-draft': 1, savedAt: Date.now(), days, ...(subject && { subject }), parts: [...filled.map(partOf), ...pending], aside } as const;
    const text = writeDraft(draft);
    return async () => isErasedSince(name, time) || this.#change(name, () => store.set(name, text, endOf(draft)), draft.savedAt);
  }

  #change(name: string, act: () => unknown, storedAt: number): Promise<unknown> {
    return inTurn(name, async () => {
      await act();
      this.storedAt = storedAt;
    });
  }

  /** Later changes are not written. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#due = undefined;
  }

  /** Nothing that waits is written either. */
  drop(): void {
    this.stop();
    this.#next = undefined;
  }

  /** Erases a draft after the write that is under way. `false` if the store refuses. */
  erase(store: Store, name: string): Promise<boolean> {
    this.drop();
    return this.#change(name, () => store.delete(name), 0).then(
      () => true,
      () => false,
    );
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#next) {
      const write = this.#next;
      this.#next = undefined;
      let problem: string | undefined;
      try {
        await write();
      } catch (error) {
        problem = String(error);
      }
      this.#onWritten(problem);
    }
    this.#isBusy = false;
  }
}
