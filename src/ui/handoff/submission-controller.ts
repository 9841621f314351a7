import type { ReactiveController, ReactiveControllerHost } from '../lit/lit.ts';
import type { Response } from '../../core/record/response.ts';
import { advance, type Sendable, type Submission, type SubmissionEvent } from '../../core/record/submission.ts';
import type { PendingEvent } from '../../events/pending-event.ts';
import { report } from '../host/report.ts';
import { SLOW_AFTER } from './slow-after.ts';

export type SubmitOutcome = 'saved' | 'sent' | 'kept' | 'failed' | 'prevented' | 'incomplete';

const outcomes = {
  prevented: 'prevented',
  unheard: 'failed',
  unclaimed: 'sent',
  fulfilled: 'saved',
  kept: 'kept',
  rejected: 'failed',
} as const;

/** Sends a record to the host. Owns the state of the submission and its timer. It does not render. */
export class SubmissionController<R extends Sendable = Response> implements ReactiveController {
  submission: Submission<R> = { state: 'idle' };
  #host: ReactiveControllerHost & HTMLElement;
  #makeEvent: (record: R, onLate: () => void) => PendingEvent<unknown>;
  #onSaved: (record: R) => void;
  #timer = 0;
  /** The event that is being dispatched now. */
  #event: PendingEvent<unknown> | undefined;
  /** The result of the try that is on its way. */
  #open: Promise<SubmitOutcome> | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    makeEvent: (record: R, onLate: () => void) => PendingEvent<unknown>,
    onSaved: (record: R) => void,
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

  /** Starts the timer for a submission that takes long. */
  #watch(): void {
    clearTimeout(this.#timer);
    const { submission } = this;
    if (submission.state !== 'sending' || submission.slow) return;
    const { attempt } = submission;
    this.#timer = window.setTimeout(() => this.#advance({ type: 'slow', attempt }), SLOW_AFTER);
  }

  /** Applies an event to the submission. Returns `false` if the event changes nothing. */
  #advance(event: SubmissionEvent<R>): boolean {
    const before = this.submission;
    this.submission = advance(before, event);
    if (this.submission === before) return false;
    this.#watch();
    this.#host.requestUpdate();
    return true;
  }

  /** Sends a record, also again. While a record is on its way, it sends nothing and returns the result of that record. */
  send(record: R): Promise<SubmitOutcome> {
    const isNew = this.#advance({ type: 'send', record });
    const { submission } = this;
    if (submission.state !== 'sending') return Promise.resolve('saved');
    if (!isNew) return this.#open!;
    let settle!: (outcome: SubmitOutcome) => void;
    // Set before the dispatch, so that a listener that calls submit() receives it too.
    this.#open = new Promise((resolve) => {
      settle = resolve;
    });
    void this.#dispatch(submission.record, submission.attempt).then(settle);
    return this.#open;
  }

  async #dispatch(record: R, attempt: number): Promise<SubmitOutcome> {
    const host = this.#host;
    const { id } = record;
    const late = (): void => report(host, 'too-late', '', id);
    const event = this.#makeEvent(record, late);
    this.#event = event;
    const offer = event.offerFrom(host, () => this.#advance({ type: 'read', id }));
    this.#event = undefined;
    const { outcome, reason, whenSent } = await offer;
    if (this.#advance({ type: outcome, attempt, id })) {
      if (outcome === 'fulfilled') this.#onSaved(record);
      if (outcome === 'rejected') report(host, 'save-failed', reason, id);
      if (outcome === 'unheard') report(host, 'nobody-listens', event.type, id);
      whenSent?.then(
        () => this.#later(record),
        (reason) => this.#advance({ type: 'fail', id }) && report(host, 'save-failed', String(reason), id),
      );
      return outcomes[outcome];
    }
    // The host called acknowledge() or fail() before, or another try is on its way.
    const { submission } = this;
    if (!('record' in submission) || submission.record.id !== id) return outcomes[outcome];
    return submission.state === 'sending' ? this.#open! : submission.state;
  }

  /** The host has read the answers from the widget. During the dispatch, this counts as reading the event. */
  noteRead(): void {
    this.#event?.noteRead();
  }

  /** A record that was kept on this device has been sent. */
  #later(record: R): void {
    if (this.#advance({ type: 'acknowledge', id: record.id })) this.#onSaved(record);
  }

  /** The host has saved the record with this id. */
  acknowledge(id: string): void {
    const { submission } = this;
    if (this.#advance({ type: 'acknowledge', id }) && 'record' in submission) this.#onSaved(submission.record);
    else if (!('record' in submission) || submission.record.id !== id) this.#unknown(id);
  }

  /** The host could not save the record with this id. */
  fail(id: string): void {
    if (this.#advance({ type: 'fail', id })) report(this.#host, 'save-failed', 'fail()', id);
    else this.#unknown(id);
  }

  #unknown(id: string): void {
    report(this.#host, 'unknown-record', id, id);
  }

  edit(): void {
    this.#advance({ type: 'edit' });
  }

  reset(): void {
    this.#advance({ type: 'reset' });
  }
}
