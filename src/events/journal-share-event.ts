import { PendingEvent } from './pending-event.ts';

export interface JournalShareDetail {
  /** The id of the entry. It stays the same if the entry is shared again. */
  id: string;
  /** The day on which the entry was written, `YYYY-MM-DD`. */
  date: string;
  text: string;
  /** The text of the prompt that the entry answers. */
  prompt?: string;
}

/**
 * The person shares one entry of their journal. The journal shows it as shared only after every promise given to
 * `waitUntil` has fulfilled. `preventDefault()` leaves it unshared. The same `id` can be shared again with a changed text.
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
