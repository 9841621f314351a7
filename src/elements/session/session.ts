import { ContextProvider } from '../../ui/lit/context.ts';
import { nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from '../../ui/lit/lit.ts';
import type { Response } from '../../core/record/response.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { controlStyles } from '../../ui/styles/control.styles.ts';
import { CrisisNotice } from '../../ui/safety/crisis-notice.ts';
import { isSharedDevice } from '../../ui/safety/shared-device.ts';
import { progressStyles } from '../../ui/styles/progress.styles.ts';
import * as takes from '../../ui/host/host-input.ts';
import { IdleWarning } from '../../ui/safety/idle-warning.ts';
import { idleWarningStyles } from '../../ui/safety/idle-warning.styles.ts';
import { ignoreRepeatedPress } from '../../ui/host/repeated-press.ts';
import { Widget } from '../../ui/host/widget.ts';
import { pressed } from '../../ui/host/pressed.ts';
import { report } from '../../ui/host/report.ts';
import { showStates } from '../../ui/host/show-states.ts';
import { seekSitting, sittingContext } from '../../ui/handoff/sitting.ts';
import type { SubmitOutcome } from '../../ui/handoff/submission-controller.ts';
import { isFilled } from './session-copy.ts';
import { SessionFlow } from './session-flow.ts';
import { sessionTemplate } from './session-template.ts';
import { sessionStyles } from './session.styles.ts';
import type { DraftStore } from '../../ui/safety/draft-keeper.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { SessionKey } from './session-host.ts';

/**
 * Presents the questionnaires inside it as one sitting: they have the same subject and encounter, are shown step by step, and
 * are sent together. The host saves all records or none.
 *
 * A blank questionnaire is not sent. Inside a plain form, the form sends, and the session only shows the steps. Each step
 * shows its whole questionnaire on one page. The questionnaires show no result after sending.
 *
 * @summary Several questionnaires as one sitting: steps, a review, one submission.
 * @tag attune-session
 * @attr {string} lang - The language of the records of the questionnaires inside.
 *
 * @slot - The questionnaires, and the host's own words around them.
 * @slot title - Replaces the title on the first step. Use a heading.
 * @slot intro - Below the title, on the first step.
 * @slot crisis - Your local help for someone in danger. Replaces a plain default.
 * @slot crisis-more - More about it, behind a disclosure.
 * @slot thanks - Shown after the records were sent.
 *
 * @fires {AttuneSessionSubmitEvent} attune-session-submit - The person sends. It contains every record. It has `waitUntil(promise)`.
 * @fires {AttuneSavedEvent} attune-saved - The host has saved a record. One event for each record.
 * @fires {AttuneErrorEvent} attune-error - Saving failed, or the host set something that cannot be used.
 *
 * @csspart base - The whole session.
 * @csspart progress - The number of the step, and its bar.
 * @csspart crisis - The crisis notice.
 * @csspart title - The heading of the first step, and of the review.
 * @csspart answers - The person's answers, in the review and in the copy.
 * @csspart actions - The row of buttons.
 * @csspart back - The button to the step before.
 * @csspart next - The button to the next step.
 * @csspart submit - The send button.
 * @csspart copy - The button that offers a copy.
 * @csspart print - The button that prints the answers.
 * @csspart save - The button that saves the answers as a file.
 * @csspart stayed - The sentence that some of the text was not sent.
 * @csspart edit - The button back to the questionnaires after sending.
 * @csspart erase - The button that stops and asks before erasing.
 * @csspart erase-now - The button that erases.
 * @csspart return - The button back to the questionnaires.
 * @csspart idle - The warning before answers are erased because nobody was active.
 * @csspart stay - The button of the warning that gives more time.
 * @csspart hide - The button that hides the content at once.
 * @csspart show - The button that shows the hidden content again.
 * @csspart status - The state of the records, in words.
 *
 * @cssstate sending - The records are on their way.
 * @cssstate saved - The host has saved the records.
 * @cssstate sent - The host has the records, and did not confirm that it saved them.
 * @cssstate failed - The host could not save the records, or no listener read them. Every answer is still there.
 */
export class AttuneSession extends Widget {
  static override shadowRootOptions: ShadowRootInit = { ...Widget.shadowRootOptions, slotAssignment: 'manual' };
  static override styles = [baseStyles, controlStyles, progressStyles, idleWarningStyles, sessionStyles];
  static override properties: PropertyDeclarations = {
    autosave: { takes: takes.oneOf(['session', 'device']) },
    draftKey: { attribute: 'draft-key', takes: takes.key },
    draftStore: { attribute: false, takes: takes.store },
    subject: { takes: takes.id },
    encounter: { takes: takes.id },
    author: { takes: takes.author },
    earlier: { takes: takes.list, code: 'bad-earlier' },
    layout: { takes: takes.oneOf(['paged', 'list'], 'list') },
    review: { type: Boolean, takes: takes.flag },
    quickHide: { type: Boolean, attribute: 'quick-hide', takes: takes.flag },
    privacy: { takes: takes.privacy },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
  };

  /**
   * Keeps the answers of the sitting until they are sent, if the person agrees: in this tab, or encrypted on this device. Load
   * `attune-elements/drafts` for it.
   */
  declare autosave: 'session' | 'device' | undefined;
  /** The key of the draft: another one for each person and each sitting. On a device nothing is kept without it. */
  declare draftKey: string | undefined;
  /** Your own store for drafts, in place of `autosave`: an object with `get`, `set` and `delete`, which may return promises. */
  declare draftStore: DraftStore | undefined;
  /** The host's id for the person. Every record contains it. */
  declare subject: string | undefined;
  /** The host's id for this sitting. Every record contains it. */
  declare encounter: string | undefined;
  /** Who fills it in. Every record contains it. */
  declare author: 'client' | 'therapist' | 'observer' | undefined;
  /** Records of earlier sittings, for the widgets that show them. As an attribute: a JSON list. */
  declare earlier: readonly Response[] | string | undefined;
  /** `paged`: one step at a time; `list`: all on one page. */
  declare layout: 'paged' | 'list';
  /** Shows all answers again before they are sent. */
  declare review: boolean;
  /** Shows a button that hides the content of the whole session at once. */
  declare quickHide: boolean;
  /** `shared`: for a device that others use. No copy is offered, and it holds for every questionnaire inside. */
  declare privacy: 'personal' | 'shared';
  /** Level of the review's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<SessionKey> | undefined;

  #internals = this.attachInternals();
  #flow = new SessionFlow(this);
  #warning = new IdleWarning(this, () => this.#flow.sitting.members.forEach((member) => member.stay()));
  #provider = new ContextProvider(this, { context: sittingContext, initialValue: this.#flow.sitting });
  #observer: MutationObserver | undefined;
  #crisis = new CrisisNotice(this, () =>
    this.#flow.questionnaires.some((member) => member.current()?.instrument.audience === 'client'),
  );
  /** The host knows that it gave no local help. */
  #hasReported = false;

  constructor() {
    super();
    this.layout = 'paged';
    this.privacy = 'personal';
    this.headingLevel = 2;
  }

  /**
   * Does the same as the send button. Resolves to the result: to `failed` also if no listener read the records.
   */
  submit(): Promise<SubmitOutcome> {
    return this.#flow.submit();
  }

  /** Makes every questionnaire blank, under a new id. */
  reset(): void {
    this.#flow.reset();
  }

  /** The host has saved the submission with this id. */
  acknowledge(id: string): void {
    this.#flow.submitter.acknowledge(id);
  }

  /** The host could not save the submission with this id. */
  fail(id: string): void {
    this.#flow.submitter.fail(id);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['click', 'keydown', 'input']) this.addEventListener(type, this.#flow.holdStep);
    window.addEventListener('pageshow', this.#onPageShow);
    this.#observer ??= new MutationObserver(() => this.requestUpdate());
    this.#observer.observe(this, { childList: true });
    if (this.parentElement?.closest(this.localName)) {
      report(this, 'nested-session');
    }
    // Widgets that existed before the session have looked for it in vain.
    for (const widget of this.querySelectorAll('*')) (widget as Partial<{ [seekSitting](): void }>)[seekSitting]?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageShow);
    this.#observer!.disconnect();
  }

  #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#flow.forgetSent();
  };

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    const { actions } = this.#flow;
    ignoreRepeatedPress(root);
    this.listen(root, ['click'], (event) => {
      const button = pressed(event);
      if (button) actions[button.dataset.do!]?.(button);
    });
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('earlier')) {
      this.#flow.sitting.setEarlier(this.earlier);
      this.#provider.setValue(this.#flow.sitting, true);
    }
    this.#flow.settle(['earlier', 'subject', 'encounter', 'author', 'privacy'].some((name) => changed.has(name)));
  }

  protected override updated(): void {
    this.#assignSlots();
    this.#flow.followDraft();
    this.#flow.focus.recover('#title', '[part=progress] span', '[part=status]');
    const hasNoHelp = this.#crisis.isHere && !this.querySelector(':scope > [slot=crisis]');
    if (hasNoHelp && !this.#hasReported) report(this, 'no-crisis-slot');
    this.#hasReported ||= hasNoHelp;
    const { state } = this.#flow.submitter.submission;
    showStates(this.#internals, {
      sending: state === 'sending',
      saved: state === 'saved',
      sent: state === 'sent',
      failed: state === 'failed',
    });
  }

  /** A closed step is in no slot, so it is not displayed. Its questionnaire keeps every answer. */
  #assignSlots(): void {
    const { count, steps, state } = this.#flow;
    const shown = count > 1 ? steps.slice(state.step - 1, state.step) : steps;
    for (const slot of this.renderRoot.querySelectorAll('slot')) {
      const named = [...this.children].filter((child) => child.slot === slot.name);
      slot.assign(...(slot.name ? named : shown.flatMap(({ nodes }) => nodes)));
    }
  }

  /** One warning for all questionnaires, because a questionnaire in a closed step cannot show its own. */
  #idleWarning(): unknown {
    const { secondsLeft, t } = this.#flow;
    return secondsLeft ? this.#warning.template(t('idle', { count: secondsLeft }), t('stay')) : nothing;
  }

  protected override render(): TemplateResult {
    const flow = this.#flow;
    const { state, t, sent } = flow;
    const hasAnswers = flow.questionnaires.some(isFilled);
    const shared = isSharedDevice(this.privacy);
    return sessionTemplate({
      state,
      submission: flow.submitter.submission,
      count: flow.count,
      hasAnswers,
      canSend: flow.sendable.length > 0,
      hasCopy: !shared && (hasAnswers || !!sent),
      shared,
      t,
      sent,
      hasCrisis: this.#crisis.isHere,
      host: this,
      copy: () => flow.copy,
      warning: this.#idleWarning(),
    });
  }
}
