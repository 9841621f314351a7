import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Item } from '../../core/instrument.ts';
import { isDay } from '../../core/iso-date.ts';
import type { MilestoneDetail } from '../../events/milestone-event.ts';
import { milestones } from '../../instruments/milestones.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { veilEvents } from '../../internal/event-veil.ts';
import { newId } from '../../internal/new-id.ts';
import { now } from '../../internal/now.ts';
import { report } from '../../internal/report.ts';
import { showStates } from '../../internal/show-states.ts';
import { ART, PEBBLE } from './art.ts';
import { milestoneBadgeStyles } from './milestone-badge.styles.ts';
import { MilestoneChange } from './milestone-change.ts';
import { milestoneWords, type MilestoneWords } from './milestone-words.ts';

type Action = MilestoneDetail['action'];

/** What can change, as it stands: set by the host, or changed by the person and not set since. */
interface Mark {
  date: string;
  text: string;
  note: string;
  shared: boolean;
  putAway: boolean;
  removed: boolean;
}

const LONGEST = { text: 60, note: 280 };
const items = milestones.items as Item[];

// What the host sets counts, also when it sets what stood there before: it may mean to undo a change of the person's.
const given = { hasChanged: () => true };

/**
 * One milestone that a person chose: a printed stamp, its day and their own words. Nothing is awarded, counted or lost.
 *
 * Without a `date` it is not marked: it shows its words and offers to mark it. Attributes are the host's input and are
 * never written. What the person does goes out as `attune-milestone`; the badge shows it as done when every promise given
 * to `waitUntil` has fulfilled, and keeps showing it until the host sets the attribute itself. Where no listener calls
 * `waitUntil`, the change is shown as unconfirmed, and nothing is ever shown as shared or no longer shared.
 *
 * @summary A step in therapy that a person marks as their own.
 * @tag attune-milestone-badge
 * @attr {string} lang - Language in which the day is written; else that of the nearest element around it.
 * @attr {string} id - Names the milestone in events where there is no `badge-id`.
 * @slot - Shown in place of the badge while `milestone` is not a known key.
 * @fires {AttuneMilestoneEvent} attune-milestone - The person marks, words, shares, unshares, puts away, brings back or
 *   removes it. Cancelable, with `waitUntil`.
 * @fires {AttuneErrorEvent} attune-error - `save-failed`, `too-late`, `bad-milestone`, `bad-date`, `bad-kept`,
 *   `bad-motif`.
 * @csspart badge - All of it.
 * @csspart art - The drawing.
 * @csspart title - The title's heading.
 * @csspart date - The day it was marked.
 * @csspart text - What the milestone is about.
 * @csspart note - The person's own words.
 * @csspart kept - Where it is kept, and whether it is shared.
 * @csspart more - The disclosure around the actions.
 * @csspart actions - The rows of buttons.
 * @csspart editor - The fields for one's own words.
 * @csspart confirm - The question before removing.
 * @csspart removed - What stands there after removing.
 * @csspart status - What became of the last change.
 * @csspart mark - The button that marks it.
 * @csspart word - The button that opens one's own words.
 * @csspart share - The button that shares it.
 * @csspart unshare - The button that stops sharing.
 * @csspart put-away - The button that puts it away.
 * @csspart bring-back - The button that shows it again.
 * @csspart remove - The buttons that ask to remove, and remove.
 * @csspart save - The button that saves one's own words.
 * @csspart cancel - The buttons that leave things as they are.
 * @csspart retry - The button for another try.
 * @cssprop --attune-stamp-ink - Lines of the drawing.
 * @cssprop --attune-stamp-tint - The pebble behind them.
 * @cssstate pending - A change is on its way to the host.
 * @cssstate failed - The host could not keep the last change.
 * @cssstate shared - It is shared, as far as the host has confirmed.
 * @cssstate put-away - It is put away.
 */
export class AttuneMilestoneBadge extends LitElement {
  static override styles = [baseStyles, milestoneBadgeStyles];
  static override properties: PropertyDeclarations = {
    milestone: given,
    text: given,
    date: given,
    note: given,
    shared: { ...given, type: Boolean },
    putAway: { ...given, type: Boolean, attribute: 'put-away' },
    kept: given,
    badgeId: { attribute: 'badge-id' },
    motif: { type: Number },
    size: { type: Number },
    headingLevel: { type: Number, attribute: 'heading-level' },
    strings: { attribute: false },
    view: { state: true },
  };

  /** Which milestone: `first-step`, ... or `custom`. */
  declare milestone: string;
  /** The person's own title, for `custom`. */
  declare text: string | undefined;
  /** The day it was marked, `YYYY-MM-DD`. Without it the milestone is not marked. */
  declare date: string | undefined;
  /** The person's own words. */
  declare note: string | undefined;
  /** The therapist can see it. */
  declare shared: boolean;
  /** The person put it away: the title stays, and a way to show it. */
  declare putAway: boolean;
  /** Where it is kept, said to the person. Only what the clinic keeps can be shared. */
  declare kept: 'device' | 'clinic' | undefined;
  /** The host's id for it, in every event; else the element's `id`, else a random one that stays the same. */
  declare badgeId: string | undefined;
  /** The drawing of a `custom` one. */
  declare motif: 1 | 2 | 3;
  /** Width and height of the drawing in px. */
  declare size: 72 | 112 | 160;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<MilestoneWords> | undefined;
  declare private view: 'rest' | 'word' | 'remove';

  #internals = this.attachInternals();
  #ownId: string | undefined;
  /** What the person changed and the host has not set since. */
  #held: Partial<Mark> = {};
  /** What the host set since the change on its way went out: its word is the newer one. */
  #set = new Set<string>();
  /** What the page has not confirmed. It stays until it does, or until the host sets it. */
  #doubt: '' | 'kept' | 'shared' = '';
  #drawing = false;
  /** What the editor began with. */
  #draft = this.#mark;
  /** The field in the editor that is too long. */
  #wrong: '' | 'text' | 'note' = '';
  #focused = false;
  #change = new MilestoneChange(this, (detail, confirmed) => this.#onDone(detail, confirmed));

  constructor() {
    super();
    this.milestone = '';
    this.shared = this.putAway = false;
    this.kept = undefined;
    this.motif = 1;
    this.size = 112;
    this.headingLevel = 3;
    this.view = 'rest';
  }

  get #item(): Item | undefined {
    return items.find(({ id }) => id === this.milestone);
  }

  get #isCustom(): boolean {
    return this.milestone === 'custom';
  }

  get #words(): MilestoneWords {
    return { ...milestoneWords, ...this.strings };
  }

  get #mark(): Mark {
    const { date, text, note, shared, putAway } = this;
    return { date: date ?? '', text: text ?? '', note: note ?? '', shared, putAway, removed: false, ...this.#held };
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (!button || button.hasAttribute('aria-disabled')) return;
    // Safari does not focus a clicked button, and the focus must have a place to go on from.
    button.focus({ preventScroll: true });
    const action = button.id;
    if (action === 'retry') this.#change.again();
    else if (action === 'save') this.#save();
    else if (action === 'cancel') this.#open('rest');
    else if (action === 'word' || (action === 'mark' && this.#isCustom)) this.#open('word');
    else if (action === 'remove' && this.view === 'rest') this.#open('remove');
    else this.#send(action as Action);
  };

  #open(view: AttuneMilestoneBadge['view']): void {
    this.#draft = this.#mark;
    this.#wrong = '';
    this.#change.forget();
    this.view = view;
  }

  #save(): void {
    const field = (name: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
    const { date, text: title, note: words } = this.#mark;
    const text = field('text')?.value ?? title;
    const note = field('note')!.value;
    this.#wrong = text.length > LONGEST.text ? 'text' : note.length > LONGEST.note ? 'note' : '';
    this.requestUpdate();
    if (this.#wrong) field(this.#wrong)!.focus();
    else if (date && text === title && note === words) this.#open('rest');
    else this.#send(date ? 'word' : 'mark', { text, note });
  }

  #send(action: Action, words: Partial<Mark> = {}): void {
    if (this.#change.isOpen) return this.#change.again();
    const { date, text, note } = { ...this.#mark, ...words };
    this.#set.clear();
    this.#change.send({
      id: this.badgeId || this.id || (this.#ownId ??= newId()),
      milestone: this.milestone,
      date: date || now().slice(0, 10),
      ...(this.#isCustom && text.trim() && { text }),
      ...(note.trim() && { note }),
      action,
    });
  }

  #onDone(detail: MilestoneDetail, confirmed: boolean): void {
    const { action, date, text = '', note = '' } = detail;
    const sharing = action === 'share' || action === 'unshare';
    const touchesShared = sharing || (action === 'remove' && this.#mark.shared);
    if (!confirmed) this.#doubt = touchesShared ? 'shared' : this.#doubt || 'kept';
    else if (sharing || this.#doubt === 'kept') this.#doubt = '';
    this.view = 'rest';
    this.#drawing = action === 'mark';
    if (touchesShared && !confirmed) return;
    const after: Partial<Mark> =
      action === 'mark' ? { date, text, note }
      : action === 'word' ? { text, note }
      : sharing ? { shared: action === 'share' }
      : action === 'remove' ? { removed: true }
      : { putAway: action === 'put-away' };
    if (!this.#isCustom) delete after.text;
    for (const key of this.#set) delete after[key as keyof Mark];
    this.#held = { ...this.#held, ...after };
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A badge that moves in the page must not draw itself again.
    this.#drawing = false;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', this.#onClick);
    veilEvents(root as ShadowRoot);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#focused = !!this.shadowRoot?.activeElement;
    for (const key of ['date', 'text', 'note', 'shared', 'putAway'] as const) {
      if (!changed.has(key)) continue;
      this.#set.add(key);
      delete this.#held[key];
      if (key === 'date') delete this.#held.removed;
      if (key === 'shared' || this.#doubt === 'kept') {
        this.#doubt = '';
        if (this.#change.state === 'unconfirmed') this.#change.state = 'idle';
      }
    }
    const isOther = (key: 'milestone' | 'badgeId'): boolean => changed.has(key) && changed.get(key) !== this[key];
    if (this.hasUpdated && (isOther('milestone') || isOther('badgeId'))) {
      this.#held = {};
      this.#doubt = '';
      this.#drawing = false;
      this.#change.forget();
      this.view = 'rest';
    }
  }

  protected override updated(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    // The control that had the focus is gone.
    if (this.#focused && !root.activeElement) {
      root.querySelector<HTMLElement>('.home')?.focus({ preventScroll: this.#drawing });
      // The stamp has just been printed: it must not scroll away over the button below it.
      if (this.#drawing) this.scrollIntoView({ block: 'nearest' });
    }
    this.#report(changed);
    const { shared, putAway } = this.#mark;
    showStates(this.#internals, {
      pending: this.#change.isOpen,
      failed: this.#change.state === 'failed',
      shared: shared && this.#doubt !== 'shared',
      'put-away': putAway,
    });
  }

  #report(changed: PropertyValues): void {
    const { date, kept, shared, motif } = this;
    const check = (key: string, wrong: boolean, rule: string): void => {
      if (wrong && changed.has(key)) report(this, `bad-${key}`, rule);
    };
    check('milestone', !this.#item, `Must be one of ${items.map(({ id }) => id).join(', ')}`);
    check('date', !!date && !isDay(date), 'Must be a day, YYYY-MM-DD');
    check('kept', kept !== 'device' && kept !== 'clinic', 'Must be device or clinic');
    check('kept', kept === 'device' && shared, 'What is kept on the device cannot be shared');
    check('motif', !ART[`custom-${motif}`], 'Must be 1, 2 or 3');
  }

  #day(date: string): string {
    const day = (lang?: string): string =>
      new Date(date).toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' });
    try {
      return day(this.closest<HTMLElement>('[lang]')?.lang || undefined);
    } catch {
      return day();
    }
  }

  #art(): TemplateResult {
    const size = this.size || 112;
    const [horizon, object] = ART[this.milestone] ?? ART[`custom-${this.motif}`] ?? ART['custom-1']!;
    return html`<svg
      part="art"
      viewBox="0 0 96 96"
      width=${size}
      height=${size}
      stroke-width="2.25"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path class="pebble" d=${PEBBLE} />
      <g class=${this.#drawing ? 'drawn' : ''} @animationend=${this.#onDrawn}><path d=${horizon} /></g>
      <path d=${object} />
    </svg>`;
  }

  #onDrawn = (): void => {
    this.#drawing = false;
    this.requestUpdate();
  };

  #button(action: string, label: string, kind = 'quiet', disabled = this.#change.isOpen): TemplateResult {
    return html`<button
      type="button"
      id=${action}
      class=${kind}
      part=${action}
      aria-labelledby="${action} title"
      aria-disabled=${disabled ? 'true' : nothing}
    >
      ${label}
    </button>`;
  }

  protected override render(): TemplateResult {
    const item = this.#item;
    if (!item) return html`<slot></slot>`;
    const mark = this.#mark;
    const text = this.#words;
    return html`<div class=${item.tags!.family!} part="badge">
      ${
        mark.removed
          ? html`<p class="home help" part="removed" tabindex="-1">${text.removed}</p>`
          : [this.#figure(item, mark), this.#kept(mark, text), this.#controls(mark, text)]
      }
      <p class="aside help ${this.#change.state === 'failed' ? 'error' : ''}" part="status" role="status">${this.#statusText(mark, text)}</p>
      ${this.#retry(text)}
    </div>`;
  }

  #figure(item: Item, { date, text, note, putAway }: Mark): TemplateResult {
    const own = this.#isCustom && text.trim();
    const lang = milestones.language;
    return html`<figure aria-labelledby="title">
      ${date && !putAway ? this.#art() : nothing}
      <figcaption>
        <h3 id="title" part="title" aria-level=${this.headingLevel} lang=${own ? nothing : lang}>
          <bdi>${own || item.text}</bdi>
        </h3>
        ${
          putAway
            ? nothing
            : [
                isDay(date) ? html`<p class="help" part="date"><time datetime=${date}>${this.#day(date)}</time></p>` : nothing,
                this.#isCustom && date ? nothing : html`<p part="text" lang=${lang}><bdi>${item.help}</bdi></p>`,
                note.trim() && this.view !== 'word' ? html`<p part="note"><bdi>${note}</bdi></p>` : nothing,
              ]
        }
      </figcaption>
    </figure>`;
  }

  #kept({ shared }: Mark, text: MilestoneWords): unknown {
    const { state, detail, isOpen } = this.#change;
    // While it is not known, neither is said.
    if (state === 'unconfirmed' || (isOpen && /share$/.test(detail!.action))) return nothing;
    const { kept } = this;
    const line =
      this.#doubt ? text.unconfirmed
      : shared ? text.shared
      : kept === 'device' || kept === 'clinic' ? text[kept]
      : text.keptMissing;
    return html`<p class="aside help" part="kept">${line}</p>`;
  }

  /** What can be done now. */
  #controls({ date, shared, putAway }: Mark, text: MilestoneWords): TemplateResult {
    if (this.view === 'word') return this.#editor(text);
    if (this.view === 'remove') return this.#confirm(text, shared);
    if (putAway) return actions(this.#button('bring-back', text.show, 'home quiet'));
    if (!date) return actions(this.#button('mark', text.mark, 'home'));
    return html`<details part="more">
      <summary class="home" id="more" aria-labelledby="more title">${text.change}</summary>
      ${actions(
        this.#button('word', text.words),
        shared
          ? this.#button('unshare', text.unshare)
          : this.kept === 'clinic'
            ? this.#button('share', text.share)
            : nothing,
        this.#button('put-away', text.hide),
        this.#button('remove', text.remove),
      )}
      ${shared ? html`<p class="help">${text.unshareNote}</p>` : nothing}
    </details>`;
  }

  /** The change in this view may be tried again by its own button once it hangs. */
  get #isBusy(): boolean {
    return this.#change.state === 'pending';
  }

  #confirm(text: MilestoneWords, shared: boolean): TemplateResult {
    return html`<div part="confirm" role="group" aria-labelledby="ask">
      <p id="ask">${text.removeAsk}${shared ? ` ${text.unshareNote}` : ''}</p>
      ${actions(this.#button('cancel', text.removeNo, 'home'), this.#button('remove', text.remove, 'quiet', this.#isBusy))}
    </div>`;
  }

  #editor(text: MilestoneWords): TemplateResult {
    return html`<div part="editor" role="group" aria-labelledby="title">
      ${this.#isCustom ? this.#field('text', text.ownTitle, text) : nothing} ${this.#field('note', text.words, text)}
      ${actions(this.#button('save', text.keep, 'main', this.#isBusy), this.#button('cancel', text.cancel))}
    </div>`;
  }

  #field(name: 'text' | 'note', label: string, text: MilestoneWords): TemplateResult {
    const wrong = this.#wrong === name;
    const describedBy = [wrong && 'error', name === 'note' && 'under'].filter(Boolean).join(' ');
    const invalid = wrong ? 'true' : nothing;
    const { isOpen } = this.#change;
    return html`<label for=${name}>${label}</label>
      ${
        name === 'text'
          ? html`<input
              class="home"
              id="text"
              dir="auto"
              autocomplete="off"
              .value=${this.#draft.text}
              ?readonly=${isOpen}
              aria-invalid=${invalid}
              aria-describedby=${describedBy || nothing}
            />`
          : html`<textarea
              class="home"
              id="note"
              dir="auto"
              rows="3"
              .value=${this.#draft.note}
              ?readonly=${isOpen}
              aria-invalid=${invalid}
              aria-describedby=${describedBy}
            ></textarea>`
      }
      ${wrong ? html`<p class="error" id="error">${fill(text.errorLong, { max: LONGEST[name] })}</p>` : nothing}
      ${name === 'note' ? html`<p class="help" id="under">${text.underText}</p>` : nothing}`;
  }

  #statusText({ removed }: Mark, text: MilestoneWords): string {
    const { state } = this.#change;
    return {
      idle: '',
      pending: text.saving,
      slow: text.stillSaving,
      saved: removed ? '' : text.savedPlain,
      failed: text.notSaved,
      unconfirmed: text.unconfirmed,
    }[state];
  }

  /** Another try, where the button that began it does not stand there. It keeps its place, and the focus, meanwhile. */
  #retry(text: MilestoneWords): unknown {
    const { state, isOpen, tries } = this.#change;
    const stands = state === 'failed' || state === 'slow' || (isOpen && tries > 1);
    return this.view === 'rest' && stands ? actions(this.#button('retry', text.retry, '', this.#isBusy)) : nothing;
  }
}

const actions = (...buttons: unknown[]): TemplateResult => html`<div part="actions">${buttons}</div>`;
