import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Item } from '../../core/instrument.ts';
import { isDay } from '../../core/iso-date.ts';
import { AttuneMilestoneEvent, type MilestoneDetail } from '../../events/milestone-event.ts';
import { milestones } from '../../instruments/milestones.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { controlStyles } from '../../internal/control.styles.ts';
import { fieldStyles } from '../../internal/field.styles.ts';
import { veilEvents } from '../../internal/event-veil.ts';
import { HostChange } from '../../internal/host-change.ts';
import { localDay } from '../../internal/local-day.ts';
import { CHANGES } from '../../internal/milestone-changes.ts';
import { newId } from '../../internal/new-id.ts';
import { now } from '../../internal/now.ts';
import { levelOf } from '../../internal/heading.ts';
import { actions } from '../../internal/page-parts.ts';
import { report } from '../../internal/report.ts';
import { showStates } from '../../internal/show-states.ts';
import { wholeOnPaper } from '../../internal/whole-on-paper.ts';
import { focusClicked, WidgetFocus } from '../../internal/widget-focus.ts';
import { ART, PEBBLE } from './art.ts';
import { milestoneBadgeStyles } from './milestone-badge.styles.ts';
import { MilestoneStanding, type Mark } from './milestone-standing.ts';
import { milestoneWords, type MilestoneWords } from './milestone-words.ts';

type Action = MilestoneDetail['action'];
type Button = Action | 'save' | 'cancel' | 'retry';
type View = 'rest' | 'word' | 'remove';

const LONGEST: Readonly<Record<string, number>> = { text: 60, note: 280 };
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
 * @fires {AttuneErrorEvent} attune-error - `save-failed`, `nobody-listens`, `too-late`, `bad-milestone`, `bad-date`,
 *   `bad-kept`, `bad-motif`.
 * @fires {Event} input - The person changed something; plain, without a word of it.
 * @fires {Event} change - The person changed something; plain, without a word of it.
 * @csspart badge - All of it.
 * @csspart art - The drawing.
 * @csspart title - The title's heading.
 * @csspart date - The day it was marked.
 * @csspart text - What the milestone is about.
 * @csspart note - The person's own words.
 * @csspart kept - Where it is kept, and whether it is shared, once it is marked.
 * @csspart more - The disclosure around the actions.
 * @csspart actions - The rows of buttons.
 * @csspart editor - The fields for one's own words.
 * @csspart motifs - The choice of drawings for an own one.
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
  static override styles = [baseStyles, controlStyles, fieldStyles, milestoneBadgeStyles];
  static override properties: PropertyDeclarations = {
    milestone: {},
    text: given,
    date: given,
    note: given,
    shared: { ...given, type: Boolean },
    putAway: { ...given, type: Boolean, attribute: 'put-away' },
    kept: given,
    badgeId: { attribute: 'badge-id' },
    motif: { ...given, type: Number },
    size: { type: Number },
    headingLevel: { type: Number, attribute: 'heading-level' },
    strings: { attribute: false },
    view: { state: true },
    wrong: { state: true },
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
  declare private view: View;
  /** The field in the editor that is too long. */
  declare private wrong: string | undefined;

  #internals = this.attachInternals();
  #ownId: string | undefined;
  #standing = new MilestoneStanding();
  #change = new HostChange<MilestoneDetail>(this, AttuneMilestoneEvent, (detail, isConfirmed) =>
    this.#onDone(detail, isConfirmed),
  );
  #focus = new WidgetFocus(this);
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
    this.view = 'rest';
  }

  get #item(): Item | undefined {
    return items.find(({ id }) => id === this.milestone);
  }

  get #isCustom(): boolean {
    return this.milestone === 'custom';
  }

  get #id(): string {
    return this.badgeId || this.id || (this.#ownId ??= newId());
  }

  get #words(): MilestoneWords {
    return { ...milestoneWords, ...this.strings };
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (!button || button.hasAttribute('aria-disabled')) return;
    focusClicked(button);
    const action = button.id;
    if (action === 'retry' || this.#change.isOpen) void this.#change.send();
    else if (action === 'save') this.#save();
    else if (action === 'cancel') this.#open('rest');
    else if (action === 'word' || (action === 'mark' && this.#isCustom)) this.#open('word');
    else if (action === 'remove' && this.view === 'rest') this.#open('remove');
    else this.#send(action as Action);
  };

  #open(view: View): void {
    this.#change.forget();
    this.wrong = undefined;
    this.view = view;
  }

  #save(): void {
    const { date } = this.#standing.mark;
    const fields = [...this.renderRoot.querySelectorAll<HTMLInputElement>('#text,#note')];
    const tooLong = fields.find(({ id, value }) => value.length > LONGEST[id]!);
    const picked = this.renderRoot.querySelector<HTMLInputElement>(':checked');
    const isSame = picked?.defaultChecked !== false && fields.every(({ value, defaultValue }) => value === defaultValue);
    this.wrong = tooLong?.id;
    if (tooLong) tooLong.focus();
    else if (date && isSame) {
      this.#open('rest');
    } else {
      const words = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
      this.#send(date ? 'word' : 'mark', { ...words, ...(picked && { motif: Number(picked.value) }) });
    }
  }

  #send(action: Action, words: Partial<Mark> = {}): void {
    const { mark } = this.#standing;
    const { text, note, motif } = { ...mark, ...words };
    const date = mark.date || now().slice(0, 10);
    this.#standing.ask(CHANGES[action] ?? { date, ...words });
    void this.#change.send({
      id: this.#id,
      milestone: this.milestone,
      date,
      ...(this.#isCustom && text?.trim() && { text }),
      ...(note?.trim() && { note }),
      ...(this.#isCustom && isMotif(motif) && { motif }),
      action,
    });
  }

  #onDone({ action }: MilestoneDetail, isConfirmed: boolean): void {
    this.#standing.settle(isConfirmed);
    this.#isNew = action === 'mark';
    this.view = 'rest';
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', this.#onClick);
    veilEvents(root as ShadowRoot);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isOther = changed.has('milestone') || changed.has('badgeId');
    for (const key of ['date', 'text', 'note', 'motif', 'shared', 'putAway'] as const) {
      if (isOther || changed.has(key)) this.#standing.set(key, this[key]);
    }
    if (isOther || changed.has('date')) this.#standing.set('removed', false);
    if (isOther) this.#open('rest');
  }

  protected override updated(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    const isNew = this.#isNew;
    this.#isNew = false;
    // The control that had the focus is gone.
    if (this.#focus.isLost) {
      root.querySelector<HTMLElement>('.home')?.focus({ preventScroll: isNew });
      // The stamp has just been printed: it must not scroll away over the button below it.
      if (isNew) this.scrollIntoView({ block: 'nearest' });
    }
    if (isNew && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const clipPath = ['inset(-9px 100% -9px -9px)', 'inset(-9px)'];
      root.querySelector('.horizon')?.animate({ clipPath }, { duration: 600, easing: 'ease-out' });
    }
    this.#report(changed);
    showStates(this.#internals, {
      pending: this.#change.isOpen,
      failed: this.#change.state === 'notSaved',
      shared: this.#standing.isShared,
      'put-away': !!this.#standing.mark.putAway,
    });
  }

  #report(changed: PropertyValues): void {
    const { date, kept, shared, motif } = this;
    const check = (key: string, isRight: unknown, rule: string): void => {
      if (changed.has(key) && !isRight) report(this, `bad-${key}`, `Must be ${rule}`);
    };
    check('milestone', this.#item, `one of ${items.map(({ id }) => id).join(', ')}`);
    check('date', !date || isDay(date), 'a day, YYYY-MM-DD');
    check('kept', kept === 'clinic' || (kept === 'device' && !shared), 'clinic, or device and not shared');
    check('motif', isMotif(motif), '1, 2 or 3');
  }

  protected override render(): TemplateResult {
    const item = this.#item;
    if (!item) return html`<slot></slot>`;
    const words = this.#words;
    const { state, isAgain } = this.#change;
    const { mark, isSure } = this.#standing;
    const doubt = isSure ? '' : words.unconfirmed;
    const failed = state === 'notSaved';
    const status = !state ? doubt : mark.removed ? '' : words[state];
    // Where the button that began the change does not stand there. It keeps its place, and the focus, meanwhile.
    const canRetry = this.view === 'rest' && (failed || state === 'stillSaving' || (state === 'saving' && isAgain));
    return html`<section class=${item.tags!.family!} part="badge">
      ${
        mark.removed
          ? html`<p class="home help" part="removed" tabindex="-1">${words.removed}</p>`
          : [this.#figure(item), this.#kept(doubt), this.#controls()]
      }
      <p class="aside help ${failed ? 'error' : ''}" part="status" role="status">${status}</p>
      ${canRetry ? actions(this.#button('retry', '', true)) : ''}
    </section>`;
  }

  #figure({ text: title, help }: Item): TemplateResult {
    const { date, text, note, motif, putAway } = this.#standing.mark;
    const own = this.#isCustom && text?.trim();
    const lang = milestones.language;
    return html`<figure aria-labelledby="title">
      ${date && !putAway ? stamp(this.#isCustom ? customArt(motif) : this.milestone, this.size || 112) : ''}
      <figcaption>
        <h3 id="title" part="title" aria-level=${levelOf(this.headingLevel)} lang=${own ? nothing : lang}>
          ${own || title}
        </h3>
        ${
          putAway
            ? ''
            : [
                date && isDay(date)
                  ? html`<p class="help" part="date"><time datetime=${date}>${localDay(this, date)}</time></p>`
                  : '',
                date && this.#isCustom ? '' : html`<p part="text" lang=${lang}>${help}</p>`,
                note?.trim() && this.view !== 'word' ? html`<p part="note">${note}</p>` : '',
              ]
        }
      </figcaption>
    </figure>`;
  }

  #kept(doubt: string): unknown {
    const { kept } = this;
    const words = this.#words;
    const { state, isOpen } = this.#change;
    const { mark, asksSharing } = this.#standing;
    // While it is not known, neither is said; and what is not marked is kept nowhere.
    const line =
      isOpen && asksSharing ? ''
      : doubt ? state && doubt
      : mark.shared ? words.shared
      : !mark.date ? ''
      : kept === 'device' || kept === 'clinic' ? words[kept]
      : words.keptMissing;
    return line && html`<p class="aside help" part="kept">${line}</p>`;
  }

  /** What can be done now. */
  #controls(): TemplateResult {
    const words = this.#words;
    const { date, shared, putAway } = this.#standing.mark;
    const seen = shared ? html`<p class="help">${words.unshareNote}</p>` : '';
    if (this.view === 'word') {
      return html`<div part="editor" role="group" aria-labelledby="title">
        ${this.#isCustom ? this.#field('text') : ''} ${this.#field('note')}
        ${shared ? html`<p class="help" id="under">${words.underText}</p>` : ''}
        ${this.#isCustom ? this.#motifs() : ''}
        ${actions(this.#button('save', 'main', true), this.#button('cancel'))}
      </div>`;
    }
    if (this.view === 'remove') {
      return html`<div part="confirm" role="group" aria-labelledby="ask">
        <div id="ask">
          <p>${words.removeAsk}</p>
          ${seen}
        </div>
        ${actions(this.#button('cancel', 'home'), this.#button('remove', 'quiet', true))}
      </div>`;
    }
    if (putAway) return actions(this.#button('bring-back', 'home quiet'));
    if (!date) return actions(this.#button('mark', 'home'));
    const sharing = shared ? 'unshare' : this.kept === 'clinic' && 'share';
    return html`<details part="more">
      <summary class="home" id="more" aria-labelledby="more title">${words.change}</summary>
      ${actions(
        this.#button('word'),
        sharing ? this.#button(sharing) : '',
        this.#button('put-away'),
        this.#button('remove'),
      )}
      ${seen}
    </details>`;
  }

  /** The value is only begun with: what is being typed is the person's, whatever the host sets. */
  #field(name: 'text' | 'note'): TemplateResult {
    const words = this.#words;
    const isWrong = this.wrong === name;
    const { mark } = this.#standing;
    const value = mark[name] ?? '';
    const notes = [isWrong && 'error', mark.shared && 'under'].filter(Boolean).join(' ');
    const { isOpen } = this.#change;
    return html`<label for=${name}>${words[name]}</label>
      ${
        name === 'text'
          ? html`<input
              class="home"
              id="text"
              dir="auto"
              autocomplete="off"
              .defaultValue=${value}
              ?readonly=${isOpen}
              aria-invalid=${isWrong}
              aria-describedby=${isWrong ? 'error' : nothing}
            />`
          : html`<textarea
              class="home"
              id="note"
              dir="auto"
              rows="3"
              .defaultValue=${value}
              ?readonly=${isOpen}
              aria-invalid=${isWrong}
              aria-describedby=${notes || nothing}
            ></textarea>`
      }
      ${isWrong ? html`<p class="error" id="error">${fill(words.errorLong, { max: LONGEST[name]! })}</p>` : ''}`;
  }

  #motifs(): TemplateResult {
    const { motif, motifs } = this.#words;
    return html`<fieldset part="motifs" ?disabled=${this.#change.isOpen}>
      <legend>${motif}</legend>
      ${motifs.map(
        (name, i) => html`<label>
          <input
            type="radio"
            name="motif-${this.#id}"
            value=${i + 1}
            ?checked=${i + 1 === this.#standing.mark.motif}
          />
          ${stamp(`custom-${i + 1}`, 72)} ${name}
        </label>`,
      )}
    </fieldset>`;
  }

  /** One that `repeats` the change on its way can be pressed again once that hangs. */
  #button(action: Button, kind = 'quiet', repeats = false): TemplateResult {
    const { state, isOpen } = this.#change;
    return html`<button
      type="button"
      id=${action}
      class=${kind}
      part=${action}
      aria-labelledby="${action} title"
      aria-disabled=${(repeats ? state === 'saving' : isOpen) || nothing}
    >
      ${this.#words[action]}
    </button>`;
  }
}

const isMotif = (motif: unknown): motif is 1 | 2 | 3 => motif === 1 || motif === 2 || motif === 3;

const customArt = (motif: number | undefined): string => `custom-${isMotif(motif) ? motif : 1}`;

const stamp = (key: string, size: number): TemplateResult => {
  const [horizon, object] = ART[key]!;
  return html`<svg part="art" viewBox="0 0 96 96" width=${size} height=${size} aria-hidden="true">
    <path class="pebble" d=${PEBBLE} />
    <path class="horizon" d=${horizon} />
    <path d=${object} />
  </svg>`;
};
