import { nothing, type PropertyValues, type TemplateResult } from '../lit/lit.ts';
import { AttuneAnswerEvent } from '../../events/answer-event.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { indexItems } from '../../core/instrument/item-index.ts';
import type { Instance } from '../../core/answering/snapshot.ts';
import type { Sitting, SittingMember } from '../handoff/sitting.ts';
import type { FormControl } from '../host/form-associated.ts';
import { report } from '../host/report.ts';
import { WidgetFocus } from '../host/widget-focus.ts';
import { CrisisNotice } from '../safety/crisis-notice.ts';
import { followDraft } from '../safety/draft-keeper.ts';
import { IdleEraser } from '../safety/idle-eraser.ts';
import { dropPrinted } from '../safety/own-copy.ts';
import { isSharedAround } from '../safety/shared-device.ts';
import { Editing } from './editing.ts';
import { askedBy } from './asked-by.ts';
import { takeFallback } from './fallback-taker.ts';
import { Filling } from './filling.ts';
import type { EntryOrder } from './entry-order.ts';
import { findInstances } from './find-instance.ts';
import { FormBridge, affectsForm } from './form-bridge.ts';
import { Navigation } from './navigation.ts';
import { settingsOf, type FlowScreen, type Inside, type QuestionnaireHost } from './questionnaire-host.ts';
import { IDLE_MINUTES } from './questionnaire-settings.ts';
import * as states from './questionnaire-state.ts';
import { viewOf, whatStops, wrongItems, type Facts, type QuestionnaireView } from './questionnaire-view.ts';
import { Sending } from './sending.ts';
import { sittingMember } from './sitting-member.ts';
import { SittingMembership } from './sitting-membership.ts';
import type { FormKey } from '../text/keys.ts';
import type { Messages } from '../text/messages.ts';

/**
 * Owns the state of a questionnaire, and connects the person, the host and a form with it. The decisions are in
 * `questionnaire-state.ts` and `questionnaire-view.ts`. It does not render.
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
  #member: SittingMember;
  /** The `secondsLeft` that the session around the widget knows. */
  #knownSecondsLeft = 0;

  constructor(host: QuestionnaireHost, inside: Inside, screen: () => FlowScreen) {
    this.#host = host;
    this.#inside = inside;
    this.#screen = screen;
    this.focus = new WidgetFocus(host);
    this.filling = new Filling(host, {
      asked: () => askedBy(inside.extension(), host, { itemSupport: inside.itemSupport(), language: screen().language }),
      locale: () => screen().t.lang,
      onTranslate: (to) => this.#translate(to),
      onBegin: () => this.#begin(),
      onChange: () => this.#publish(),
      onOffer: () => this.editing.finish(),
    });
    const { focus, filling } = this;
    const deps = {
      host,
      inside,
      filling,
      focus,
      sitting: () => this.sitting,
      messages: () => screen().t,
      context: () => screen().context,
    };
    this.editing = new Editing({ ...deps, onAnswer: (instance) => this.#onAnswer(instance) });
    this.sending = new Sending({
      ...deps,
      mayLeave: () => this.#mayLeave(true),
      copy: () => screen().copy(),
      onHandOver: () => {
        filling.session!.setDetails(this.bridge.details);
        this.#setState(states.send(this.state));
      },
    });
    this.bridge = new FormBridge({ ...deps, settings: () => this.facts.settings });
    this.navigation = new Navigation(deps);
    this.crisis = new CrisisNotice(host, () => !this.sitting && filling.session?.instrument.audience === 'client');
    this.idle = new IdleEraser(host, {
      minutes: () => (this.isShared && !this.#hasNothingToErase ? (host.idleMinutes ?? IDLE_MINUTES) : undefined),
      erase: () => {
        this.stopAndErase();
        // The step of the widget may be closed. The person must see that the answers were erased.
        this.#membership.show();
      },
      area: (): HTMLElement => this.sitting?.element ?? host,
    });
    this.#member = sittingMember({
      ...deps,
      sending: this.sending,
      bridge: this.bridge,
      copy: () => screen().copy(),
      mayLeave: (show) => this.#mayLeave(show),
      restore: (state) => this.restore(state),
      secondsLeft: () => this.#secondsLeft,
      stay: () => this.idle.stay(),
      onSitting: () => this.#onSitting(),
    });
    this.#membership = new SittingMembership(host, this.#member);
  }

  get facts(): Facts {
    const { sending, state } = this;
    const { current: snapshot, unsent: isUnsent } = this.filling.session!;
    const facts = { settings: settingsOf(this.#host, this.#inside, this.navigation), isUnsent, snapshot, submission: sending.submission, state };
    return this.#order?.inReach(facts) ?? facts;
  }

  /** What is shown now. */
  get view(): QuestionnaireView {
    const { facts } = this;
    const view = viewOf(facts);
    return this.#order?.restricted(view, facts) ?? view;
  }

  get #order(): EntryOrder | undefined {
    return this.navigation.entryMode && this.#inside.itemSupport().entryOrder;
  }

  get isShared(): boolean {
    return isSharedAround(this.#host, this.sitting?.element);
  }

  /** There are no answers that another person could see, or their record is on its way and not slow. */
  get #hasNothingToErase(): boolean {
    const { submission } = this.sending;
    if (submission.state === 'sending') return !submission.slow;
    return submission.state === 'idle' && (this.filling.session?.current.pristine ?? true);
  }

  /** The number of seconds in the warning; 0 without a warning. A saved record needs none, because nothing is lost. */
  get #secondsLeft(): number {
    return this.sending.submission.state === 'saved' ? 0 : this.idle.secondsLeft;
  }

  /** The warning before the answers are erased. Inside a session, the session shows it. */
  warning(t: Messages<FormKey>): TemplateResult | typeof nothing {
    return this.#secondsLeft && !this.sitting ? this.idle.notice((count) => t('idle', { count }), t('stay')) : nothing;
  }

  #setState(state: states.QuestionnaireState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #onAnswer({ item: { id: item }, key }: Instance): void {
    this.filling.markAnswered();
    this.navigation.lastAnswered = key;
    this.bridge.setDetails();
    const { settings, snapshot } = this.facts;
    const state = states.answer(this.state, wrongItems(snapshot, settings));
    if (state !== this.state) this.#setState(state);
    this.sending.controller.edit();
    this.sitting?.onAnswer();
    this.idle.stay();
    const { answered, total } = snapshot;
    this.#host.dispatchEvent(new AttuneAnswerEvent({ item, answered, total }));
  }

  /** Opens the next page. In an order, only if nothing stops the person on this one. */
  goOn(): void {
    const stops = this.#order?.stopsNext(this.facts) ?? [];
    if (stops.length) return this.#showErrors(stops, true);
    if (this.#order) this.#setState(states.goOn(this.state));
    this.navigation.turn(1);
  }

  openPage(page: states.QuestionnaireState['page']): void {
    this.#setState(states.openPage(this.state, page));
    this.focus.moveTo('#title', 'button');
  }

  setHidden(isHidden: boolean): void {
    this.#setState(states.setHidden(this.state, isHidden));
    this.focus.moveTo(isHidden ? 'button' : '#title', 'button');
  }

  stopAndErase(): void {
    const { state } = this.sending.submission;
    const { hasLeft } = this.state;
    this.filling.erase();
    // A saved record cannot be erased here, so the widget does not show that it was erased.
    if (state !== 'saved') this.#setState(states.showErased(this.state, hasLeft));
  }

  /** Whether the answers may be sent now. If not, `show` shows the person what to look at. */
  #mayLeave(show: boolean): boolean {
    const stop = whatStops(this.facts);
    if (!stop || !show) return !stop;
    if (stop === 'errors') this.showProblems(true);
    else if (stop === 'review') this.openPage('review');
    else {
      this.#setState(states.pointOutBlanks(this.state, this.#instances([...this.facts.snapshot.blank, ...(this.facts.snapshot.warned ?? [])])));
      this.navigation.goToSummary();
    }
    return false;
  }

  #instances(keys: readonly string[]): Instance[] {
    const { instances, form } = this.filling.session!.current;
    return [...(form && keys.includes('') ? [form] : []), ...findInstances(instances, new Set(keys))];
  }

  // --- Requests of the form around it -----------------------------------------------------------------------------

  reset(): void {
    this.filling.formReset();
  }

  restore(state: string): void {
    if (!this.bridge.isForgotten) this.filling.restore(state);
  }

  showProblems(focus: boolean): void {
    const { settings, snapshot } = this.facts;
    this.#showErrors(wrongItems(snapshot, settings), focus);
  }

  #showErrors(keys: readonly string[], focus: boolean): void {
    this.#setState(states.showErrors(this.state, this.#instances(keys)));
    this.#membership.show();
    if (focus) this.navigation.goToSummary();
  }

  focusFirst(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('[data-key] :is(input,select,textarea)')?.focus();
  }

  refuse(): void {
    this.#setState(states.refuse(this.state));
    report(this.#host, 'form-get');
  }

  submitted(): void {
    const { carried } = this.bridge;
    this.#setState(states.submitWithForm(this.state, !!carried));
    if (carried) this.filling.markSent(carried);
  }

  // --- Requests of the session around it --------------------------------------------------------------------------

  get sitting(): Sitting | undefined {
    return this.#membership.sitting;
  }

  seekSitting(): void {
    this.#membership.seek();
  }

  // --- Changes of the answers and of the element ------------------------------------------------------------------

  /** A new attempt begins, blank or with a restored record. */
  #begin(): void {
    const { status, replaces } = this.filling.session!.current.response;
    this.#setState(states.begin(this.state, status === 'completed' || !!replaces));
    this.sending.sent = undefined;
    dropPrinted(this.#host.renderRoot);
    this.#screen().forget();
    this.sending.controller.reset();
    this.sitting?.onAnswer();
    this.bridge.setDetails();
    this.#publish();
  }

  #translate(to: Instrument): void {
    const items = indexItems(to);
    this.#screen().forget();
    this.#setState(states.translate(this.state, ({ item }) => items.get(item.id)?.item ?? item));
  }

  /** Shows the current answers and passes them to the form. Changes no answer. */
  #publish(): void {
    this.sitting?.onChange();
    this.#screen().follow();
    this.bridge.publish();
    this.#followDraft();
  }

  #followDraft(): void {
    followDraft(this.#host, { members: () => (this.sitting ? [] : [this.#member]), messages: () => this.#screen().t });
  }

  /** The session around the widget has changed, or is another one. */
  #onSitting(): void {
    this.#screen().forget();
    this.#host.requestUpdate();
    if (this.filling.session) this.#onDetails();
  }

  /** The host has changed the details of the record, or the entry of the form. */
  #onDetails(): void {
    this.bridge.setDetails();
    this.#publish();
  }

  /** For `willUpdate`, with the properties that have changed. */
  settle(changed: PropertyValues): void {
    const before = this.filling.session;
    const session = this.filling.settle();
    // A new session already has the details.
    if (session && session === before && affectsForm(changed)) this.#onDetails();
    if (session) takeFallback(this.#host, session.instrument, (answers) => this.filling.adopt(answers), (key) => this.navigation.goTo(key));
  }

  /** For `updated`. */
  settled(): void {
    if (this.#secondsLeft !== this.#knownSecondsLeft) this.sitting?.onChange();
    this.#knownSecondsLeft = this.#secondsLeft;
    // The element that had the focus may be gone.
    this.focus.recover('#title', 'button');
    // The controls exist now, so the validity can point at one.
    if (this.filling.session) this.bridge.validate();
    this.#followDraft();
  }
}
