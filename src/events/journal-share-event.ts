import { PendingEvent } from './pending-event.ts';

export interface JournalShareDetail {
  /** The entry's own id, the same whenever it is shared again. */
  id: string;
  /** The day it was written, `YYYY-MM-DD`. */
  date: string;
  text: string;
  /** The prompt it answers, in words. */
  prompt?: string;
}

/**
 * The person shares one entry of their journal. It is shown as shared when every promise given to `waitUntil` has
 * fulfilled, and not before; `preventDefault()` leaves it unshared. The same `id` may come again with other words.
 */
export class AttuneJournalShareEvent extends PendingEvent<JournalShareDetail> {
  constructor(detail: JournalShareDetail, onLate: () => void) {
    super('attune-journal-share', detail, onLate);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-journal-share': AttuneJournalShareEvent;
  }
}
