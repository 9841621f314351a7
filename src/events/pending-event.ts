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
    const told = (outcome: Offer['outcome'], reason = ''): Offer => ({ outcome, reason });
    if (this.defaultPrevented) return told('prevented');
    if (!this.#work.length) return told('unclaimed');
    try {
      await Promise.all(this.#work);
      return told('fulfilled');
    } catch (reason) {
      return told('rejected', reason instanceof Error ? reason.message : String(reason));
    }
  }
}

/** What the listeners made of an event; nobody took it on when it is `unclaimed`. */
export interface Offer {
  outcome: 'prevented' | 'unclaimed' | 'fulfilled' | 'rejected';
  /** Why it was rejected, else empty; for the host's developer, never shown to the person. */
  reason: string;
}
