import type { SubmitDetail } from './submit-event.ts';
import { PendingEvent } from './pending-event.ts';

export interface SessionSubmitDetail {
  /** Minted per sitting: the host's idempotency key for all of it. */
  id: string;
  /** One for each questionnaire that was not left blank, in page order; as in `attune-submit`. */
  submissions: SubmitDetail[];
}

/**
 * The person sends everything that they answered in a session. All of it is kept or none:
 * `waitUntil(promise)` tells the session when every record is kept; `preventDefault()` returns to editing.
 */
export class AttuneSessionSubmitEvent extends PendingEvent<SessionSubmitDetail> {
  constructor(detail: SessionSubmitDetail, onLate: () => void) {
    super('attune-session-submit', detail, onLate);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-session-submit': AttuneSessionSubmitEvent;
  }
}
