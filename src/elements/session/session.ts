import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Response } from '../../core/response.ts';
import { AttuneSavedEvent } from '../../events/saved-event.ts';
import { AttuneSessionSubmitEvent, type SessionSubmitDetail } from '../../events/session-submit-event.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { controlStyles } from '../../internal/control.styles.ts';
import { CrisisNotice } from '../../internal/crisis-notice.ts';
import { IdleWarning } from '../../internal/idle-warning.ts';
import { idleWarningStyles } from '../../internal/idle-warning.styles.ts';
import { newId } from '../../internal/new-id.ts';
import { dropPrinted, printCopy, saveCopy, type OwnCopy } from '../../internal/own-copy.ts';
import { progressStyles } from '../../internal/progress.styles.ts';
import { button } from '../../internal/button.ts';
import { crisisNotice } from '../../internal/crisis-template.ts';
import { heading } from '../../internal/heading.ts';
import * as takes from '../../internal/host-input.ts';
import { isSharedDevice } from '../../internal/known-attributes.ts';
import {
  actions,
  afterSending,
  aside,
  isOver,
  sendButton,
  status,
  titleOf,
  type Aside,
} from '../../internal/page-parts.ts';
import { ignoreRepeatedPress } from '../../internal/repeated-press.ts';
import { report } from '../../internal/report.ts';
import { showStates } from '../../internal/show-states.ts';
import { seekSitting, sittingContext, type SittingMember } from '../../internal/sitting.ts';
import { SubmissionController, type SubmitOutcome } from '../../internal/submission-controller.ts';
import { Widget } from '../../internal/widget.ts';
import { words, type CommonWords, type Words } from '../../internal/words.ts';
import { OpenSitting } from './open-sitting.ts';
import { sessionWords, type SessionWords } from './session-words.ts';
import { sessionStyles } from './session.styles.ts';
import { stepsOf, type Step } from './steps.ts';

/**
 * Ties the questionnaires inside it into one sitting: they share who it is about, come one after the other, and go to
 * the host together. All of it is kept, or none.
 *
 * A questionnaire that nobody touched is left out of what is sent. Inside a plain form the form does the sending, and
 * the session only orders the steps. Each step shows its questionnaire whole, and no result of its own after sending.
 *
 * @summary Several questionnaires as one sitting: steps, a review, one submission.
 * @tag attune-session
 * @attr {string} lang - The language of the records of the questionnaires inside.
 *
 * @slot - The questionnaires, and the host's own words around them.
 * @slot intro - Above the first step.
 * @slot crisis - Your own local help for someone in danger. Without it a plain default stands there.
 * @slot thanks - Shown once everything was handed over.
 *
 * @fires {AttuneSessionSubmitEvent} attune-session-submit - The person sends; carries every record; takes `waitUntil(promise)`.
 * @fires {AttuneSavedEvent} attune-saved - The host has kept a record: one for each.
 * @fires {AttuneErrorEvent} attune-error - A save failed, or the host gave something that cannot be used.
 *
 * @csspart base - The whole session.
 * @csspart progress - Which step it is, and its bar.
 * @csspart crisis - The crisis notice.
 * @csspart title - The heading of the review.
 * @csspart answers - One's own answers.
 * @csspart actions - The row of buttons.
 * @csspart back - Step before.
 * @csspart next - Next step.
 * @csspart submit - The send button.
 * @csspart copy - Keep a copy.
 * @csspart print - Prints it.
 * @csspart save - Saves it as a file.
 * @csspart stayed - That some of what was written was not sent.
 * @csspart edit - Back to editing, after sending.
 * @csspart erase - Stop and erase.
 * @csspart erase-now - Erases, after asking.
 * @csspart return - Back to the questionnaires.
 * @csspart idle - The warning before answers are erased because nobody was active.
 * @csspart stay - The button of the warning, for more time.
 * @csspart hide - The button that blanks the session at once.
 * @csspart show - Ends the blanking.
 * @csspart status - What became of the records, in words.
 *
 * @cssstate sending - The records are on their way.
 * @cssstate saved - The host has kept them.
 * @cssstate sent - They were handed over; nobody said that they were kept.
 * @cssstate failed - They could not be kept, or no listener read them. Every answer is still there.
 */
export class AttuneSession extends Widget {
  static override shadowRootOptions: ShadowRootInit = { ...Widget.shadowRootOptions, slotAssignment: 'manual' };
  static override styles = [baseStyles, controlStyles, progressStyles, idleWarningStyles, sessionStyles];
  static override properties: PropertyDeclarations = {
    subject: { takes: takes.id },
    encounter: { takes: takes.id },
    author: { takes: takes.author },
    earlier: { takes: takes.list, code: 'bad-earlier' },
    layout: { takes: takes.oneOf(['paged', 'list'], 'list') },
    review: { type: Boolean, takes: takes.flag },
    quickHide: { type: Boolean, attribute: 'quick-hide', takes: takes.flag },
    privacy: { takes: takes.privacy },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    strings: { attribute: false, takes: takes.strings(), code: 'bad-strings' },
  };

  /** The host's id for the person, put into every record. */
  declare subject: string | undefined;
  /** The host's id for this sitting, put into every record. */
  declare encounter: string | undefined;
  /** Who fills it in, put into every record. */
  declare author: 'client' | 'therapist' | 'observer' | undefined;
  /** Records of earlier sittings, for the widgets that show them; as an attribute, a JSON list. */
  declare earlier: readonly Response[] | string | undefined;
  /** `paged`: one step at a time; `list`: all on one page. */
  declare layout: 'paged' | 'list';
  /** Shows all answers once more before they are sent. */
  declare review: boolean;
  /** Offers a button that blanks the whole session at once. */
  declare quickHide: boolean;
  /** `shared`: for a device that others use: no copy is offered. Set it on the questionnaires too. */
  declare privacy: 'personal' | 'shared';
  /** Level of the review's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<Words & SessionWords> | undefined;

  #internals = this.attachInternals();
  #page = 1;
  /** In the step where the person is: it stays open, whatever comes in before it. */
  #busyWith: SittingMember | undefined;
  #shows: Page = 'steps';
  #isEmpty = false;
  /** Something has left for the host. */
  #hasLeft = false;
  #reported = new Set<string>();
  /** The widgets are being emptied together. */
  #isClearing = false;
  #hadFocus = false;
  /** Blanked for people who are not alone; only the person ends it. */
  #isHidden = false;
  /** The answers that were sent, for a copy of them once the widgets are blank again. */
  #sent: OwnCopy | undefined;
  /** The id that these records go out under, as often as they do. */
  #id = '';
  #records = '';
  #sitting = new OpenSitting(this, {
    onAnswer: () => this.#onAnswer(),
    onChange: () => this.requestUpdate(),
    show: (member) => this.#open(member),
    noteRead: () => this.#submission.noteRead(),
  });
  #provider = new ContextProvider(this, { context: sittingContext, initialValue: this.#sitting });
  #observer = new MutationObserver(() => this.requestUpdate());
  #submission = new SubmissionController<SessionSubmitDetail>(
    this,
    (detail, onLate) => new AttuneSessionSubmitEvent(detail, onLate),
    ({ submissions }) => {
      const ids = submissions.map(({ response }) => response.id);
      // What was changed or begun meanwhile, and what the session did not send, stays.
      this.#eachMember((member) => {
        if (ids.includes(member.current()?.recordId ?? '')) member.erase();
      });
      for (const responseId of ids) this.dispatchEvent(new AttuneSavedEvent({ responseId }));
    },
  );
  #warning = new IdleWarning(this, () => this.#sitting.members.forEach((member) => member.stay()));
  #crisis = new CrisisNotice(this, () => this.#inside.some((member) => member.current()?.instrument.audience === 'client'));

  constructor() {
    super();
    this.layout = 'paged';
    this.privacy = 'personal';
    this.headingLevel = 2;
  }

  // --- What the host does -----------------------------------------------------------------------------------------

  /**
   * What the send button does. Resolves when it is known what became of the records: to `failed` also where no listener
   * read them.
   */
  async submit(): Promise<SubmitOutcome> {
    const { submission } = this.#submission;
    if (submission.state === 'saved') return 'incomplete';
    if (submission.state === 'sending' || submission.state === 'failed') return this.#submission.send(submission.record);
    for (const member of this.#taking) {
      if (!(await this.#isReady(member))) return 'incomplete';
    }
    const filled = this.#taking.filter(isFilled);
    this.#isEmpty = !filled.length;
    this.requestUpdate();
    if (this.#isEmpty) return 'incomplete';
    if (this.review && this.#shows !== 'review') {
      this.#show('review');
      return 'incomplete';
    }
    this.#sent = this.#copy();
    this.#hasLeft = true;
    const submissions = filled.map((member) => member.take());
    const records = submissions.map(({ response }) => response.id).join();
    if (records !== this.#records) [this.#records, this.#id] = [records, newId()];
    return this.#submission.send({ id: this.#id, submissions });
  }

  /** Every questionnaire blank, under a new id. */
  reset(): void {
    this.#eachMember((member) => member.reset());
    this.#startOver();
  }

  #startOver(): void {
    this.#submission.reset();
    this.#page = 1;
    this.#busyWith = undefined;
    this.#shows = 'steps';
    this.#hasLeft = this.#isEmpty = false;
    this.#sent = undefined;
    dropPrinted(this.shadowRoot);
  }

  /** The host has kept everything that was sent under this id. */
  acknowledge(id: string): void {
    this.#submission.acknowledge(id);
  }

  /** The host could not keep what was sent under this id. */
  fail(id: string): void {
    this.#submission.fail(id);
  }

  // --- The questionnaires inside ----------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['click', 'keydown', 'input']) this.addEventListener(type, this.#holdStep);
    window.addEventListener('pageshow', this.#onPageShow);
    this.#observer.observe(this, { childList: true });
    if (this.parentElement?.closest(this.localName)) {
      report(this, 'nested-session', 'Inside another session it goes on for itself: that one sends nothing of it');
    }
    // Those that were there first have asked in vain.
    for (const widget of this.querySelectorAll('*')) (widget as Partial<{ [seekSitting](): void }>)[seekSitting]?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageShow);
    this.#observer.disconnect();
  }

  // A widget that keeps nothing comes back blank; then no copy of it may stand here either.
  #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.#sent = undefined;
    this.#shows = 'steps';
    this.requestUpdate();
  };

  get #isPaged(): boolean {
    return !this.layout || this.layout === 'paged';
  }

  get #steps(): Step[] {
    return stepsOf(this, this.#sitting.members);
  }

  /** Every questionnaire, in page order. */
  get #inside(): SittingMember[] {
    return this.#steps.flatMap(({ members }) => members);
  }

  /** Those that the session sends. */
  get #taking(): SittingMember[] {
    return this.#inside.filter((member) => member.current()!.isSent);
  }

  /** What a person is busy with stays open. */
  #holdStep = (): void => {
    if (!this.#busyWith || !this.#sitting.members.has(this.#busyWith)) this.#goTo(this.#page);
  };

  #onAnswer(): void {
    this.requestUpdate();
    if (this.#isClearing) return;
    this.#submission.edit();
    this.#sent = undefined;
    this.#isEmpty = false;
    if (this.#shows === 'review' && !this.#inside.some(isFilled)) this.#shows = 'steps';
  }

  /** Empties members together. */
  #eachMember(empty: (member: SittingMember) => void): void {
    this.#isClearing = true;
    this.#sitting.members.forEach(empty);
    this.#isClearing = false;
  }

  #pageOf(member: SittingMember): number {
    return this.#steps.findIndex(({ members }) => members.includes(member)) + 1;
  }

  #open(member: SittingMember): void {
    this.#shows = 'steps';
    this.#goTo(this.#pageOf(member));
    this.requestUpdate();
  }

  /** Whether a questionnaire may go on; else its step is shown, and what is to be looked at. */
  async #isReady(member: SittingMember): Promise<boolean> {
    const isShown = this.#shows === 'steps' && (!this.#isPaged || this.#pageOf(member) === this.#page);
    if (!isShown && member.isReady(false)) return true;
    this.#open(member);
    await this.updateComplete;
    return member.isReady(true);
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    ignoreRepeatedPress(root as ShadowRoot);
    root.addEventListener('click', ({ target }) => this.#actions[(target as HTMLElement).dataset.do ?? '']?.(target));
    return root;
  }

  #actions: Record<string, (button: EventTarget | null) => void> = {
    back: () => this.#turn(-1),
    next: () => void this.#next(),
    send: () => void this.submit(),
    edit: () => {
      this.#submission.edit();
      this.#show('steps');
    },
    copy: () => this.#show('copy'),
    erase: () => this.#show('erase'),
    'erase-now': () => {
      const hasLeft = this.#hasLeft;
      this.#eachMember((member) => member.erase());
      this.#startOver();
      this.#show(hasLeft ? 'erased-sent' : 'erased');
    },
    return: () => this.#show('steps'),
    print: (button) => printCopy(button, this.#kept, this.#words.noPrint),
    save: () => saveCopy(this.#kept),
    hide: () => {
      this.#isHidden = true;
      this.#show(this.#shows, 'button');
    },
    show: () => {
      this.#isHidden = false;
      this.#show(this.#shows);
    },
  };

  async #next(): Promise<void> {
    for (const member of this.#steps[this.#page - 1]?.members ?? []) {
      if (!(await this.#isReady(member))) return;
    }
    this.#turn(1);
  }

  #goTo(page: number): void {
    this.#page = page;
    this.#busyWith = this.#steps[page - 1]?.members[0];
  }

  #turn(by: number): void {
    this.#goTo(this.#page + by);
    this.#show('steps', '[part=progress] span');
  }

  #show(page: Page, focus?: string): void {
    this.#shows = page;
    this.requestUpdate();
    const places = ['#title', '[part=progress] span', '[part=status]:not(:empty)', 'section', 'button'];
    void this.updateComplete.then(() => this.#focus(...(focus ? [focus] : []), ...places));
  }

  /** On the first of these that is there. */
  #focus(...selectors: string[]): void {
    const found = selectors.map((selector) => this.shadowRoot!.querySelector<HTMLElement>(selector));
    found.find((element) => element)?.focus();
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  get #words(): CommonWords & SessionWords {
    return { ...words, ...sessionWords, ...this.strings };
  }

  #copy(): OwnCopy {
    const { reviewTitle, leftBlank } = this.#words;
    const all = this.#inside.flatMap((member) => {
      const { title, lines } = member.copy();
      return [{ label: title }, ...(isFilled(member) ? lines : [{ text: leftBlank }])];
    });
    return { title: reviewTitle, lines: all };
  }

  /** After saving the widgets are blank again. */
  get #kept(): OwnCopy {
    return (this.#submission.submission.state === 'saved' && this.#sent) || this.#copy();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('earlier')) {
      this.#sitting.takeEarlier(this.earlier);
      this.#provider.setValue(this.#sitting, true);
    }
    const { submission } = this.#submission;
    this.#hadFocus = !!this.shadowRoot!.activeElement;
    const isSending = submission.state === 'sending';
    const isTold = ['earlier', 'subject', 'encounter', 'author'].some((name) => changed.has(name));
    if (isSending !== this.#sitting.isSending || isTold) {
      this.#sitting.isSending = isSending;
      for (const member of this.#sitting.members) member.update();
    }
    // A questionnaire that was removed is forgotten.
    if (this.#busyWith && !this.#sitting.members.has(this.#busyWith)) this.#busyWith = undefined;
    const page = (this.#busyWith && this.#pageOf(this.#busyWith)) || this.#page;
    this.#page = Math.max(1, Math.min(page, this.#steps.length));
  }

  protected override updated(): void {
    // A closed step is not rendered at all: its questionnaire keeps every answer.
    for (const slot of this.shadowRoot!.querySelectorAll('slot')) {
      const named = [...this.children].filter((child) => child.slot === slot.name);
      const [from, to] = this.#isPaged ? [this.#page - 1, this.#page] : [0];
      slot.assign(...(slot.name ? named : this.#steps.slice(from, to).flatMap(({ nodes }) => nodes)));
    }
    // What had the focus may be gone.
    if (this.#hadFocus && !this.shadowRoot!.activeElement) {
      this.#focus('#title', '[part=progress] span', '[part=status]');
    }
    const hasNoHelp = this.#crisis.isHere && !this.querySelector(':scope > [slot=crisis]');
    this.#report(hasNoHelp, 'no-crisis-slot', 'Put your own local help into slot="crisis"');
    const { state } = this.#submission.submission;
    showStates(this.#internals, {
      sending: state === 'sending',
      saved: state === 'saved',
      sent: state === 'sent',
      failed: state === 'failed',
    });
  }

  /** Tells the host of each mistake once. */
  #report(isSo: boolean, code: string, message: string): void {
    if (isSo && !this.#reported.has(code)) report(this, code, message);
    if (isSo) this.#reported.add(code);
  }

  protected override render(): TemplateResult {
    const { submission } = this.#submission;
    if (this.#isHidden) return html`${button('show', this.#words.show)}`;
    const over = isOver(submission, this.#shows);
    const isFirst = this.#page === 1 || !this.#isPaged;
    // The section takes the focus where nothing else can. A button must not: the next key press could send.
    return html`<section part="base" tabindex="-1">
      ${this.#shows === 'steps' && !over && isFirst ? html`<slot name="intro"></slot>` : nothing}
      ${crisisNotice(this.#crisis.isHere, this.#words, over || (this.#shows === 'steps' && isFirst))}
      ${this.quickHide ? button('hide', this.#words.hide, 'quiet') : nothing} ${this.#body(over)}
      ${status({
        page: this.#shows,
        submission,
        words: this.#words,
        saved: this.#words.savedPlain,
        instead: this.#isEmpty ? this.#words.nothing : '',
        shared: isSharedDevice(this.privacy),
      })}
      ${this.#idleNotice()}
    </section>`;
  }

  #body(over: boolean): TemplateResult {
    const text = this.#words;
    const { submission } = this.#submission;
    const shows = this.#shows;
    const hasAnswers = this.#inside.some(isFilled);
    const copy = !isSharedDevice(this.privacy) && (this.#sent || hasAnswers) ? button('copy', text.copy, 'quiet') : nothing;
    const send = (): TemplateResult =>
      sendButton(submission, text, this.review && shows !== 'review' ? text.review : text.send);
    if (over) {
      const hasStayed = this.#sent?.lines.some(({ stays }) => stays);
      return html`<slot name="thanks"></slot>
        ${hasStayed ? html`<p part="stayed" class="help">${text.stayed}</p>` : nothing} ${afterSending(submission, text, copy)}`;
    }
    if (shows !== 'steps') {
      const title = titleOf(shows, text);
      return html`${title ? heading(this.headingLevel, title, 'title', 'title') : nothing} ${aside(shows, text, () => this.#kept, () => [send(), submission.state === 'failed' ? copy : nothing])}`;
    }
    const pages = this.#isPaged ? this.#steps.length : 1;
    const isLast = this.#page === pages || pages === 1;
    return html`${pages > 1 ? this.#progress(pages) : nothing}
      <slot></slot>
      ${actions(
        pages > 1 && this.#page > 1 ? button('back', text.back) : nothing,
        isLast ? (this.#taking.length ? send() : nothing) : button('next', text.next, 'main'),
        copy,
        hasAnswers ? button('erase', text.erase, 'quiet') : nothing,
      )}`;
  }

  /** One warning for all questionnaires: the one that is about to be erased may stand in a closed step. */
  #idleNotice(): unknown {
    const left = [...this.#sitting.members].map((member) => member.secondsLeft()).filter((seconds) => seconds);
    const { idle, stay } = this.#words;
    return left.length ? this.#warning.template(fill(idle, { seconds: Math.min(...left) }), stay) : nothing;
  }

  #progress(pages: number): TemplateResult {
    return html`<div part="progress">
      <span id="progress" tabindex="-1">${fill(this.#words.part, { page: this.#page, pages })}</span>
      <progress max=${pages} .value=${this.#page} aria-labelledby="progress"></progress>
    </div>`;
  }
}

/** The questionnaires, or what stands in their place. */
type Page = 'steps' | Aside;

const isFilled = (member: SittingMember): boolean => member.current()?.isBlank === false;
