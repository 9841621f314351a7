import { DetailEvent } from './detail-event.ts';

/** A cancelable event that waits for the asynchronous work of its listeners. It records whether a listener read it. */
export class PendingEvent<Detail> extends DetailEvent<Detail> {
  #work: unknown[] = [];
  #closed = false;
  #isRead = false;
  #onLate: () => void;
  #onLateRead: (() => void) | undefined;

  constructor(type: string, detail: Detail, onLate: () => void) {
    super(type, { bubbles: true, cancelable: true, detail });
    this.#onLate = onLate;
  }

  /** The record. Reading it shows the widget that the page has it. */
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
   * The record counts as saved when every promise given here has fulfilled. If one rejects, saving has failed. A promise may fulfil
   * with `{ whenSent }`, as those of an outbox do: the record is kept on this device, and counts as saved when that promise fulfils too.
   * Call it before the listener returns. A later call has no effect and is reported as `too-late`.
   */
  waitUntil(work: Promise<unknown>): void {
    this.noteRead();
    if (this.#closed) this.#onLate();
    else this.#work.push(work);
  }

  /**
   * Dispatches the event from `target` and waits for the work of its listeners. Calls `onLateRead` if a listener first
   * reads the record after the dispatch.
   */
  async offerFrom(target: EventTarget, onLateRead?: () => void): Promise<Offer> {
    this.#onLateRead = onLateRead;
    target.dispatchEvent(this);
    this.#closed = true;
    const offer = (outcome: Offer['outcome'], reason = ''): Offer => ({ outcome, reason });
    if (this.defaultPrevented) return offer('prevented');
    if (!this.#work.length) return offer(this.#isRead ? 'unclaimed' : 'unheard');
    try {
      const results = (await Promise.all(this.#work)).flat();
      const waits = results.flatMap((result) => (result as Kept | undefined)?.whenSent ?? []);
      return waits[0] ? { outcome: 'kept', reason: '', whenSent: Promise.all(waits) } : offer('fulfilled');
    } catch (reason) {
      return offer('rejected', reason instanceof Error ? reason.message : String(reason));
    }
  }
}

/** A record that the page keeps on this device until it can be sent. */
interface Kept {
  whenSent?: Promise<unknown>;
}

/**
 * The result of a dispatch. `unclaimed`: the record was read, but nobody called `waitUntil`. `unheard`: nobody read it. `kept`: it waits
 * on this device until `whenSent` fulfils.
 */
export interface Offer {
  outcome: 'prevented' | 'unheard' | 'unclaimed' | 'fulfilled' | 'rejected' | 'kept';
  whenSent?: Promise<unknown>;
  /** The reason of a rejection, otherwise empty. For the host's developer. Never shown to the person. */
  reason: string;
}
