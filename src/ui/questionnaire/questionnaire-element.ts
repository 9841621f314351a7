import { html, type CSSResultGroup, type CSSResultOrNative, type PropertyValues } from '../lit/lit.ts';
import type { Response } from '../../core/record/response.ts';
import { score, type Score } from '../../core/scoring/score.ts';
import { seekSitting, type Sitting } from '../handoff/sitting.ts';
import type { SubmitOutcome } from '../handoff/submission-controller.ts';
import { veilEvents } from '../host/event-veil.ts';
import { ignoreRepeatedPress } from '../host/repeated-press.ts';
import { showStates } from '../host/show-states.ts';
import { wholeOnPaper } from '../safety/whole-on-paper.ts';
import { press } from './actions.ts';
import type { Key } from '../text/catalogue.ts';
import type { FormKey } from '../text/keys.ts';
import type { Messages } from '../text/messages.ts';
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
 * The base of every questionnaire: properties, documentation, and the connection of the engine's objects. It presents one
 * instrument and sends its record to the host. The instrument comes from the `extension` of the subclass.
 *
 * @attr {string} lang - The language of the record. Without it, the language of the nearest element around it.
 *
 * @slot intro - Replaces the instrument's introduction.
 * @slot who-sees - Who will see the answers, in your own words. Replaces `who`, `when` and `kept`.
 * @slot crisis - Your local help for someone in danger: the number to call, always in sight. Replaces a plain default.
 * @slot crisis-more - More about your local help, behind a disclosure.
 * @slot concern - People that a person can talk to, other than their therapist.
 * @slot thanks - Shown after the record was sent.
 *
 * @fires {AttuneAnswerEvent} attune-answer - An item was answered, left out or cleared. It does not contain the answer.
 * @fires {AttunePageEvent} attune-page - The person opened another page of questions.
 * @fires {AttuneSubmitEvent} attune-submit - The person sends. The only event with answers. It has `waitUntil(promise)`.
 * @fires {AttuneSavedEvent} attune-saved - The host has saved the record.
 * @fires {AttuneErrorEvent} attune-error - Saving failed, or the host set something that cannot be used.
 * @fires {Event} input - The person changed something. A plain event without the answer.
 * @fires {Event} change - The person changed something. A plain event without the answer.
 *
 * @csspart base - The whole widget.
 * @csspart title - The title's heading.
 * @csspart length - How long it takes, and that a person may leave out questions and stop.
 * @csspart intro - The introduction.
 * @csspart who-sees - Who will see the answers.
 * @csspart crisis - The crisis notice.
 * @csspart concern - People that a person can talk to.
 * @csspart page-title - The heading of a page of questions.
 * @csspart progress - The progress in words, and its bar.
 * @csspart stem - The words that all items begin with, on each page.
 * @csspart items - All items of the page.
 * @csspart group - A group of items.
 * @csspart group-title - The heading of a group.
 * @csspart item - One item.
 * @csspart display - A text between items.
 * @csspart legend - The question of an item.
 * @csspart help - The help below a question.
 * @csspart error - The error of an item, at the item.
 * @csspart warning - What is said about an answer that can be sent as it is.
 * @csspart options - The options of an item.
 * @csspart option - One option.
 * @csspart leave-out - An option that leaves the item out.
 * @csspart ends - The two end labels of a rating.
 * @csspart input - A text, number, date or time field, or a slider.
 * @csspart counter - How many characters are left in a text with a limit.
 * @csspart value - The value of a slider in words.
 * @csspart choose - The button that chooses the number at which a slider rests.
 * @csspart clear - The button that undoes one answer.
 * @csspart add - The button that adds a repetition of a group.
 * @csspart remove - The button that removes a repetition.
 * @csspart summary - The items that are blank or have an error, with a link to each.
 * @csspart error-summary - The summary, if an error must be corrected before sending.
 * @csspart actions - The row of buttons.
 * @csspart submit - The send button.
 * @csspart next - The button to the next page.
 * @csspart back - The button to the page before.
 * @csspart copy - The button that offers a copy.
 * @csspart erase - The button that stops and asks before erasing.
 * @csspart erase-now - The button that erases.
 * @csspart return - The button back to the items.
 * @csspart show - The button that shows the hidden content again.
 * @csspart idle - The warning before the answers are erased because nobody was active.
 * @csspart stay - The button of the warning that gives more time.
 * @csspart hide - The button that hides the content at once.
 * @csspart answers - The person's answers, in the review and in the copy.
 * @csspart print - The button that prints the answers.
 * @csspart save - The button that saves the answers as a file.
 * @csspart edit - The button back to the items after sending.
 * @csspart status - The state of the record, in words.
 * @csspart result - What is shown after sending.
 *
 * @cssstate sending - A record is on its way.
 * @cssstate saved - The host has saved the record.
 * @cssstate sent - The host has the record, and did not confirm that it saved it.
 * @cssstate failed - The host could not save the record, or no listener read it. Every answer is still there.
 * @cssstate incomplete - An item is blank.
 */
export abstract class QuestionnaireElement extends QuestionnaireSettings {
  static override styles = questionnaireStyles;
  /** What the items of the instrument need. With `satisfies SupportFor<typeof instrument>`, the compiler compares the two. */
  declare protected static readonly itemSupport: ItemSupport;

  #inside: Inside = {
    internals: this.internals,
    formSubmission: this.formSubmission,
    itemSupport: () => (this.constructor as typeof QuestionnaireElement).itemSupport,
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
  /** The session around the widget. */
  protected get sitting(): Sitting | undefined {
    return this.#flow.sitting;
  }
  /** The interface words. `K` is the keys of the subclass. */
  protected t<K extends Key = FormKey>(): Messages<K> {
    return this.#screen.t as unknown as Messages<K>;
  }
  protected get isShared(): boolean {
    return this.#flow.isShared;
  }
  /** Changes answers for a button of the subclass. */
  protected alter(target: EventTarget | null, alter: Alteration): void {
    this.#flow.editing.alter(target, alter);
  }
  /** Makes the widget blank. A value of the host with these answers is refused from now on. */
  protected erase(): void {
    this.#flow.filling.erase();
  }

  /**
   * The record: `in-progress` while it is filled in, `completed` after sending; `null` when blank. Setting it fires no event.
   *
   * Only a changed value may replace answers. Setting the same value again changes nothing; `null`, `undefined` and `''` are
   * the same. `null` after a value of this record makes the widget blank, unless the record is on its way or was sent. An
   * earlier state that you read from the widget changes nothing. If the person has answered since, a late draft is refused
   * and reported as `newer-answers`. To go back to an earlier state, call `reset()` first.
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

  /** Makes the widget blank, under a new id. The next `value` that you set is accepted. */
  reset(): void {
    this.#flow.filling.reset();
  }

  /**
   * Does the same as the send button. Resolves to the result: to `failed` also if no listener read the record.
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
    // This base class itself supports no items.
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
    // A server shows the children. What a person answered in a shadow root, before the script came, would belong to no form.
    if (!this.renderRoot) return;
    if (changed.size) this.#screen.forget();
    this.#flow.settle(changed);
  }

  protected override updated(): void {
    this.#screen.showAnswers();
    this.#flow.settled();
    const { filling, sending, crisis, sitting } = this.#flow;
    const { session } = filling;
    if (session) this.#mistakes.check({ instrument: session.instrument, problems: session.current.problems, hasCrisis: crisis.isHere, inSitting: !!sitting });
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
    // A child script may be parsed later than the element.
    if (!this.#flow.filling.session) return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    return this.#screen.render();
  }
}
