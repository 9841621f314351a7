import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Response } from '../core/response.ts';
import { advance, type Submission, type SubmissionEvent } from '../core/submission.ts';
import { AttuneSavedEvent } from '../events/saved-event.ts';
import type { AttuneSubmitEvent } from '../events/submit-event.ts';
import { report } from './report.ts';

export type SubmitOutcome = 'saved' | 'sent' | 'failed' | 'prevented' | 'incomplete';

const SLOW_AFTER = 30_000;

/** Takes a record to the host and tells what became of it. Owns the submission machine and its clock; no rendering. */
export class SubmissionController implements ReactiveController {
  submission: Submission = { state: 'idle' };
  #host: ReactiveControllerHost & HTMLElement;
  #makeEvent: (record: Response, onLate: () => void) => AttuneSubmitEvent;
  #onSaved: (record: Response) => void;
  #timer = 0;
  #open: { attempt: number; outcome: Promise<SubmitOutcome> } | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    makeEvent: (record: Response, onLate: () => void) => AttuneSubmitEvent,
    onSaved: (record: Response) => void,
  ) {
    this.#host = host;
    this.#makeEvent = makeEvent;
    this.#onSaved = onSaved;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Moves the machine; `false` where the event changes nothing. */
  #advance(event: SubmissionEvent): boolean {
    const before = this.submission;
    const after = (this.submission = advance(before, event));
    if (before === after) return false;
    clearTimeout(this.#timer);
    if (after.state === 'sending' && !after.slow) {
      this.#timer = window.setTimeout(() => this.#advance({ type: 'slow', attempt: after.attempt }), SLOW_AFTER);
    }
    this.#host.requestUpdate();
    return true;
  }

  /** Sends, or sends again. Calling it while a record is on its way does nothing and follows that one. */
  send(record: Response): Promise<SubmitOutcome> {
    this.#advance({ type: 'send', record });
    const { submission } = this;
    if (submission.state !== 'sending') return Promise.resolve('failed');
    if (this.#open?.attempt === submission.attempt) return this.#open.outcome;
    let settle!: (outcome: SubmitOutcome) => void;
    const open = { attempt: submission.attempt, outcome: new Promise<SubmitOutcome>((resolve) => (settle = resolve)) };
    this.#open = open;
    void this.#dispatch(submission.record, submission.attempt).then((outcome) => {
      if (this.#open === open) this.#open = undefined;
      settle(outcome);
    });
    return open.outcome;
  }

  async #dispatch(record: Response, attempt: number): Promise<SubmitOutcome> {
    const host = this.#host;
    const late = (): void => report(host, 'too-late', 'waitUntil() was called after the event was over', record.id);
    const offer = await this.#makeEvent(record, late).offerFrom(host);
    // After a reset another record may stand here: what became of this one is then no longer its business.
    const settle = (type: 'prevented' | 'handed-over' | 'fulfilled' | 'rejected'): boolean =>
      'record' in this.submission && this.submission.record === record && this.#advance({ type, attempt });
    switch (offer.outcome) {
      case 'prevented':
        settle('prevented');
        return 'prevented';
      case 'unclaimed':
        settle('handed-over');
        return 'sent';
      case 'fulfilled':
        if (settle('fulfilled')) this.#saved(record);
        return 'saved';
      case 'rejected':
        if (settle('rejected')) report(host, 'save-failed', offer.reason, record.id);
        return 'failed';
    }
  }

  #saved(record: Response): void {
    this.#onSaved(record);
    this.#host.dispatchEvent(new AttuneSavedEvent({ responseId: record.id }));
  }

  /** The host has kept the record with this id. */
  acknowledge(id: string): void {
    const { submission } = this;
    if (this.#advance({ type: 'acknowledge', id }) && 'record' in submission) this.#saved(submission.record);
    else if (!('record' in submission) || submission.record.id !== id) this.#unknown(id);
  }

  /** The host could not keep the record with this id. */
  fail(id: string): void {
    if (this.#advance({ type: 'fail', id })) report(this.#host, 'save-failed', 'The host called fail()', id);
    else this.#unknown(id);
  }

  #unknown(id: string): void {
    report(this.#host, 'unknown-record', 'No record with this id is waiting here', id);
  }

  edit(): void {
    this.#advance({ type: 'edit' });
  }

  reset(): void {
    this.#advance({ type: 'reset' });
  }
}
