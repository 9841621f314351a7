import type { Response } from '../../core/record/response.ts';
import type { Snapshot } from '../../core/answering/snapshot.ts';
import { score } from '../../core/scoring/score.ts';
import { AttuneSavedEvent } from '../../events/saved-event.ts';
import { AttuneSubmitEvent, type SubmitDetail } from '../../events/submit-event.ts';
import type { Sitting } from '../handoff/sitting.ts';
import { SubmissionController, type SubmitOutcome } from '../handoff/submission-controller.ts';
import { report } from '../host/report.ts';
import type { Filling } from './filling.ts';
import type { Inside, QuestionnaireHost } from './questionnaire-host.ts';

interface Around {
  host: QuestionnaireHost;
  inside: Inside;
  filling: Filling;
  sitting(): Sitting | undefined;
  /** Whether the answers may go now; else it shows the person what to look at. */
  mayLeave(): boolean;
  /** The record of these answers is about to leave. It gets what the host says about it. */
  onHandOver(): void;
}

/** Takes the completed record out of the filling and to the host. It renders nothing. */
export class Sending {
  readonly controller: SubmissionController;
  /** The answers as they were when the record left: after saving, the widget is blank again. */
  sent: Snapshot | undefined;
  #around: Around;

  constructor(around: Around) {
    const { host, filling } = around;
    this.#around = around;
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

  /** The record for the host; `null` when blank. While it is on its way or was sent: the record that left. */
  value(): Response | null {
    const { filling, sitting } = this.#around;
    const session = filling.settle();
    const { submission } = this;
    this.controller.noteRead();
    sitting()?.noteRead();
    if (submission.state === 'sent' || submission.state === 'sending') return filling.giveOut(submission.record);
    return filling.giveOut(!session || session.current.pristine ? null : session.current.response);
  }

  async submit(): Promise<SubmitOutcome> {
    const { host, filling, inside, sitting, mayLeave } = this.#around;
    const around = host.form ? 'form' : sitting() ? 'session' : '';
    if (around) {
      report(host, `in-${around}`, `Inside a ${around} the ${around} does the sending`);
      return 'prevented';
    }
    const session = filling.settle();
    const { submission, controller } = this;
    if (inside.isDisabled() || session?.unsent) return 'incomplete';
    if (submission.state === 'sending' || submission.state === 'failed') return controller.send(submission.record);
    if (!session || submission.state === 'saved' || !mayLeave()) return 'incomplete';
    return controller.send(this.handOver());
  }

  /** The completed record. It counts as sent from now on. */
  handOver(): Response {
    const { filling, onHandOver: onTake } = this.#around;
    const session = filling.session!;
    onTake();
    const record = session.complete();
    this.sent = session.current;
    filling.markSent(record);
    return record;
  }

  /** What a host gets with a record. */
  detailOf(record: Response): SubmitDetail {
    const { filling, inside } = this.#around;
    const { instrument } = filling.session!;
    const agenda = inside.extension().agenda?.(instrument, record);
    return { response: record, score: score(instrument, record), ...(agenda && { agenda }) };
  }
}
