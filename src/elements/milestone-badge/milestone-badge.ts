import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from '../../ui/lit/lit.ts';
import { AttuneMilestoneEvent, type MilestoneDetail } from '../../events/milestone-event.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { controlStyles } from '../../ui/styles/control.styles.ts';
import { fieldStyles } from '../../ui/styles/field.styles.ts';
import { veilEvents } from '../../ui/host/event-veil.ts';
import { HostChange } from '../../ui/handoff/host-change.ts';
import * as takes from '../../ui/host/host-input.ts';
import { newId } from '../../ui/host/new-id.ts';
import { now } from '../../ui/host/now.ts';
import { ignoreRepeatedPress } from '../../ui/host/repeated-press.ts';
import { report } from '../../ui/host/report.ts';
import { showStates } from '../../ui/host/show-states.ts';
import { wholeOnPaper } from '../../ui/safety/whole-on-paper.ts';
import { Widget } from '../../ui/host/widget.ts';
import { focusClicked, WidgetFocus } from '../../ui/host/widget-focus.ts';
import { isShared } from './badge-content.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { inLanguage } from '../../instruments/in-language.ts';
import { milestones } from '../../instruments/milestones.ts';
import { badgeProblems, findMilestone } from './badge-problems.ts';
import {
  type Action, type BadgeValues, type ButtonName, type Edit, type Panel,
  checkEdit, detailOf, initialState, isUnchanged, offer, openPanel, panelFor, settle, setValues,
} from './badge-state.ts';
import { badgeTemplate } from './badge-template.ts';
import { readEditor } from './editor-template.ts';
import { milestoneBadgeStyles } from './milestone-badge.styles.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import { Language } from '../../ui/text/language.ts';
import { badgeMessages, type BadgeKey } from './badge-messages.ts';
import { drawHorizon } from './stamp.ts';

// Setting the same value again counts too: it may undo a change of the person.
const everySet = { hasChanged: () => true };

/** The properties that the person can change too. */
const VALUES = ['date', 'text', 'note', 'motif', 'shared', 'putAway'] as const;

/**
 * One milestone that a person chose: a drawing, its date and the person's own words. Nothing is awarded, counted or lost.
 *
 * Without a `date` it is not marked: it shows what the milestone is about and a button to mark it. Attributes are the
 * host's input; the badge never writes them. Each change of the person leaves as `attune-milestone`. The badge shows the
 * change when every promise given to `waitUntil` has fulfilled, and until the host sets the property itself. If no
 * listener calls `waitUntil`, the badge shows the change as unconfirmed, and never as shared or no longer shared.
 *
 * @summary A step in therapy that a person marks as their own.
 * @tag attune-milestone-badge
 * @attr {string} lang - Language of the date. Without it, the language of the nearest element around it.
 * @attr {string} id - Names the milestone in events if there is no `badge-id`.
 * @slot - Shown instead of the badge while `milestone` is not a known key.
 * @fires {AttuneMilestoneEvent} attune-milestone - The person marks the milestone, writes words, shares, stops sharing,
 *   puts away, brings back or removes. Cancelable, with `waitUntil`.
 * @fires {AttuneErrorEvent} attune-error - `save-failed`, `nobody-listens`, `too-late`, `bad-milestone`, `bad-date`,
 *   `bad-kept`, `bad-motif`, `bad-attribute`, `bad-strings`.
 * @fires {Event} input - The person changed something. A plain event without any text.
 * @fires {Event} change - The person changed something. A plain event without any text.
 * @csspart badge - The whole badge.
 * @csspart art - The drawing.
 * @csspart title - The title's heading.
 * @csspart date - The day the person marked it.
 * @csspart text - What the milestone is about.
 * @csspart note - The person's own words.
 * @csspart kept - Where a marked milestone is stored, or that it is shared.
 * @csspart more - The disclosure around the actions.
 * @csspart actions - The rows of buttons.
 * @csspart editor - The fields for the person's own words.
 * @csspart motifs - The choice of drawings for a milestone of the person's own.
 * @csspart confirm - The question before removing.
 * @csspart removed - The sentence that is shown after removing.
 * @csspart status - The result of the last change.
 * @csspart mark - The button that marks it.
 * @csspart word - The button that opens the fields for the person's own words.
 * @csspart share - The button that shares it.
 * @csspart unshare - The button that stops sharing.
 * @csspart put-away - The button that puts it away.
 * @csspart bring-back - The button that shows it again.
 * @csspart remove - The button that asks before removing, and the button that removes.
 * @csspart save - The button that saves the person's own words.
 * @csspart cancel - The buttons that close a panel without a change.
 * @csspart retry - The button that tries again.
 * @cssprop --attune-stamp-ink - Colour of the lines of the drawing.
 * @cssprop --attune-stamp-tint - Colour of the filled shape behind the lines.
 * @cssstate pending - A change is on its way to the host.
 * @cssstate failed - The host could not save the last change.
 * @cssstate shared - It is shared, and the host has confirmed it.
 * @cssstate put-away - It is put away.
 */
export class AttuneMilestoneBadge extends Widget {
  static override styles = [baseStyles, controlStyles, fieldStyles, milestoneBadgeStyles];
  static override properties: PropertyDeclarations = {
    milestone: { takes: takes.text },
    text: { ...everySet, takes: takes.text },
    date: { ...everySet, takes: takes.text },
    note: { ...everySet, takes: takes.text },
    shared: { ...everySet, type: Boolean, takes: takes.flag },
    putAway: { ...everySet, type: Boolean, attribute: 'put-away', takes: takes.flag },
    kept: { ...everySet, takes: takes.text },
    badgeId: { attribute: 'badge-id', takes: takes.id },
    motif: { ...everySet, type: Number, takes: takes.oneOf([1, 2, 3], 1), code: 'bad-motif' },
    size: { type: Number, takes: takes.number(1, 1_000, 112) },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    translations: { takes: takes.translations },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
  };

  /** The key of the milestone: `first-step`, ... or `custom`. */
  declare milestone: string;
  /** The person's own title, for `custom`. */
  declare text: string | undefined;
  /** The day the person marked it, `YYYY-MM-DD`. Without it the milestone is not marked. */
  declare date: string | undefined;
  /** The person's own words. */
  declare note: string | undefined;
  /** The therapist can see it. */
  declare shared: boolean;
  /** The person put it away: only its title is shown, and a button that shows the rest. */
  declare putAway: boolean;
  /** Where the page stores it. The badge shows this to the person. Only a milestone that the clinic stores can be shared. */
  declare kept: 'device' | 'clinic' | undefined;
  /** Names the milestone in events. Without it, the element's `id` does, or else a random id that never changes. */
  declare badgeId: string | undefined;
  /** The drawing of a `custom` milestone. */
  declare motif: 1 | 2 | 3;
  /** Width and height of the drawing in px. */
  declare size: 72 | 112 | 160;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** `draft`: also shows a translation that nobody has reviewed. */
  declare translations: 'draft' | undefined;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<BadgeKey> | undefined;

  #language: Language<BadgeKey> = new Language(this, {
    english: () => badgeMessages,
    content: () => ({ lang: this.#content.language, messages: { badge: this.#content.words as Record<string, string> } }),
  });
  #internals = this.attachInternals();
  #state = initialState;
  #randomId: string | undefined;
  #change = new HostChange<MilestoneDetail>(this, AttuneMilestoneEvent, (detail, isConfirmed) =>
    this.#onDone(detail, isConfirmed),
  );
  #focus = new WidgetFocus(this);
  /** The person has just marked the milestone. */
  #isNew = false;

  constructor() {
    super();
    wholeOnPaper(this);
    this.milestone = '';
    this.shared = this.putAway = false;
    this.kept = undefined;
    this.motif = 1;
    this.size = 112;
    this.headingLevel = 3;
  }

  /**
   * The person has opened the fields for their own words. Read-only. What they type is lost if the page removes the badge.
   */
  get editing(): boolean {
    return this.#state.panel === 'editor';
  }

  get #id(): string {
    if (!this.badgeId && !this.id) this.#randomId ??= newId();
    return this.badgeId || this.id || this.#randomId!;
  }

  #onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (!button || button.hasAttribute('aria-disabled')) return;
    focusClicked(button);
    const name = button.id as ButtonName;
    const panel = panelFor(this.#state, name, this.milestone === 'custom');
    if (name === 'retry' || this.#change.isOpen) void this.#change.send();
    else if (name === 'save') this.#save();
    else if (panel) this.#open(panel);
    else this.#offer(name as Action);
  };

  #open(panel: Panel): void {
    this.#change.forget();
    this.#state = openPanel(this.#state, panel);
  }

  #save(): void {
    const edit = readEditor(this.renderRoot);
    this.#state = checkEdit(this.#state, edit);
    this.requestUpdate();
    const { tooLong, values } = this.#state;
    if (tooLong) this.renderRoot.querySelector<HTMLElement>(`#${tooLong}`)!.focus();
    else if (values.date && isUnchanged(this.#state, edit)) this.#open('actions');
    else this.#offer(values.date ? 'word' : 'mark', edit);
  }

  #offer(action: Action, edit: Edit = {}): void {
    const { values } = this.#state;
    const date = values.date || now().slice(0, 10);
    this.#state = offer(this.#state, action, { date, ...edit });
    void this.#change.send(detailOf({ ...values, ...edit, id: this.#id, milestone: this.milestone, date, action }));
  }

  #onDone({ action }: MilestoneDetail, isConfirmed: boolean): void {
    this.#state = settle(this.#state, isConfirmed);
    this.#isNew = action === 'mark';
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    ignoreRepeatedPress(root);
    this.listen(root, ['click'], this.#onClick);
    veilEvents(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isOther = changed.has('milestone') || changed.has('badgeId');
    const names = VALUES.filter((name) => isOther || changed.has(name));
    const values: Partial<BadgeValues> = Object.fromEntries(names.map((name) => [name, this[name]]));
    if (isOther || changed.has('date')) values.removed = false;
    if (names.length) this.#state = setValues(this.#state, values);
    if (isOther) this.#open('actions');
  }

  protected override updated(changed: PropertyValues): void {
    const root = this.renderRoot;
    const isNew = this.#isNew;
    this.#isNew = false;
    // The control that had the focus is gone.
    if (this.#focus.isLost) {
      root.querySelector<HTMLElement>('.home')?.focus({ preventScroll: isNew });
      // The new drawing above the button must stay in sight.
      if (isNew) this.scrollIntoView({ block: 'nearest' });
    }
    if (isNew) drawHorizon(root);
    for (const { property, rule } of badgeProblems(this)) {
      if (changed.has(property)) report(this, `bad-${property}`, `${property}: Must be ${rule}`);
    }
    showStates(this.#internals, {
      pending: this.#change.isOpen,
      failed: this.#change.state === 'notSaved',
      shared: isShared(this.#state),
      'put-away': !!this.#state.values.putAway,
    });
  }

  /** The milestones in the language around the widget. */
  get #content(): InstrumentDefinition {
    return inLanguage(milestones, this.#language.asked, this.translations);
  }

  protected override render(): TemplateResult {
    const content = this.#content;
    const item = findMilestone(this.milestone, content);
    if (!item) return html`<slot></slot>`;
    return badgeTemplate({
      item,
      state: this.#state,
      progress: this.#change,
      t: this.#language.messages,
      lang: content.language,
      id: this.#id,
      host: this,
    });
  }
}
