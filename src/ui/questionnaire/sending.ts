import type { Response } from '../../core/record/response.ts';
import type { Snapshot } from '../../core/answering/snapshot.ts';
import { score } from '../../core/scoring/score.ts';
import { AttuneSavedEvent } from '../../events/saved-event.ts';
import { AttuneSubmitEvent, type SubmitDetail } from '../../events/submit-event.ts';
import type { Sitting } from '../handoff/sitting.ts';
import { SubmissionController, type SubmitOutcome } from '../handoff/submission-controller.ts';
import { report } from '../host/report.ts';
import { OUTBOX, outboxHere } from '../safety/outbox-here.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import { isSharedAround } from '../safety/shared-device.ts';
import { neverKeep } from '../safety/unkept.ts';
import type { Filling } from './filling.ts';
import type { Inside, QuestionnaireHost } from './questionnaire-host.ts';

interface Dependencies {
  host: QuestionnaireHost;
  inside: Inside;
  filling: Filling;
  sitting(): Sitting | undefined;
  /** Whether the answers may be sent now. If not, it shows the person what to look at. */
  mayLeave(): boolean;
  /** The person's answers in words. */
  copy(): OwnCopy;
  /** The record is about to be completed. Its details must be added now. */
  onHandOver(): void;
}

/** Completes the record and sends it to the host. It does not render. */
export class Sending {
  readonly controller: SubmissionController;
  /** The answers at the time of sending, because the widget is blank after saving. */
  sent: Snapshot | undefined;
  #deps: Dependencies;

  constructor(deps: Dependencies) {
    const { host, filling } = deps;
    this.#deps = deps;
    this.controller = new SubmissionController(
      host,
      (record, onLate) => new AttuneSubmitEvent(this.detailOf(record), onLate),
      (record) => {
        filling.markSaved(record);
        host.dispatchEvent(new AttuneSavedEvent({ responseId: record.id }));
      },
    );
  }

  get submission(): SubmissionController['submission'] {
    return this.controller.submission;
  }

  /** The record for the host; `null` when blank. During and after sending: the sent record. */
  value(): Response | null {
    const { filling, sitting } = this.#deps;
    const session = filling.settle();
    const { submission } = this;
    this.controller.noteRead();
    sitting()?.noteRead();
    if (submission.state === 'sent' || submission.state === 'sending') return filling.giveOut(submission.record);
    return filling.giveOut(!session || session.current.pristine ? null : session.current.response);
  }

  async submit(): Promise<SubmitOutcome> {
    const { host, filling, inside, sitting, mayLeave } = this.#deps;
    if (host.form || sitting()) {
      report(host, host.form ? 'in-form' : 'in-session');
      return 'prevented';
    }
    const session = filling.settle();
    const { submission, controller } = this;
    if (inside.isDisabled() || session?.unsent) return 'incomplete';
    if (submission.state === 'sending' || submission.state === 'failed') return controller.send(submission.record);
    if (!session || submission.state === 'saved' || !mayLeave()) return 'incomplete';
    return controller.send(this.handOver());
  }

  /** Completes the record and returns it. It counts as sent from now on. */
  handOver(): Response {
    const { filling, onHandOver } = this.#deps;
    const session = filling.session!;
    onHandOver();
    const record = session.complete();
    this.sent = session.current;
    filling.markSent(record);
    return record;
  }

  /** The detail of the submit event for a record. */
  detailOf(record: Response): SubmitDetail {
    const { host, filling, inside } = this.#deps;
    const { instrument } = filling.session!;
    if (isSharedAround(host, this.#deps.sitting()?.element)) neverKeep(record.id);
    else outboxHere[OUTBOX]?.(record.id, this.#deps.copy());
    const agenda = inside.extension().agenda?.(instrument, record);
    const files = inside.itemSupport().filesOf?.(host, record) ?? [];
    return { response: record, score: score(instrument, record), ...(agenda && { agenda }), ...(files[0] && { files }) };
  }
}
