import { AttuneSavedEvent } from '../../events/saved-event.ts';
import { AttuneSessionSubmitEvent, type SessionSubmitDetail } from '../../events/session-submit-event.ts';
import type { SubmitDetail } from '../../events/submit-event.ts';
import { newId } from '../../ui/host/new-id.ts';
import { dropPrinted, printCopy, saveCopy, type OwnCopy } from '../../ui/safety/own-copy.ts';
import type { SittingMember } from '../../ui/handoff/sitting.ts';
import { SubmissionController, type SubmitOutcome } from '../../ui/handoff/submission-controller.ts';
import { draftMessages, followDraft } from '../../ui/safety/draft-keeper.ts';
import { WidgetFocus } from '../../ui/host/widget-focus.ts';
import { OpenSitting } from './open-sitting.ts';
import { copyOf, isFilled } from './session-copy.ts';
import type { SessionHost, SessionKey } from './session-host.ts';
import { answer, askToSend, erase, fitStep, goTo, holdStep, initialState, reset, stepOf, type Page, type SessionState } from './session-state.ts';
import { stepsOf, type Step } from './steps.ts';
import { Language } from '../../ui/text/language.ts';
import { common } from '../../ui/text/locales/en/common.ts';
import { session } from '../../ui/text/locales/en/session.ts';
import type { Messages } from '../../ui/text/messages.ts';

const idsOf = (submissions: readonly SubmitDetail[]): string[] => submissions.map(({ response }) => response.id);

type State = SessionState<SittingMember>;

/** Owns the questionnaires of a session, its state, its submission and its actions. It does not render. */
export class SessionFlow {
  state: State = initialState;
  /** A copy of the sent answers, because the questionnaires are blank after saving. */
  sent: OwnCopy | undefined;
  readonly sitting: OpenSitting;
  readonly focus: WidgetFocus;
  readonly submitter: SubmissionController<SessionSubmitDetail>;
  #host: SessionHost;
  #language: Language<SessionKey>;
  /** The id of the submission. Sending the same records again has the same id. */
  #id = '';
  /** The ids of the records in that submission. */
  #records = '';
  /** The session itself makes its questionnaires blank. */
  #isClearing = false;

  constructor(host: SessionHost) {
    this.#host = host;
    this.#language = new Language(host, {
      english: () => ({ ...common, session, drafts: draftMessages() ?? {} }),
      // The content of the session is the host's, so the messages are marked, not the whole.
      around: () => this.#language.asked || 'en',
    });
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
        // A record that was changed or begun in the meantime stays, and so does a record that the session did not send.
        this.#eachMember((member) => {
          if (ids.includes(member.current()?.recordId ?? '')) member.erase();
        });
        for (const responseId of ids) host.dispatchEvent(new AttuneSavedEvent({ responseId }));
      },
    );
  }

  /** The interface words, in the best language that the page has for them. */
  get t(): Messages<SessionKey> {
    return this.#language.messages;
  }

  get steps(): Step[] {
    return stepsOf(this.#host, this.sitting.members);
  }

  /** The number of steps; 1 if the page shows all of them at once. */
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

  /** The questionnaires that the session sends. */
  get sendable(): SittingMember[] {
    return this.questionnaires.filter((member) => member.current()!.isSent);
  }

  /** The person's answers. After saving, the sent ones, because the questionnaires are blank. */
  get copy(): OwnCopy {
    return (this.submitter.submission.state === 'saved' && this.sent) || copyOf(this.questionnaires, this.t);
  }

  /** Resolves to the result of the submission. */
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
    this.sent = copyOf(this.questionnaires, this.t);
    const submissions = filled.map((member) => member.handOver());
    const records = idsOf(submissions).join();
    if (records !== this.#records) this.#id = newId();
    this.#records = records;
    return this.submitter.send({ id: this.#id, submissions });
  }

  followDraft(): void {
    followDraft(this.#host, { isSitting: true, members: () => this.questionnaires, messages: () => this.t });
  }

  reset(): void {
    this.#eachMember((member) => member.reset());
    this.#startOver();
  }

  #startOver(): void {
    this.submitter.reset();
    this.#go(reset(this.state));
    this.sent = undefined;
    dropPrinted(this.#host.renderRoot);
  }

  /** Keeps the step open in which the person is active. */
  holdStep = (): void => {
    this.state = holdStep(this.state, this.#memberSteps);
  };

  /** During the warning before a questionnaire is erased: fewer seconds than this are left. Otherwise 0. */
  get secondsLeft(): number {
    const left = [...this.sitting.members].map((member) => member.secondsLeft()).filter((seconds) => seconds);
    return left.length ? Math.min(...left) : 0;
  }

  /** Forgets the sent answers, because the next person may use the back button. */
  forgetSent(): void {
    this.sent = undefined;
    this.#go({ ...this.state, page: 'steps' });
  }

  /** Before a render. `mustUpdateMembers`: the host has changed settings that the members use. */
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
    print: (button) => printCopy(button, this.copy, this.t.text('noPrint')),
    save: () => saveCopy(this.copy),
    hide: () => this.#turnTo({ ...this.state, isHidden: true }, 'button'),
    show: () => this.#turnTo({ ...this.state, isHidden: false }),
  };

  #go(state: State): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** Shows another page. Focuses the first of these selectors that exists, else the beginning of the page. */
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

  /** Whether these questionnaires may be sent. If not, shows the step of the first that may not, and what to look at. */
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

  /** Makes members blank, without handling the change of each as an answer. */
  #eachMember(makeBlank: (member: SittingMember) => void): void {
    this.#isClearing = true;
    this.sitting.members.forEach(makeBlank);
    this.#isClearing = false;
  }
}
