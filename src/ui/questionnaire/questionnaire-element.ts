import { html, type CSSResultGroup, type CSSResultOrNative, type PropertyValues } from 'lit';
import type { Response } from '../../core/record/response.ts';
import { score, type Score } from '../../core/scoring/score.ts';
import { seekSitting, type Sitting } from '../handoff/sitting.ts';
import type { SubmitOutcome } from '../handoff/submission-controller.ts';
import { veilEvents } from '../host/event-veil.ts';
import { ignoreRepeatedPress } from '../host/repeated-press.ts';
import { showStates } from '../host/show-states.ts';
import { wholeOnPaper } from '../safety/whole-on-paper.ts';
import { press } from './actions.ts';
import type { Extension } from './extension.ts';
import { QuestionnaireFlow } from './flow.ts';
import { HostMistakes } from './host-mistakes.ts';
import type { Alteration } from './items/alterations.ts';
import type { ItemSupport } from './items/item-type-view.ts';
import type { Inside } from './questionnaire-host.ts';
import { QuestionnaireSettings } from './questionnaire-settings.ts';
import { questionnaireStyles } from './questionnaire.styles.ts';
import { Screen } from './screen.ts';

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
 * @cssstate sending - A record is on its way.
 * @cssstate saved - The host has kept it.
 * @cssstate sent - It was handed over; nobody said that it was kept.
 * @cssstate failed - It could not be kept, or no listener read it. Every answer is still there.
 * @cssstate incomplete - Something is blank.
 */
export abstract class QuestionnaireElement extends QuestionnaireSettings {
  static override styles = questionnaireStyles;
  /** What the items of the instrument need; `satisfies PartsFor<typeof instrument>` has the compiler compare the two. */
  declare protected static readonly itemSupport: ItemSupport;

  #inside: Inside = {
    internals: this.internals,
    formSubmission: this.formSubmission,
    itemSupport: (this.constructor as typeof QuestionnaireElement).itemSupport,
    extension: () => this.extension,
    isDisabled: () => this.isDisabled,
  };
  #flow: QuestionnaireFlow = new QuestionnaireFlow(this, this.#inside, () => this.#screen);
  #screen = new Screen(this, this.#inside, this.#flow);
  #mistakes = new HostMistakes(this, this.#inside);
  protected override readonly formControl = this.#flow;

  constructor() {
    super();
    wholeOnPaper(this);
  }

  /** What the element adds to the engine. */
  protected abstract readonly extension: Extension;
  /** The session around it. */
  protected get sitting(): Sitting | undefined {
    return this.#flow.sitting;
  }
  protected get isShared(): boolean {
    return this.#flow.isShared;
  }
  /** A button of the element's own changes answers. */
  protected alter(target: EventTarget | null, alter: Alteration): void {
    this.#flow.editing.alter(target, alter);
  }
  /** Blank, and what the host still has of these answers does not come back. */
  protected erase(): void {
    this.#flow.filling.erase();
  }

  /**
   * The record: `in-progress` while it is filled in, `completed` once sent; `null` when blank. Setting it is silent.
   *
   * Only a change of what you set may replace answers. The same value again changes nothing; `null`, `undefined` and `''`
   * are the same. `null` after a value of this record makes the widget blank, unless the record is on its way or was sent.
   * An earlier state that the widget itself gave out changes nothing. Where the person has answered since, a late draft
   * is not taken and is reported as `newer-answers`. To go back to an earlier state, call `reset()` first.
   */
  get value(): Response | null {
    return this.#flow.sending.value();
  }
  set value(value: Response | string | null) {
    this.#flow.filling.offer(value);
    if (this.hasUpdated) this.attempt(() => this.#flow.filling.settle());
    else this.requestUpdate();
  }

  /** The score of the answers so far. */
  get score(): Score | undefined {
    const session = this.#flow.filling.settle();
    return session && score(session.instrument, session.current.response);
  }

  /** Blank, under a new id. Whatever `value` is set to next is taken. */
  reset(): void {
    this.#flow.filling.reset();
  }

  /**
   * What the send button does. Resolves when it is known what became of the record: to `failed` also where no listener
   * read it.
   */
  submit(): Promise<SubmitOutcome> {
    return this.#flow.sending.submit();
  }

  /** Shows what is missing or wrong, and moves the focus there. */
  reportValidity(): boolean {
    this.#flow.filling.settle();
    const isValid = this.checkValidity();
    if (!isValid) this.#flow.showProblems(true);
    return isValid;
  }

  /** The host has stored the record with this id. */
  acknowledge(id: string): void {
    this.#flow.sending.controller.acknowledge(id);
  }

  /** The host could not store the record with this id. */
  fail(id: string): void {
    this.#flow.sending.controller.fail(id);
  }

  [seekSitting](): void {
    this.#flow.seekSitting();
  }

  protected static override finalizeStyles(styles: CSSResultGroup = []): CSSResultOrNative[] {
    // The class of all questionnaires has no parts itself.
    return super.finalizeStyles([styles, Object.values(this.itemSupport?.views ?? {}).flatMap((view) => view.styles ?? [])]);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    ignoreRepeatedPress(root);
    this.listen(root, ['click'], (event) => {
      if (this.readonly && (event.target as Element).matches('input')) event.preventDefault();
      press(event, this.#flow, this.#screen);
    });
    this.listen(root, ['input', 'change', 'focusout'], (event) => this.#flow.editing.input(event));
    veilEvents(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size) this.#screen.forget();
    this.#flow.settle(changed);
  }

  protected override updated(): void {
    this.#screen.showAnswers();
    this.#flow.settled();
    const { filling, sending, crisis, sitting } = this.#flow;
    const { session } = filling;
    if (session) this.#mistakes.check({ instrument: session.instrument, hasCrisis: crisis.isHere, inSitting: !!sitting });
    const { state } = sending.submission;
    showStates(this.internals, {
      sending: state === 'sending',
      saved: state === 'saved',
      sent: state === 'sent',
      failed: state === 'failed',
      incomplete: !!session?.current.blank.length,
    });
  }

  protected override render(): unknown {
    // A child script may come later than the element.
    if (!this.#flow.filling.session) return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    return this.#screen.render();
  }
}
