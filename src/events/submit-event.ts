import type { AgendaLine } from '../core/record/agenda.ts';
import type { Response } from '../core/record/response.ts';
import type { Score } from '../core/scoring/score.ts';
import { PendingEvent } from './pending-event.ts';

/** A file that the person chose as an answer. The record describes it and does not contain it. */
export interface ChosenFile {
  /** The id of the item. */
  item: string;
  /** The repetition, as in the answer. */
  at?: readonly number[];
  file: File;
}

export interface SubmitDetail {
  response: Response;
  score: Score;
  /** From the boundary card only: the questions that the person wants to ask, in order. */
  agenda?: AgendaLine[];
  /**
   * The files of the answers, if there are any. A file that the person chose on an earlier visit is not here: the widget never
   * stores files.
   */
  files?: ChosenFile[];
}

/**
 * The person sends the record. No other event of a single questionnaire contains answers.
 * `waitUntil(promise)` tells the widget when the record is saved. `preventDefault()` returns to editing.
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
