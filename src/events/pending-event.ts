/** A cancelable event whose listeners may say that they are still at work on it. It notices whether one of them reads it. */
export class PendingEvent<Detail> extends CustomEvent<Detail> {
  #work: unknown[] = [];
  #closed = false;
  #isRead = false;
  #onLate: () => void;
  #onLateRead: (() => void) | undefined;

  constructor(type: string, detail: Detail, onLate: () => void) {
    super(type, { bubbles: true, cancelable: true, detail });
    this.#onLate = onLate;
  }

  /** The record. Reading it tells the widget that the page has it. */
  override get detail(): Detail {
    this.noteRead();
    return super.detail;
  }

  /** The record, without counting as a read: for code that only watches, or that passes the event on. */
  peek(): Detail {
    return super.detail;
  }

  get isRead(): boolean {
    return this.#isRead;
  }

  /** The page has the record: it read this event, a copy of it, or the widget itself. */
  noteRead(): void {
    if (this.#closed && !this.#isRead) this.#onLateRead?.();
    this.#isRead = true;
  }

  /**
   * The record counts as kept when every promise given here fulfils; one rejection fails the whole.
   * Call it before the listener returns: a later call changes nothing and is reported as `too-late`.
   */
  waitUntil(work: Promise<unknown>): void {
    this.noteRead();
    if (this.#closed) this.#onLate();
    else this.#work.push(work);
  }

  /**
   * Dispatches the event from `target` and waits for what its listeners began. Calls `onLateRead` when a listener takes
   * the record only after the dispatch.
   */
  async offerFrom(target: EventTarget, onLateRead?: () => void): Promise<Offer> {
    this.#onLateRead = onLateRead;
    target.dispatchEvent(this);
    this.#closed = true;
    const told = (outcome: Offer['outcome'], reason = ''): Offer => ({ outcome, reason });
    if (this.defaultPrevented) return told('prevented');
    if (!this.#work.length) return told(this.#isRead ? 'unclaimed' : 'unheard');
    try {
      await Promise.all(this.#work);
      return told('fulfilled');
    } catch (reason) {
      return told('rejected', reason instanceof Error ? reason.message : String(reason));
    }
  }
}

/** What the listeners made of an event: nobody took it on when it is `unclaimed`, nobody even read it when `unheard`. */
export interface Offer {
  outcome: 'prevented' | 'unheard' | 'unclaimed' | 'fulfilled' | 'rejected';
  /** Why it was rejected, else empty; for the host's developer, never shown to the person. */
  reason: string;
}
