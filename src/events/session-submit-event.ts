import type { SubmitDetail } from './submit-event.ts';
import { PendingEvent } from './pending-event.ts';

export interface SessionSubmitDetail {
  /** Created once per sitting. The host's idempotency key for the whole sitting. */
  id: string;
  /** One for each questionnaire that is not blank, in page order. Each is as in `attune-submit`. */
  submissions: SubmitDetail[];
}

/**
 * The person sends all records of a sitting. The host saves all of them or none:
 * `waitUntil(promise)` tells the session when every record is saved. `preventDefault()` returns to editing.
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
