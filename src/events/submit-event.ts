import type { AgendaLine } from '../core/agenda.ts';
import type { Response } from '../core/response.ts';
import type { Score } from '../core/score.ts';
import { PendingEvent } from './pending-event.ts';

export interface SubmitDetail {
  response: Response;
  score: Score;
  /** The boundary card's: what the person wants to ask, the first one first. */
  agenda?: AgendaLine[];
}

/**
 * The person sends. The one event that carries answers.
 * `waitUntil(promise)` tells the widget when the record is kept; `preventDefault()` returns to editing.
 */
export class AttuneSubmitEvent extends PendingEvent<SubmitDetail> {
  constructor(detail: SubmitDetail, onLate: () => void) {
    super('attune-submit', detail, onLate);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-submit': AttuneSubmitEvent;
  }
}
