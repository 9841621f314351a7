import { html, nothing, type CSSResultGroup, type CSSResultOrNative, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Response } from '../../core/record/response.ts';
import { same } from '../../core/plain-data/same.ts';
import { score, type Score } from '../../core/scoring/score.ts';
import type { RecordDetails, Session } from '../../core/answering/session.ts';
import type { Instance, Snapshot } from '../../core/answering/snapshot.ts';
import { AttuneAnswerEvent } from '../../events/answer-event.ts';
import { AttunePageEvent } from '../../events/page-event.ts';
import { AttuneSavedEvent } from '../../events/saved-event.ts';
import { AttuneSubmitEvent, type SubmitDetail } from '../../events/submit-event.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { controlStyles } from '../styles/control.styles.ts';
import { CrisisNotice } from '../safety/crisis-notice.ts';
import { veilEvents } from '../host/event-veil.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import { absenceWords, formWords } from '../text/form-words.ts';
import { FormAssociated } from '../host/form-associated.ts';
import * as takes from '../host/host-input.ts';
import { IdleEraser, idleMinutesOf } from '../safety/idle-eraser.ts';
import { idleWarningStyles } from '../safety/idle-warning.styles.ts';
import { dropPrinted, printCopy, saveCopy, type OwnCopy } from '../safety/own-copy.ts';
import { progressStyles } from '../styles/progress.styles.ts';
import { isSharedDevice } from '../safety/shared-device.ts';
import { isPageHere } from '../host/page-here.ts';
import { ignoreRepeatedPress } from '../host/repeated-press.ts';
import { report } from '../host/report.ts';
import { showStates } from '../host/show-states.ts';
import { wholeOnPaper } from '../safety/whole-on-paper.ts';
import { seekSitting, type Sitting } from '../handoff/sitting.ts';
import { SubmissionController, type SubmitOutcome } from '../handoff/submission-controller.ts';
import { Widget } from '../host/widget.ts';
import { WidgetFocus } from '../host/widget-focus.ts';
import { words as common, type Words } from '../text/words.ts';
import { alterations, controlOf, type Alteration } from './items/alterations.ts';
import { answerLines } from './templates/answer-lines.ts';
import { answersNear } from './items/answers-near.ts';
import type { Extension } from './extension.ts';
import { findInstance } from './find-instance.ts';
import { formEntries } from './form-entries.ts';
import { writeState } from './form-state.ts';
import { hostMistakes } from './host-mistakes.ts';
import { createItemList } from './items/item-list.ts';
import { makeItem } from './items/make-item.ts';
import { itemMistakes } from './items/item-mistakes.ts';
import { widget } from './templates/pages-view.ts';
import { problemText } from './templates/problem-text.ts';
import { showProgress } from './templates/progress.ts';
import { questionnaireStyles } from './questionnaire.styles.ts';
import { recordDetails } from './record-details.ts';
import { resultWordsTemplate, type ResultTemplate } from './templates/result-words-template.ts';
import { SessionKeeper } from './session-keeper.ts';
import { SittingMembership } from './sitting-membership.ts';
import type { ItemContext, Parts } from './items/item-type-view.ts';
import { takeInput } from './items/take-input.ts';
import type { View } from './templates/view.ts';

/** What the form's entries, its state and its validity depend on, beside the answers. */
const RECORDED = [
  'form', 'required', 'name', 'privacy', 'who', 'when', 'kept', 'strings', 'subject', 'encounter', 'author', 'disabled',
  'formDisabled',
];
const IDLE_MINUTES = 5;
/** The words of every questionnaire; the views of its item types bring theirs. */
const words = { ...common, ...absenceWords, ...formWords };
let count = 0;

/**
 * The engine: presents one instrument and takes its record to the host. What is asked comes from its
 * `extension`; each questionnaire is this class with an extension of its own.
 *
 * @attr {string} lang - The language of the record; else that of the nearest element around it.
 *
 * @slot intro - In place of the instrument's introduction.
 * @slot who-sees - Who will see the answers, in your own words, in place of `who`, `when` and `kept`.
 * @slot crisis - Your own local help for someone in danger. Without it a plain default stands there.
 * @slot concern - Whom a person can tell, other than their therapist.
 * @slot thanks - Shown once the record was handed over.
 *
 * @fires {AttuneAnswerEvent} attune-answer - An item was answered, left out or cleared. What was answered is not told.
 * @fires {AttunePageEvent} attune-page - Another page is shown (`layout="paged"`).
 * @fires {AttuneSubmitEvent} attune-submit - The person sends. The one event with answers; takes `waitUntil(promise)`.
 * @fires {AttuneSavedEvent} attune-saved - The host has kept the record.
 * @fires {AttuneErrorEvent} attune-error - A save failed, or the host gave something that cannot be used.
 * @fires {Event} input - The person changed something; plain, without an answer.
 * @fires {Event} change - The person changed something; plain, without an answer.
 *
 * @csspart base - The whole widget.
 * @csspart title - Its heading.
 * @csspart intro - The introduction.
 * @csspart who-sees - Who will see the answers.
 * @csspart crisis - The crisis notice.
 * @csspart concern - Whom one can tell.
 * @csspart progress - Progress in words, and its bar.
 * @csspart stem - What all lines begin with, over each page of them.
 * @csspart items - All items of the page.
 * @csspart group - A group of items.
 * @csspart group-title - Its heading.
 * @csspart item - One item.
 * @csspart display - A text between items.
 * @csspart legend - The question of an item.
 * @csspart help - The help under a question.
 * @csspart error - What is wrong with an item, at the item.
 * @csspart options - The options of an item.
 * @csspart option - One option.
 * @csspart leave-out - An option that leaves the item out.
 * @csspart ends - The two end labels of a rating.
 * @csspart input - A text, number, date or time field, or a slider.
 * @csspart counter - How much room is left in a text with a limit.
 * @csspart value - What a slider says.
 * @csspart choose - Takes the number where a slider rests.
 * @csspart clear - Takes one answer back.
 * @csspart add - Adds a repetition of a group.
 * @csspart remove - Removes one.
 * @csspart summary - What was left blank or must be looked at, with a way to each line.
 * @csspart error-summary - The same, where something must be looked at before sending.
 * @csspart actions - The row of buttons.
 * @csspart submit - The send button.
 * @csspart next - Next page.
 * @csspart back - Page before.
 * @csspart copy - Keep a copy.
 * @csspart erase - Stop and erase.
 * @csspart erase-now - Erases, after asking.
 * @csspart return - Back to the items.
 * @csspart show - Ends the blanking.
 * @csspart idle - The warning before the answers are erased because nobody was active.
 * @csspart stay - The button of the warning, for more time.
 * @csspart hide - The button that blanks the widget at once.
 * @csspart answers - One's own answers, to review or keep.
 * @csspart print - Prints them.
 * @csspart save - Saves them as a file.
 * @csspart edit - Back to editing, after sending.
 * @csspart status - What became of the record, in words.
 * @csspart result - What is shown after sending.
 *
 * @cssprop [--attune-ink=#1e2a2e] - Text. In the dark #e8eeec.
 * @cssprop [--attune-surface=#fff] - The ground everything stands on. In the dark #172024.
 * @cssprop [--attune-muted=#4f5d61] - Quieter text. In the dark #aebbbc.
 * @cssprop [--attune-line=#7c8a8e] - The outline of controls. In the dark #74858a.
 * @cssprop [--attune-hairline=#dde2e0] - Lines that only decorate. In the dark #2c383c.
 * @cssprop [--attune-accent=#1f6170] - Buttons, the chosen dot, focus. In the dark #7fc8d2.
 * @cssprop [--attune-on-accent=#fff] - Text on the accent. In the dark #0c2227.
 * @cssprop [--attune-tint=#e4f0f1] - The ground of what is chosen. In the dark #203a41.
 * @cssprop [--attune-error=#9a3412] - Errors. In the dark #f2a98a.
 * @cssprop [--attune-notice=#fbf3e2] - The ground of notices. In the dark #33291a.
 *
 * @cssstate sending - A record is on its way.
 * @cssstate saved - The host has kept it.
 * @cssstate sent - It was handed over; nobody said that it was kept.
 * @cssstate failed - It could not be kept, or no listener read it. Every answer is still there.
 * @cssstate incomplete - Something is blank.
 */
export abstract class QuestionnaireElement extends FormAssociated(Widget) {
  static override styles = [baseStyles, controlStyles, fieldStyles, progressStyles, idleWarningStyles, questionnaireStyles];
  /** What the items of the instrument need; `satisfies PartsFor<typeof instrument>` has the compiler compare the two. */
  declare protected static readonly parts: Parts;
  static override properties: PropertyDeclarations = {
    value: { noAccessor: true },
    strings: { attribute: false, takes: takes.strings(), code: 'bad-strings' },
    layout: { takes: takes.oneOf(['list', 'paged'], 'list') },
    required: { type: Boolean, takes: takes.flag },
    readonly: { type: Boolean, takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    who: { takes: takes.text },
    when: { takes: takes.text },
    kept: { takes: takes.text },
    result: { takes: takes.oneOf(['none', 'words', 'score'], 'none') },
    privacy: { takes: takes.privacy },
    review: { type: Boolean, takes: takes.flag },
    quickHide: { type: Boolean, attribute: 'quick-hide', takes: takes.flag },
    idleMinutes: { type: Number, attribute: 'idle-minutes', takes: takes.minutes(IDLE_MINUTES) },
    subject: { takes: takes.id },
    encounter: { takes: takes.id },
    author: { takes: takes.author },
    page: { state: true },
    isHidden: { state: true },
  };

  /** `list`: all items on one page; `paged`: three at a time. */
  declare layout: 'list' | 'paged';
  /** Every item must be answered or left out before sending. */
  declare required: boolean;
  /** Shows the answers and allows no change; they are still submitted with a form. */
  declare readonly: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Who will see the answers: "Your therapist". */
  declare who: string | undefined;
  /** When they will see them: "before your next session". */
  declare when: string | undefined;
  /** Where the answers are kept: "in your clinic's records". */
  declare kept: string | undefined;
  /** What is shown after sending. `score` is refused for instruments that a client fills in. */
  declare result: 'none' | 'words' | 'score';
  /** `shared`: for a device that others use: never restored, no copy, erased when idle. */
  declare privacy: 'personal' | 'shared';
  /** Shows the answers once more before they are sent. */
  declare review: boolean;
  /** Offers a button that blanks the widget at once. */
  declare quickHide: boolean;
  /** With `privacy="shared"`: minutes without a touch until the answers are erased; 0 is never. */
  declare idleMinutes: number;
  /** The host's id for the person, put into the record. */
  declare subject: string | undefined;
  /** The host's id for the session, put into the record. */
  declare encounter: string | undefined;
  /** Who fills it in, put into the record. */
  declare author: 'client' | 'therapist' | 'observer' | undefined;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<Words> | undefined;
  declare private page: View['page'];
  /** Blanked for people who are not alone; only the person ends it. */
  declare private isHidden: boolean;

  #uid = `a${(++count).toString(36)}${Math.random().toString(36).slice(2, 6)}-`;
  #hasSeenBlanks = false;
  #errors: ReadonlySet<string> = new Set();
  #refused = false;
  /** The seconds that the session around it was last told. */
  #warned = 0;
  #focus = new WidgetFocus(this);
  #reported = new Set<string>();
  /** The session that was looked over once it stood. */
  #checked: Session | undefined;
  /** What the session showed when the record left. */
  #sent: Snapshot | undefined;
  /** A record of these answers has left the widget, to the host or with a form. */
  #hasLeft = false;
  #context: ItemContext | undefined;
  #showItems = createItemList();
  /** The record that the form's entries hold. */
  #entered: Response | undefined;
  /** What the view around the items was rendered from. */
  #frame: readonly unknown[] = [];
  #keeper = new SessionKeeper(
    this,
    () => ({ definition: this.extension.definition(), options: this.#options, given: this.extension.given?.() ?? [], structure: this.#parts.structure }),
    (isNew) => (isNew ? this.#begin() : this.#publish()),
  );
  #submission = new SubmissionController(
    this,
    (record, onLate) => new AttuneSubmitEvent(this.#detailOf(record), onLate),
    (record) => {
      this.#keeper.markSaved(record);
      this.dispatchEvent(new AttuneSavedEvent({ responseId: record.id }));
    },
  );
  #crisis = new CrisisNotice(this, () => !this.#sitting && this.#keeper.session?.instrument.audience === 'client');
  #idle: IdleEraser = new IdleEraser(this, {
    minutes: () => (this.isShared && !this.#isUntouched ? idleMinutesOf(this.idleMinutes, IDLE_MINUTES) : undefined),
    erase: () => {
      this.#stopAndErase();
      // In a closed step nobody would read that it was erased.
      this.#membership.show();
    },
    area: (): HTMLElement => this.#sitting?.element ?? this,
  });

  constructor() {
    super();
    wholeOnPaper(this);
    this.layout = 'list';
    this.required = this.readonly = this.review = this.quickHide = false;
    this.headingLevel = 2;
    this.result = 'none';
    this.privacy = 'personal';
    this.idleMinutes = IDLE_MINUTES;
    this.page = 'form';
    this.isHidden = false;
  }

  // --- What a questionnaire says of itself ------------------------------------------------------------------------

  /** What the element adds to the engine. */
  protected abstract readonly extension: Extension;
  /** The session around it. */
  protected get sitting(): Sitting | undefined {
    return this.#sitting;
  }
  /** Without options of the extension: each property of an option's name, where the host has set it. */
  get #options(): Record<string, string> {
    const { definition, options } = this.extension;
    if (options) return options();
    const own = this as unknown as Record<string, string | undefined>;
    const names = Object.keys(definition()?.options ?? {});
    return Object.fromEntries(names.flatMap((name) => (own[name] ? [[name, own[name]]] : [])));
  }

  // --- What the host reads and does -------------------------------------------------------------------------------

  /**
   * The record: `in-progress` while it is filled in, `completed` once sent; `null` when blank. Setting it is silent.
   *
   * Only a change of what you set may replace answers. The same value again changes nothing; `null`, `undefined` and `''`
   * are the same. `null` after a value of this record makes the widget blank, unless the record is on its way or was sent.
   * An earlier state that the widget itself gave out changes nothing. Where the person has answered since, a late draft
   * is not taken and is reported as `newer-answers`. To go back to an earlier state, call `reset()` first.
   */
  get value(): Response | null {
    const session = this.#keeper.settle();
    const { submission } = this.#submission;
    this.#submission.noteRead();
    this.#sitting?.noteRead();
    if (submission.state === 'sent' || submission.state === 'sending') return this.#keeper.giveOut(submission.record);
    return this.#keeper.giveOut(!session || session.current.pristine ? null : session.current.response);
  }
  set value(value: Response | string | null) {
    this.#keeper.offer(value);
    if (this.hasUpdated) this.attempt(() => this.#keeper.settle());
    else this.requestUpdate();
  }

  /** The score of the answers so far. */
  get score(): Score | undefined {
    const session = this.#keeper.settle();
    return session && score(session.instrument, session.current.response);
  }

  /** Blank, under a new id. Whatever `value` is set to next is taken. */
  reset(): void {
    this.#keeper.reset();
  }

  /** Blank, and what the host still has of these answers does not come back. */
  protected erase(): void {
    this.#keeper.erase();
  }

  /**
   * What the send button does. Resolves when it is known what became of the record: to `failed` also where no listener
   * read it.
   */
  async submit(): Promise<SubmitOutcome> {
    const session = this.#keeper.settle();
    if (this.form || this.#sitting) {
      report(this, this.form ? 'in-form' : 'in-session');
      return 'prevented';
    }
    const { submission } = this.#submission;
    if (this.isDisabled || session?.unsent) return 'incomplete';
    if (submission.state === 'sending' || submission.state === 'failed') return this.#submission.send(submission.record);
    if (!session || submission.state === 'saved' || !this.#mayLeave(session.current)) return 'incomplete';
    return this.#submission.send(this.#takeRecord(session));
  }

  /** The completed record; it counts as sent from now on. */
  #takeRecord(session: Session): Response {
    session.setDetails(this.#details);
    const record = session.complete();
    this.#sent = session.current;
    this.#hasLeft = true;
    this.#keeper.markSent(record);
    // Under a review it is told, beside the same button, what became of it.
    if (this.page !== 'review') this.page = 'form';
    return record;
  }

  /** Shows what is missing or wrong, and moves the focus there. */
  reportValidity(): boolean {
    this.#keeper.settle();
    const isValid = this.checkValidity();
    if (!isValid) this.formShowProblems(true);
    return isValid;
  }

  /** The host has kept the record with this id. */
  acknowledge(id: string): void {
    this.#submission.acknowledge(id);
  }

  /** The host could not keep the record with this id. */
  fail(id: string): void {
    this.#submission.fail(id);
  }

  // --- The record and the form ------------------------------------------------------------------------------------

  /** The person starts anew, blank or with what was restored. */
  #begin(): void {
    const { status, replaces } = this.#keeper.session!.current.response;
    this.#hasSeenBlanks = this.#refused = false;
    this.#hasLeft = status === 'completed' || !!replaces;
    this.#sent = undefined;
    dropPrinted(this.shadowRoot);
    this.#errors = new Set();
    this.#context = undefined;
    this.page = 'form';
    this.#submission.reset();
    this.#sitting?.onAnswer();
    this.requestUpdate();
    this.#tellDetails();
    this.#publish();
  }

  /** Shows the session as it is now, and gives it to the form. Changes nothing in it. */
  #publish(): void {
    this.#sitting?.onChange();
    const session = this.#keeper.session!;
    const { instrument, current } = session;
    if (this.extension.extraShowsAnswers || !same(this.#frame, this.#frameOf(current))) this.requestUpdate();
    else if (!this.isUpdatePending) this.#showAnswers();
    const isBlank = current.pristine;
    this.#entered = this.#isEntered && !isBlank ? session.complete() : undefined;
    this.setFormContent({
      entries: this.#entered ? formEntries(this.name || instrument.id, this.#entered) : [],
      state: isBlank || this.isShared ? null : writeState(current, this.#keeper.jsonOf(current.response)),
    });
    this.#validate(current);
  }

  /** A form around it carries the record. */
  get #isEntered(): boolean {
    return !!this.form && !this.isDisabled && !this.#keeper.session!.unsent;
  }

  /** Puts what the host says now into the record that a form carries. A record that is sent otherwise gets it then. */
  #tellDetails(): void {
    if (this.#isEntered) this.#keeper.session!.setDetails(this.#details);
  }

  /** The host may say something else about the record, or about the form's entry. */
  #onDetails(): void {
    this.#tellDetails();
    this.#publish();
  }

  /** What a host gets with a record. */
  #detailOf(record: Response): SubmitDetail {
    const { instrument } = this.#keeper.session!;
    const agenda = this.extension.agenda?.(instrument, record);
    return { response: record, score: score(instrument, record), ...(agenda && { agenda }) };
  }

  get #details(): RecordDetails {
    return recordDetails(this, this.#sitting, this.#words);
  }

  get #parts(): Parts {
    return (this.constructor as typeof QuestionnaireElement).parts;
  }

  get #words(): Words {
    const own = Object.values(this.#parts.views).map((view) => view.words);
    return Object.assign({}, words, ...own, this.strings) as Words;
  }

  /** Nothing stands here that another person might see, or it is on its way. */
  get #isUntouched(): boolean {
    const { submission } = this.#submission;
    if (submission.state === 'sending') return !submission.slow;
    return submission.state === 'idle' && (this.#keeper.session?.current.pristine ?? true);
  }

  protected get isShared(): boolean {
    return isSharedDevice(this.privacy);
  }

  /** Inside a session the session turns the pages. */
  get #isPaged(): boolean {
    return this.layout === 'paged' && !this.#sitting;
  }

  /** While it warns, less than so many seconds are left. What the host has kept goes in silence: nothing is lost. */
  get #secondsLeft(): number {
    return this.#submission.submission.state === 'saved' ? 0 : this.#idle.secondsLeft;
  }

  /** Items that stop the sending: unusable ones, and blank ones that must not be. */
  #wrong({ rejected, blank, needed }: Snapshot): string[] {
    return this.readonly ? [] : [...rejected, ...(this.required ? blank : needed)];
  }

  #validate(snapshot: Snapshot): void {
    const [key] = this.isDisabled ? [] : this.#wrong(snapshot);
    const instance = key === undefined ? undefined : findInstance(snapshot.instances, key)!;
    if (instance) {
      const flags = instance.rejected ? { badInput: true } : { valueMissing: true };
      this.internals.setValidity(flags, problemText(instance, this.#itemContext()), this.#control(key!) ?? undefined);
    } else if (!this.validity.valid) this.internals.setValidity({});
  }

  /** Whether the answers may go now; else the person is shown what to look at, unless they are elsewhere. */
  #mayLeave(snapshot: Snapshot, show = true): boolean {
    const { blank, pristine } = snapshot;
    // In a session one may leave out a whole questionnaire, as one leaves a widget alone on a page.
    const isUntold = blank.length && !this.readonly && !this.#hasSeenBlanks && !(this.#sitting && pristine);
    const isWrong = this.#wrong(snapshot).length;
    const isReviewed = !this.review || this.#sitting || this.page === 'review';
    if (!isWrong && !isUntold && isReviewed) return true;
    if (!show) return false;
    if (isWrong) this.formShowProblems(true);
    else if (isUntold) {
      this.#hasSeenBlanks = true;
      this.#show('form', '[part~=summary]');
    } else this.#show('review');
    return false;
  }

  protected override formReset(): void {
    this.#keeper.formReset();
  }
  protected override formRestore(state: string): void {
    if (!this.isShared) this.#keeper.restore(state);
  }
  protected override formShowProblems(focus: boolean): void {
    this.#errors = new Set(this.#wrong(this.#keeper.session!.current));
    this.page = 'form';
    this.#membership.show();
    this.requestUpdate();
    if (focus) this.#focus.moveTo('[part~=summary]', 'button');
  }
  protected override formFocus(): void {
    this.renderRoot.querySelector<HTMLElement>('[data-key] :is(input,textarea)')?.focus();
  }
  protected override formRefuse(): void {
    this.#refused = true;
    this.requestUpdate();
    report(this, 'form-get');
  }
  protected override formSubmitted(): void {
    this.#refused = false;
    if (!this.#entered) return;
    this.#hasLeft = true;
    this.#keeper.markSent(this.#entered);
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #instanceOf(event: Event): Instance | undefined {
    const { key } = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset ?? {};
    return findInstance(this.#keeper.session!.current.instances, key);
  }

  #onInput = (event: Event): void => {
    const session = this.#keeper.session!;
    const instance = this.#instanceOf(event);
    if (!instance || !takeInput(event, instance, { context: this.#itemContext(), session })) return;
    this.extension.afterAnswer?.(session, instance);
    this.#changed(instance.item.id);
  };

  #changed(item: string): void {
    this.#keeper.markAnswered();
    this.#tellDetails();
    const { current } = this.#keeper.session!;
    const { answered, total } = current;
    if (this.#errors.size || this.#refused) {
      this.#errors = new Set(this.#wrong(current).filter((key) => this.#errors.has(key)));
      this.#refused = false;
      this.requestUpdate();
    }
    this.#submission.edit();
    this.#sitting?.onAnswer();
    this.#idle.stay();
    this.dispatchEvent(new AttuneAnswerEvent({ item, answered, total }));
  }

  /** What a button changes is told to the page as the native controls tell theirs. */
  protected alter(event: Event, alter: Alteration): void {
    const instance = this.#instanceOf(event)!;
    const focus = alter(this.#keeper.session!, instance);
    this.#changed(instance.item.id);
    for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true }));
    this.#focus.moveTo(focus, 'button');
  }

  #onClick = (event: Event): void => {
    const target = event.target as HTMLElement;
    if (this.readonly && target.matches('input')) event.preventDefault();
    const { do: action = '' } = target.dataset;
    const alter = alterations[action];
    if (alter) this.alter(event, alter);
    else this.#actions[action]?.(event);
  };

  #actions: Record<string, (event: Event) => void> = {
    go: (event) => {
      event.preventDefault();
      this.#goTo((event.target as HTMLElement).dataset.to!);
    },
    back: () => this.#turn(-1),
    next: () => this.#turn(1),
    send: () => void this.submit(),
    edit: () => {
      this.#submission.edit();
      this.#show('form');
    },
    copy: () => this.#show('copy'),
    erase: () => this.#show('erase'),
    'erase-now': () => {
      this.#stopAndErase();
      this.#focus.moveTo('#title', 'button');
    },
    return: () => this.#show('form'),
    hide: () => {
      this.isHidden = true;
      this.#focus.moveTo('button');
    },
    show: () => {
      this.isHidden = false;
      this.#focus.moveTo('#title', 'button');
    },
    print: ({ target }) => printCopy(target, this.#ownCopy(), this.#words.noPrint),
    save: () => saveCopy(this.#ownCopy()),
  };

  #show(page: View['page'], focus = '#title'): void {
    this.page = page;
    this.requestUpdate();
    this.#focus.moveTo(focus, 'button');
  }

  #stopAndErase(): void {
    const { state } = this.#submission.submission;
    const hasLeft = this.#hasLeft;
    this.erase();
    // What the host has kept is not erased by this: then the widget is just blank again.
    if (state !== 'saved') this.page = hasLeft ? 'erased-sent' : 'erased';
  }

  #turn(by: number): void {
    this.#openPage(this.#keeper.session!.current.page + by);
    this.#focus.moveTo('[part=progress] span', 'button');
  }

  #openPage(page: number): void {
    const session = this.#keeper.session!;
    if (!session.goTo(page).ok) return;
    this.dispatchEvent(new AttunePageEvent({ page, pages: session.current.pages.length }));
  }

  #goTo(key: string): void {
    const { pages, page } = this.#keeper.session!.current;
    const to = pages.findIndex((instances) => findInstance(instances, key)) + 1;
    if (this.#isPaged && to !== page) this.#openPage(to);
    this.#focus.moveTo(controlOf(key), 'button');
  }

  #control(key: string): HTMLElement | null {
    return this.renderRoot?.querySelector(controlOf(key));
  }

  // --- Inside a session -------------------------------------------------------------------------------------------

  [seekSitting](): void {
    this.#membership.seek();
  }
  get #sitting(): Sitting | undefined {
    return this.#membership.sitting;
  }

  #membership = new SittingMembership(this, {
    widget: this,
    current: () => {
      const { session } = this.#keeper;
      if (!session) return undefined;
      const { instrument, current, unsent } = session;
      const isSent = !this.form && !this.isDisabled && !unsent;
      return { instrument, recordId: current.response.id, isBlank: current.pristine, isSent };
    },
    copy: () => this.#ownCopy(),
    isReady: (show) => this.#mayLeave(this.#keeper.session!.current, show),
    take: () => this.#detailOf(this.#takeRecord(this.#keeper.session!)),
    reset: () => this.reset(),
    erase: () => this.erase(),
    update: () => {
      this.#context = undefined;
      this.requestUpdate();
      if (this.#keeper.session) this.#onDetails();
    },
    secondsLeft: () => this.#secondsLeft,
    stay: () => this.#idle.stay(),
  });

  // --- What is shown ----------------------------------------------------------------------------------------------

  protected static override finalizeStyles(styles: CSSResultGroup = []): CSSResultOrNative[] {
    // The class of all questionnaires has no parts itself.
    return super.finalizeStyles([styles, Object.values(this.parts?.views ?? {}).flatMap((view) => view.styles ?? [])]);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    ignoreRepeatedPress(root);
    root.addEventListener('click', this.#onClick);
    for (const type of ['input', 'change', 'focusout']) root.addEventListener(type, this.#onInput);
    veilEvents(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size) this.#context = undefined;
    const before = this.#keeper.session;
    const session = this.#keeper.settle();
    // One that has just begun was begun with them.
    if (session && session === before && RECORDED.some((name) => changed.has(name))) this.#onDetails();
  }

  protected override updated(changed: PropertyValues): void {
    this.#showAnswers();
    if (this.#secondsLeft !== this.#warned) this.#sitting?.onChange();
    this.#warned = this.#secondsLeft;
    // What had the focus may be gone.
    this.#focus.recover('#title', 'button');
    const { session } = this.#keeper;
    if (session && (session !== this.#checked || changed.size)) {
      this.#validate(session.current); // now that there is something to anchor it to
      if (isPageHere(this)) this.#tellMistakes(session);
    }
    const { state } = this.#submission.submission;
    showStates(this.internals, {
      sending: state === 'sending',
      saved: state === 'saved',
      sent: state === 'sent',
      failed: state === 'failed',
      incomplete: !!session?.current.blank.length,
    });
  }

  /** Attributes, slots and instrument may come late and in any order; the host is told of each mistake once. */
  #tellMistakes(session: Session): void {
    this.#checked = session;
    const general = hostMistakes(this, session.instrument, this.#crisis.isHere, !!this.#sitting);
    for (const mistake of [...general, ...itemMistakes(session.instrument, this.#parts), ...(this.extension.mistakes?.() ?? [])]) {
      const key = mistake.join();
      if (!this.#reported.has(key)) report(this, ...mistake);
      this.#reported.add(key);
    }
  }

  /** What the view around the items shows of the answers: while it is the same, an answer renders its own item alone. */
  #frameOf({ page, pages, total, answered, pristine, blank }: Snapshot): unknown[] {
    return [page, pages.length, total, !answered, pristine, !blank.length, this.#hasSeenBlanks && blank];
  }

  /** The items and the progress. */
  #showAnswers(): void {
    const { session } = this.#keeper;
    const [progress, items] = ['progress', 'items'].map((part) => this.renderRoot.querySelector(`[part=${part}]`));
    if (!session || !progress || !items) return;
    const { current } = session;
    const paged = this.#isPaged;
    const context = this.#itemContext();
    showProgress(progress, current, context.words, paged);
    this.#showItems(items, paged ? current.pages[current.page - 1]! : current.instances, context, this.#errors);
    this.#frame = this.#frameOf(current);
  }

  #itemContext(): ItemContext {
    const { instrument } = this.#keeper.session!;
    return (this.#context ??= {
      instrument,
      words: this.#words,
      parts: this.#parts,
      uid: this.#uid,
      level: this.headingLevel,
      required: !!this.required,
      readonly: !!this.readonly,
      shared: this.isShared,
      skippable: this.#isPaged,
      makeItem,
      optionSets: new Map(),
      answersAt: (at) => answersNear(this.#keeper.session!.current.response, at),
      groupNote: (instance) => this.extension.groupNote?.(instance, instrument) ?? nothing,
      fieldNote: (instance) => this.extension.fieldNote?.(instance, instrument) ?? nothing,
    });
  }

  #ownCopy(): OwnCopy {
    const { instrument, current } = this.#keeper.session!;
    // After saving the session is blank again.
    const { instances } = 'record' in this.#submission.submission ? this.#sent! : current;
    const lines = [...answerLines(instances, this.#itemContext()), ...(this.extension.copyNotes?.(instrument) ?? [])];
    return { title: instrument.title, lines: instrument.stem ? [{ label: instrument.stem }, ...lines] : lines };
  }

  #resultTemplate: ResultTemplate = (...given) => {
    const isForClient = given[0].audience === 'client';
    if (this.result === 'words') return resultWordsTemplate(...given);
    return (this.result === 'score' && !isForClient && this.extension.scoreTemplate?.(...given)) || nothing;
  };

  protected override render(): unknown {
    const { session } = this.#keeper;
    // A child script may come later than the element.
    if (!session) return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    const { instrument, current } = session;
    const { submission } = this.#submission;
    const context = this.#itemContext();
    const view: View = {
      context,
      snapshot: current,
      submission,
      page: this.page,
      paged: this.#isPaged,
      disabled: this.isDisabled || !!this.#sitting?.isSending,
      sentByOther: !!(this.form || this.#sitting),
      unsent: session.unsent,
      inSitting: !!this.#sitting,
      shared: this.isShared,
      review: this.review,
      quickHide: this.quickHide,
      crisis: this.#crisis.isHere,
      idle: this.#secondsLeft && !this.#sitting ? this.#idle.notice(this.#words.idle, this.#words.stay) : nothing,
      refused: this.#refused,
      hasSeenBlanks: this.#hasSeenBlanks,
      hidden: this.isHidden,
      errors: this.#errors,
      told: this,
      extra: this.extension.extra?.(
        instrument,
        'record' in submission ? submission.record : current.response,
        submission.state === 'saved' || submission.state === 'sent',
      ) ?? nothing,
    };
    return widget(view, this.headingLevel, () => this.#ownCopy(), this.#resultTemplate);
  }
}
