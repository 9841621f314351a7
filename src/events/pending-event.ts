/** A cancelable event whose listeners may say that they are still at work on it. */
export class PendingEvent<Detail> extends CustomEvent<Detail> {
  #work: unknown[] = [];
  #closed = false;
  #onLate: () => void;

  constructor(type: string, detail: Detail, onLate: () => void) {
    super(type, { bubbles: true, cancelable: true, detail });
    this.#onLate = onLate;
  }

  /**
   * The record counts as kept when every promise given here fulfils; one rejection fails the whole.
   * Call it before the listener returns: a later call changes nothing and is reported as `too-late`.
   */
  waitUntil(work: Promise<unknown>): void {
    if (this.#closed) this.#onLate();
    else this.#work.push(work);
  }

  /** Dispatches the event from `target` and waits for what its listeners began. */
  async offerFrom(target: EventTarget): Promise<Offer> {
    target.dispatchEvent(this);
    this.#closed = true;
    if (this.defaultPrevented) return { outcome: 'prevented' };
    if (!this.#work.length) return { outcome: 'unclaimed' };
    try {
      await Promise.all(this.#work);
      return { outcome: 'fulfilled' };
    } catch (reason) {
      return { outcome: 'rejected', reason: reason instanceof Error ? reason.message : String(reason) };
    }
  }
}

/** What the listeners made of an event. */
export type Offer =
  | { outcome: 'prevented' | 'unclaimed' | 'fulfilled' }
  | { outcome: 'rejected'; reason: string };
