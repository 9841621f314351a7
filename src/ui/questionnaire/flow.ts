import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AttuneAnswerEvent } from '../../events/answer-event.ts';
import type { Sitting, SittingMember } from '../handoff/sitting.ts';
import type { FormControl } from '../host/form-associated.ts';
import { report } from '../host/report.ts';
import { WidgetFocus } from '../host/widget-focus.ts';
import { CrisisNotice } from '../safety/crisis-notice.ts';
import { IDLE_MINUTES, IdleEraser, idleMinutesOf } from '../safety/idle-eraser.ts';
import { dropPrinted, type OwnCopy } from '../safety/own-copy.ts';
import { isSharedDevice } from '../safety/shared-device.ts';
import type { Words } from '../text/words.ts';
import { Editing } from './editing.ts';
import { optionsOf } from './extension.ts';
import { Filling } from './filling.ts';
import { FormBridge, isCarried } from './form-bridge.ts';
import type { ItemContext } from './items/item-type-view.ts';
import { Navigation } from './navigation.ts';
import { isPaged, settingsOf, type Inside, type QuestionnaireHost } from './questionnaire-host.ts';
import * as states from './questionnaire-state.ts';
import { whatStops, wrongItems, type Facts } from './questionnaire-view.ts';
import { Sending } from './sending.ts';
import { SittingMembership } from './sitting-membership.ts';

/** What the flow uses of the screen. */
interface FlowScreen {
  readonly words: Words;
  readonly context: ItemContext;
  forget(): void;
  follow(): void;
  copy(): OwnCopy;
}

/**
 * Owns the state of a questionnaire, and does what the person, the host and a form ask. What it decides is in
 * `questionnaire-state.ts` and `questionnaire-view.ts`. It renders nothing.
 */
export class QuestionnaireFlow implements FormControl {
  state = states.initialState;
  readonly focus: WidgetFocus;
  readonly filling: Filling;
  readonly editing: Editing;
  readonly sending: Sending;
  readonly bridge: FormBridge;
  readonly navigation: Navigation;
  readonly crisis: CrisisNotice;
  readonly idle: IdleEraser;
  #host: QuestionnaireHost;
  #inside: Inside;
  #screen: () => FlowScreen;
  #membership: SittingMembership;
  /** The seconds that the session around it heard of last. */
  #warned = 0;

  constructor(host: QuestionnaireHost, inside: Inside, screen: () => FlowScreen) {
    this.#host = host;
    this.#inside = inside;
    this.#screen = screen;
    const focus = (this.focus = new WidgetFocus(host));
    const filling = (this.filling = new Filling(host, {
      asked: () => {
        const extension = inside.extension();
        const options = optionsOf(extension, host);
        return { definition: extension.definition(), options, given: extension.given?.() ?? [], structure: inside.itemSupport.structure };
      },
      onBegin: () => this.#begin(),
      onChange: () => this.#publish(),
      onOffer: () => this.editing.finish(),
    }));
    const around = {
      host,
      inside,
      filling,
      focus,
      sitting: () => this.sitting,
      words: () => screen().words,
      context: () => screen().context,
    };
    this.editing = new Editing({ ...around, onAnswer: (item) => this.#onAnswer(item) });
    this.sending = new Sending({
      ...around,
      mayLeave: () => this.#mayLeave(true),
      onHandOver: () => {
        filling.session!.setDetails(this.bridge.details);
        this.#to(states.send(this.state));
      },
    });
    this.bridge = new FormBridge({ ...around, settings: () => this.facts.settings });
    this.navigation = new Navigation({ ...around, isPaged: () => isPaged(host, this.sitting) });
    this.crisis = new CrisisNotice(host, () => !this.sitting && filling.session?.instrument.audience === 'client');
    this.idle = new IdleEraser(host, {
      minutes: () => (this.isShared && !this.#isUntouched ? idleMinutesOf(host.idleMinutes, IDLE_MINUTES) : undefined),
      erase: () => {
        this.stopAndErase();
        // In a closed step nobody would read that it was erased.
        this.#membership.show();
      },
      area: (): HTMLElement => this.sitting?.element ?? host,
    });
    this.#membership = new SittingMembership(host, this.#member());
  }

  get facts(): Facts {
    const { sending, state } = this;
    const { current: snapshot, unsent: isUnsent } = this.filling.session!;
    return { settings: settingsOf(this.#host, this.#inside, this.sitting), isUnsent, snapshot, submission: sending.submission, state };
  }

  get isShared(): boolean {
    return isSharedDevice(this.#host.privacy);
  }

  /** The widget has nothing that another person might see, or its record is on its way. */
  get #isUntouched(): boolean {
    const { submission } = this.sending;
    if (submission.state === 'sending') return !submission.slow;
    return submission.state === 'idle' && (this.filling.session?.current.pristine ?? true);
  }

  /** While it warns, less than so many seconds are left. What the host has stored goes in silence: nothing is lost. */
  get #secondsLeft(): number {
    return this.sending.submission.state === 'saved' ? 0 : this.idle.secondsLeft;
  }

  /** The warning before the answers are erased. In a session the session shows it. */
  warning({ idle, stay }: Words): TemplateResult | typeof nothing {
    return this.#secondsLeft && !this.sitting ? this.idle.notice(idle, stay) : nothing;
  }

  #to(state: states.QuestionnaireState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #onAnswer(item: string): void {
    this.filling.markAnswered();
    this.bridge.setDetails();
    const { settings, snapshot } = this.facts;
    const state = states.answer(this.state, wrongItems(snapshot, settings));
    if (state !== this.state) this.#to(state);
    this.sending.controller.edit();
    this.sitting?.onAnswer();
    this.idle.stay();
    const { answered, total } = snapshot;
    this.#host.dispatchEvent(new AttuneAnswerEvent({ item, answered, total }));
  }

  show(page: states.QuestionnaireState['page']): void {
    this.#to(states.show(this.state, page));
    this.focus.moveTo('#title', 'button');
  }

  hide(isHidden: boolean): void {
    this.#to(states.hide(this.state, isHidden));
    this.focus.moveTo(isHidden ? 'button' : '#title', 'button');
  }

  stopAndErase(): void {
    const { state } = this.sending.submission;
    const { hasLeft } = this.state;
    this.filling.erase();
    // What the host has stored is not erased by this: then the widget is just blank again.
    if (state !== 'saved') this.#to(states.showErased(this.state, hasLeft));
  }

  /** Whether the answers may go now. With `show`, the person is shown what to look at where they may not. */
  #mayLeave(show: boolean): boolean {
    const stop = whatStops(this.facts);
    if (!stop || !show) return !stop;
    if (stop === 'errors') this.showProblems(true);
    else if (stop === 'review') this.show('review');
    else {
      this.#to(states.pointOutBlanks(this.state));
      this.focus.moveTo('[part~=summary]', 'button');
    }
    return false;
  }

  // --- What the form around it asks -------------------------------------------------------------------------------

  reset(): void {
    this.filling.formReset();
  }

  restore(state: string): void {
    if (!this.bridge.isForgotten) this.filling.restore(state);
  }

  showProblems(focus: boolean): void {
    const { settings, snapshot } = this.facts;
    this.#to(states.showErrors(this.state, wrongItems(snapshot, settings)));
    this.#membership.show();
    if (focus) this.focus.moveTo('[part~=summary]', 'button');
  }

  focusFirst(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('[data-key] :is(input,textarea)')?.focus();
  }

  refuse(): void {
    this.#to(states.refuse(this.state));
    report(this.#host, 'form-get', 'The form would put answers into an address; use method="post"');
  }

  submitted(): void {
    const { carried } = this.bridge;
    this.#to(states.submitWithForm(this.state, !!carried));
    if (carried) this.filling.markSent(carried);
  }

  // --- What the session around it asks ----------------------------------------------------------------------------

  get sitting(): Sitting | undefined {
    return this.#membership.sitting;
  }

  seekSitting(): void {
    this.#membership.seek();
  }

  #member(): SittingMember {
    const { filling, sending } = this;
    return {
      widget: this.#host,
      current: () => {
        if (!filling.session) return undefined;
        const { instrument, current, unsent } = filling.session;
        const isSent = !this.#host.form && !this.#inside.isDisabled() && !unsent;
        return { instrument, recordId: current.response.id, isBlank: current.pristine, isSent };
      },
      copy: () => this.#screen().copy(),
      isReady: (show) => this.#mayLeave(show),
      handOver: () => sending.detailOf(sending.handOver()),
      reset: () => filling.reset(),
      erase: () => filling.erase(),
      update: () => {
        this.#screen().forget();
        this.#host.requestUpdate();
        if (filling.session) this.#onDetails();
      },
      secondsLeft: () => this.#secondsLeft,
      stay: () => this.idle.stay(),
    };
  }

  // --- What changes in the session and the element ----------------------------------------------------------------

  /** The person starts anew, blank or with what was restored. */
  #begin(): void {
    const { status, replaces } = this.filling.session!.current.response;
    this.#to(states.begin(this.state, status === 'completed' || !!replaces));
    this.sending.sent = undefined;
    dropPrinted(this.#host.shadowRoot);
    this.#screen().forget();
    this.sending.controller.reset();
    this.sitting?.onAnswer();
    this.bridge.setDetails();
    this.#publish();
  }

  /** Shows the session as it is now, and gives it to the form. Changes nothing in it. */
  #publish(): void {
    this.sitting?.onChange();
    this.#screen().follow();
    this.bridge.publish();
  }

  /** The host may say something else about the record, or about the form's entry. */
  #onDetails(): void {
    this.bridge.setDetails();
    this.#publish();
  }

  /** For `willUpdate`, with the properties that have changed. */
  settle(changed: PropertyValues): void {
    const before = this.filling.session;
    const session = this.filling.settle();
    // A session that has just begun has them already.
    if (session && session === before && isCarried(changed)) this.#onDetails();
  }

  /** For `updated`. */
  settled(): void {
    if (this.#secondsLeft !== this.#warned) this.sitting?.onChange();
    this.#warned = this.#secondsLeft;
    // What had the focus may be gone.
    this.focus.recover('#title', 'button');
    // Now there is something to point at.
    if (this.filling.session) this.bridge.validate();
  }
}
