import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Response } from '../core/response.ts';
import { advance, type Submission, type SubmissionEvent } from '../core/submission.ts';
import { AttuneSavedEvent } from '../events/saved-event.ts';
import type { AttuneSubmitEvent } from '../events/submit-event.ts';
import { report } from './report.ts';

export type SubmitOutcome = 'saved' | 'sent' | 'failed' | 'prevented' | 'incomplete';

const SLOW_AFTER = 30_000;

const outcomes = { prevented: 'prevented', unclaimed: 'sent', fulfilled: 'saved', rejected: 'failed' } as const;

/** Takes a record to the host and tells what became of it. Owns the submission machine and its clock; no rendering. */
export class SubmissionController implements ReactiveController {
  submission: Submission = { state: 'idle' };
  #host: ReactiveControllerHost & HTMLElement;
  #makeEvent: (record: Response, onLate: () => void) => AttuneSubmitEvent;
  #onSaved: (record: Response) => void;
  #timer = 0;
  #open: Promise<SubmitOutcome> | undefined;

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

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Says so when a record is long on its way. */
  #watch(): void {
    clearTimeout(this.#timer);
    const { submission } = this;
    if (submission.state !== 'sending' || submission.slow) return;
    const { attempt } = submission;
    this.#timer = window.setTimeout(() => this.#advance({ type: 'slow', attempt }), SLOW_AFTER);
  }

  /** Moves the machine; `false` where the event changes nothing. */
  #advance(event: SubmissionEvent): boolean {
    const before = this.submission;
    const after = (this.submission = advance(before, event));
    if (before === after) return false;
    this.#watch();
    this.#host.requestUpdate();
    return true;
  }

  /** Sends, or sends again. Calling it while a record is on its way does nothing and follows that one. */
  send(record: Response): Promise<SubmitOutcome> {
    const isNew = this.#advance({ type: 'send', record });
    const { submission } = this;
    if (submission.state !== 'sending') return Promise.resolve('failed');
    if (!isNew) return this.#open!;
    let settle!: (outcome: SubmitOutcome) => void;
    // It stands before the dispatch, so that a listener that calls submit() follows it too.
    this.#open = new Promise((resolve) => (settle = resolve));
    void this.#dispatch(submission.record, submission.attempt).then(settle);
    return this.#open;
  }

  async #dispatch(record: Response, attempt: number): Promise<SubmitOutcome> {
    const host = this.#host;
    const { id } = record;
    const late = (): void => report(host, 'too-late', 'waitUntil() was called after the event was over', id);
    const { outcome, reason } = await this.#makeEvent(record, late).offerFrom(host);
    if (this.#advance({ type: outcome, attempt, id })) {
      if (outcome === 'fulfilled') this.#saved(record);
      if (outcome === 'rejected') report(host, 'save-failed', reason, id);
    }
    return outcomes[outcome];
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
