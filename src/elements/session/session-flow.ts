import { AttuneSavedEvent } from '../../events/saved-event.ts';
import { AttuneSessionSubmitEvent, type SessionSubmitDetail } from '../../events/session-submit-event.ts';
import type { SubmitDetail } from '../../events/submit-event.ts';
import { newId } from '../../ui/host/new-id.ts';
import { dropPrinted, printCopy, saveCopy, type OwnCopy } from '../../ui/safety/own-copy.ts';
import type { SittingMember } from '../../ui/handoff/sitting.ts';
import { SubmissionController, type SubmitOutcome } from '../../ui/handoff/submission-controller.ts';
import { WidgetFocus } from '../../ui/host/widget-focus.ts';
import { words, type CommonWords } from '../../ui/text/words.ts';
import { OpenSitting } from './open-sitting.ts';
import { copyOf, isFilled } from './session-copy.ts';
import type { SessionHost } from './session-host.ts';
import { answer, askToSend, erase, fitStep, goTo, holdStep, initialState, reset, stepOf, type Page, type SessionState } from './session-state.ts';
import { sessionWords, type SessionWords } from './session-words.ts';
import { stepsOf, type Step } from './steps.ts';

const idsOf = (submissions: readonly SubmitDetail[]): string[] => submissions.map(({ response }) => response.id);

type State = SessionState<SittingMember>;

/** Owns the questionnaires of a session, its state and its submission, and does what its buttons ask. It does not render. */
export class SessionFlow {
  state: State = initialState;
  /** The answers that were sent, for a copy of them once the questionnaires are blank again. */
  sent: OwnCopy | undefined;
  readonly sitting: OpenSitting;
  readonly focus: WidgetFocus;
  readonly submitter: SubmissionController<SessionSubmitDetail>;
  #host: SessionHost;
  /** The id that these records go out under, as often as they do. */
  #id = '';
  #records = '';
  /** The questionnaires are being emptied together. */
  #isClearing = false;

  constructor(host: SessionHost) {
    this.#host = host;
    this.focus = new WidgetFocus(host);
    this.sitting = new OpenSitting(host, {
      onAnswer: () => this.#onAnswer(),
      onChange: () => host.requestUpdate(),
      show: (member) => this.#open(member),
      noteRead: () => this.submitter.noteRead(),
    });
    this.submitter = new SubmissionController<SessionSubmitDetail>(
      host,
      (detail, onLate) => new AttuneSessionSubmitEvent(detail, onLate),
      ({ submissions }) => {
        const ids = idsOf(submissions);
        // What was changed or begun meanwhile, and what the session did not send, stays.
        this.#eachMember((member) => {
          if (ids.includes(member.current()?.recordId ?? '')) member.erase();
        });
        for (const responseId of ids) host.dispatchEvent(new AttuneSavedEvent({ responseId }));
      },
    );
  }

  get words(): CommonWords & SessionWords {
    return { ...words, ...sessionWords, ...this.#host.strings };
  }

  get steps(): Step[] {
    return stepsOf(this.#host, this.sitting.members);
  }

  /** How many steps there are; 1 where all stand on the page at once. */
  get count(): number {
    const { layout } = this.#host;
    return !layout || layout === 'paged' ? this.steps.length : 1;
  }

  get #memberSteps(): SittingMember[][] {
    return this.steps.map(({ members }) => members);
  }

  /** Every questionnaire, in page order. */
  get questionnaires(): SittingMember[] {
    return this.#memberSteps.flat();
  }

  /** Those that the session sends. */
  get sendable(): SittingMember[] {
    return this.questionnaires.filter((member) => member.current()!.isSent);
  }

  /** After saving the questionnaires are blank again. */
  get copy(): OwnCopy {
    return (this.submitter.submission.state === 'saved' && this.sent) || copyOf(this.questionnaires, this.words);
  }

  /** Resolves when it is known what became of the records. */
  async submit(): Promise<SubmitOutcome> {
    const { submission } = this.submitter;
    if (submission.state === 'saved') return 'incomplete';
    if (submission.state === 'sending' || submission.state === 'failed') return this.submitter.send(submission.record);
    if (!(await this.#areReady(this.sendable))) return 'incomplete';
    const filled = this.sendable.filter(isFilled);
    const { state, isLeaving } = askToSend(this.state, filled.length > 0, this.#host.review);
    if (state.page === this.state.page) this.#go(state);
    else this.#turnTo(state);
    if (!isLeaving) return 'incomplete';
    this.sent = copyOf(this.questionnaires, this.words);
    const submissions = filled.map((member) => member.handOver());
    const records = idsOf(submissions).join();
    if (records !== this.#records) this.#id = newId();
    this.#records = records;
    return this.submitter.send({ id: this.#id, submissions });
  }

  reset(): void {
    this.#eachMember((member) => member.reset());
    this.#startOver();
  }

  #startOver(): void {
    this.submitter.reset();
    this.#go(reset(this.state));
    this.sent = undefined;
    dropPrinted(this.#host.shadowRoot);
  }

  /** The step that a person is busy with stays open. */
  holdStep = (): void => {
    this.state = holdStep(this.state, this.#memberSteps);
  };

  /** While a questionnaire warns that it is about to be erased: less than so many seconds are left. Else 0. */
  get secondsLeft(): number {
    const left = [...this.sitting.members].map((member) => member.secondsLeft()).filter((seconds) => seconds);
    return left.length ? Math.min(...left) : 0;
  }

  /** Shows no copy to the next person who comes back to the page: a questionnaire that keeps nothing comes back blank. */
  forgetSent(): void {
    this.sent = undefined;
    this.#go({ ...this.state, page: 'steps' });
  }

  /** Before a render. `isTold`: the members must learn what the host has set. */
  settle(mustUpdateMembers: boolean): void {
    const { sitting } = this;
    const isSending = this.submitter.submission.state === 'sending';
    if (isSending !== sitting.isSending || mustUpdateMembers) {
      sitting.isSending = isSending;
      sitting.members.forEach((member) => member.update());
    }
    this.state = fitStep(this.state, this.#memberSteps);
  }

  /** What each button does. */
  readonly actions: Record<string, (button: EventTarget | null) => void> = {
    back: () => this.#turn(-1),
    next: () => void this.#next(),
    send: () => void this.submit(),
    edit: () => {
      this.submitter.edit();
      this.#show('steps');
    },
    copy: () => this.#show('copy'),
    erase: () => this.#show('erase'),
    'erase-now': () => {
      const erased = erase(this.state);
      this.#eachMember((member) => member.erase());
      this.#startOver();
      this.#turnTo(erased);
    },
    return: () => this.#show('steps'),
    print: (button) => printCopy(button, this.copy, this.words.noPrint),
    save: () => saveCopy(this.copy),
    hide: () => this.#turnTo({ ...this.state, isHidden: true }, 'button'),
    show: () => this.#turnTo({ ...this.state, isHidden: false }),
  };

  #go(state: State): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** Shows another page, with the focus on the first of these that is there, else on what the page begins with. */
  #turnTo(state: State, ...focus: string[]): void {
    this.#go(state);
    this.focus.moveTo(...focus, '#title', '[part=progress] span', '[part=status]:not(:empty)', 'section', 'button');
  }

  #show(page: Page): void {
    this.#turnTo({ ...this.state, page });
  }

  #turn(by: number): void {
    this.#turnTo(goTo(this.state, this.state.step + by, this.#memberSteps), '[part=progress] span');
  }

  async #next(): Promise<void> {
    if (await this.#areReady(this.#memberSteps[this.state.step - 1] ?? [])) this.#turn(1);
  }

  #open(member: SittingMember): void {
    const steps = this.#memberSteps;
    this.#go(goTo(this.state, stepOf(member, steps), steps));
  }

  /** Whether questionnaires may go on; else the step of the first that may not is shown, and what is to be looked at. */
  async #areReady(members: SittingMember[]): Promise<boolean> {
    for (const member of members) {
      const { page, step } = this.state;
      const isShown = page === 'steps' && (this.count === 1 || stepOf(member, this.#memberSteps) === step);
      if (!isShown && member.isReady(false)) continue;
      this.#open(member);
      await this.#host.updateComplete;
      if (!member.isReady(true)) return false;
    }
    return true;
  }

  #onAnswer(): void {
    this.#host.requestUpdate();
    if (this.#isClearing) return;
    this.submitter.edit();
    this.sent = undefined;
    this.state = answer(this.state, this.questionnaires.some(isFilled));
  }

  /** Empties members together. */
  #eachMember(empty: (member: SittingMember) => void): void {
    this.#isClearing = true;
    this.sitting.members.forEach(empty);
    this.#isClearing = false;
  }
}
