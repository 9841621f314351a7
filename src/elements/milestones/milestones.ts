import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Item } from '../../core/instrument.ts';
import { AttuneErrorEvent } from '../../events/error-event.ts';
import { AttuneMilestoneEvent } from '../../events/milestone-event.ts';
import { milestones } from '../../instruments/milestones.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { fieldStyles } from '../../internal/field.styles.ts';
import { veilEvents } from '../../internal/event-veil.ts';
import { newId } from '../../internal/new-id.ts';
import { heading, levelOf } from '../../internal/heading.ts';
import { report } from '../../internal/report.ts';
import { WidgetFocus } from '../../internal/widget-focus.ts';
import { changeMilestones, latestFirst, readMilestones, type Milestone } from './milestone-list.ts';
import { milestonesWords, type MilestonesWords } from './milestones-words.ts';
import { milestonesStyles } from './milestones.styles.ts';

const DONE: Readonly<Record<string, keyof MilestonesWords | undefined>> = {
  'put-away': 'isAway',
  'bring-back': 'isBack',
  remove: 'removed',
};
const items = milestones.items as Item[];

/** One that stands on the board to be marked. */
type Blank = Pick<Milestone, 'id' | 'milestone'> & Partial<Milestone>;

/**
 * All milestones of one person: a board of `<attune-milestone-badge>`, latest first, and a drawer for those that were put
 * away. There are no places to fill, no counts, and no order but that of the days.
 *
 * What the person does with a badge goes out from the board as the badge's own `attune-milestone`, with the same
 * `waitUntil`. The board follows when every promise has fulfilled; what the host sets as `milestones` counts over that,
 * also when it was set while a change was on its way.
 *
 * @summary A board of the steps that a person marked as their own.
 * @tag attune-milestones
 * @attr {string} lang - Language in which days are written; else that of the nearest element around it.
 * @fires {AttuneMilestoneEvent} attune-milestone - The person marks, words, shares, unshares, puts away, brings back or
 *   removes one. Cancelable, with `waitUntil`. One that is new has a random id.
 * @fires {AttuneErrorEvent} attune-error - `bad-milestones`, and all that the badges report.
 * @fires {Event} input - The person changed something; plain, without a word of it.
 * @fires {Event} change - The person changed something; plain, without a word of it.
 * @csspart board - All of it.
 * @csspart title - The title's heading.
 * @csspart choose - The list to choose from.
 * @csspart empty - What stands there when nothing is marked.
 * @csspart list - The badges on the board.
 * @csspart status - What became of one that no longer stands where it stood.
 * @csspart drawer - Those that were put away.
 * @csspart badge - A badge; style it through `--attune-*`.
 */
export class AttuneMilestones extends LitElement {
  static override styles = [baseStyles, fieldStyles, milestonesStyles];
  static override properties: PropertyDeclarations = {
    // What the host sets counts, also when it sets what stood there before.
    milestones: { hasChanged: () => true },
    kept: {},
    size: { type: Number },
    headingLevel: { type: Number, attribute: 'heading-level' },
    strings: { attribute: false },
  };

  /** All of the person's milestones, each with an id of its own; as an attribute, JSON. */
  declare milestones: readonly Milestone[] | string | undefined;
  /** Where they are kept, said to the person. Only what the clinic keeps can be shared. */
  declare kept: 'device' | 'clinic' | undefined;
  /** Width and height of the drawings in px. */
  declare size: 72 | 112 | 160;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host's own, for the board and for its badges. */
  declare strings: Readonly<Record<string, string | string[]>> | undefined;

  #list: readonly Milestone[] = [];
  /** Those that are not marked, or of which the page has not said that it keeps them. */
  #blanks: readonly Blank[] = [];
  #chosen = '';
  /** The last change that was offered to the page, by id. */
  #offered = new Map<string, string>();
  /** Counts what the host has set. */
  #turn = 0;
  #told: keyof MilestonesWords | undefined;
  #focus = new WidgetFocus(this);
  /** The id of the badge that the focus goes to when the one that has it is gone. */
  #focusNext: string | undefined;

  constructor() {
    super();
    this.size = 112;
    this.headingLevel = 2;
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #choose = ({ target }: Event): void => {
    this.#chosen = (target as HTMLSelectElement).value;
    // One that was offered to the page may be kept there, and in one that is being worded stand the person's own words.
    const rest = this.#blanks.filter(({ id }) => this.#offered.has(id) || this.#isBeingWorded(id));
    this.#blanks = this.#chosen ? [{ id: newId(), milestone: this.#chosen }, ...rest] : rest;
    this.#told = undefined;
    this.requestUpdate();
  };

  /** A badge's events end at the shadow root: the page is asked by the board, and its answer is the badge's. */
  #offer = (event: AttuneMilestoneEvent): void => {
    const detail = event.peek();
    const { id, action } = detail;
    const turn = this.#turn;
    const text = JSON.stringify(detail);
    const work: Promise<unknown>[] = [];
    const copy = new AttuneMilestoneEvent({ ...detail }, () => {});
    copy.waitUntil = (promise) => {
      work.push(promise);
      event.waitUntil(promise);
    };
    this.#offered.set(id, text);
    const isPrevented = !this.dispatchEvent(copy);
    if (copy.isRead) event.noteRead();
    if (isPrevented) event.preventDefault();
    else if (work.length) {
      const follow = (): void => {
        // The host has set something newer, or the person has gone on to another change.
        if (turn !== this.#turn || this.#offered.get(id) !== text) return;
        const place = this.#place(id);
        const next = (place?.nextElementSibling ?? place?.previousElementSibling) as HTMLElement | null | undefined;
        this.#focusNext = action === 'put-away' ? undefined : action === 'remove' ? next?.dataset.id : id;
        this.#told = DONE[action];
        this.#stand(changeMilestones(this.#list, detail));
        this.requestUpdate();
      };
      // Of a rejection the badge tells.
      Promise.all(work).then(follow, () => {});
    }
  };

  #stand(list: readonly Milestone[]): void {
    this.#list = list;
    this.#blanks = this.#blanks.filter((blank) => !list.some(({ id }) => id === blank.id));
    if (!this.#blanks.length) this.#chosen = '';
  }

  #place(id: string | undefined): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll('li')].find(({ dataset }) => dataset.id === id);
  }

  #isBeingWorded(id: string): boolean {
    return !!this.#place(id)?.firstElementChild!.shadowRoot?.querySelector('[part=editor]');
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('attune-milestone', (event) => this.#offer(event as AttuneMilestoneEvent));
    root.addEventListener('attune-error', (event) => {
      this.dispatchEvent(new AttuneErrorEvent((event as AttuneErrorEvent).detail));
    });
    veilEvents(root as ShadowRoot);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('milestones')) return;
    this.#turn++;
    const list = readMilestones(this.milestones);
    if (list) this.#stand(list);
    else report(this, 'bad-milestones', 'Must be a list of milestones, each with an id of its own');
  }

  protected override updated(): void {
    const root = this.renderRoot as ShadowRoot;
    if (this.#focus.isLost) {
      (this.#place(this.#focusNext) ?? root.querySelector<HTMLElement>('summary') ?? root.getElementById('title'))?.focus();
    }
  }

  protected override render(): TemplateResult {
    const words = { ...milestonesWords, ...this.strings };
    const told = this.#told;
    const list = latestFirst(this.#list);
    const shown = [...this.#blanks, ...list.filter(({ putAway }) => !putAway)];
    const away = list.filter(({ putAway }) => putAway);
    return html`<section part="board" aria-labelledby="title">
      ${heading(this.headingLevel, milestones.title as string, 'title', 'title')}
      <label for="choose">${words.mark}</label>
      <select id="choose" part="choose" .value=${this.#chosen} @change=${this.#choose}>
        <option value="">${words.choose}</option>
        ${items.map(({ id, text }) => html`<option value=${id}>${text}</option>`)}
      </select>
      ${shown.length ? this.#badges(shown) : html`<p part="empty">${words.empty}</p>`}
      <p class="help" part="status" role="status">${told && words[told]}</p>
      ${
        away.length
          ? html`<details part="drawer">
              <summary>${words.drawer}</summary>
              ${this.#badges(away)}
            </details>`
          : ''
      }
    </section>`;
  }

  #badges(list: readonly Blank[]): TemplateResult {
    return html`<ul part="list" role="list">
      ${repeat(
        list,
        ({ id }) => id,
        ({ id, milestone, date, text, note, motif = 1, shared, putAway }) => html`<li
          data-id=${id}
          tabindex="-1"
          aria-label=${text?.trim() || items.find((item) => item.id === milestone)?.text || nothing}
        >
          <attune-milestone-badge
            part="badge"
            badge-id=${id}
            heading-level=${levelOf(this.headingLevel, 1)}
            kept=${this.kept ?? nothing}
            .milestone=${milestone}
            .date=${date}
            .text=${text}
            .note=${note}
            .motif=${motif}
            .shared=${!!shared}
            .putAway=${!!putAway}
            .size=${this.size}
            .strings=${this.strings}
          ></attune-milestone-badge>
        </li>`,
      )}
    </ul>`;
  }
}
