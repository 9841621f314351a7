import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from '../../ui/lit/lit.ts';
import { repeat } from '../../ui/lit/repeat.ts';
import type { Item } from '../../core/instrument/instrument.ts';
import { AttuneErrorEvent } from '../../events/error-event.ts';
import { AttuneMilestoneEvent, type MilestoneDetail } from '../../events/milestone-event.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { inLanguage } from '../../instruments/in-language.ts';
import { isSameLanguage } from '../../ui/text/direction.ts';
import { milestones } from '../../instruments/milestones.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { fieldStyles } from '../../ui/styles/field.styles.ts';
import { veilEvents } from '../../ui/host/event-veil.ts';
import { newId } from '../../ui/host/new-id.ts';
import { levelOf, titleHeading } from '../../ui/templates/heading.ts';
import * as takes from '../../ui/host/host-input.ts';
import { report } from '../../ui/host/report.ts';
import { Widget } from '../../ui/host/widget.ts';
import { WidgetFocus } from '../../ui/host/widget-focus.ts';
import { changeMilestones, latestFirst, readMilestones, type Milestone } from './milestone-list.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { WidgetKey } from '../../ui/text/keys.ts';
import { Language } from '../../ui/text/language.ts';
import { board } from '../../ui/text/locales/en/board.ts';
import { milestonesStyles } from './milestones.styles.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';

/** The message on the label of the list is the content of its instrument. */
const english = { board: { ...board, mark: (milestones.words as Record<'mark', string>).mark } };
type BoardKey = WidgetKey<'board'> | 'board.mark';

/** The message about a badge that moved or was removed, by action. */
const MESSAGES: Readonly<Record<string, keyof typeof board | undefined>> = {
  'put-away': 'isAway',
  'bring-back': 'isBack',
  remove: 'removed',
};

/** A badge that the person chose and has not marked. */
type Blank = Pick<Milestone, 'id' | 'milestone'> & Partial<Milestone>;

/**
 * All milestones of one person: a board of `<attune-milestone-badge>`, latest first, and a drawer for those that the
 * person put away. It has no empty places, no counts, and no order except the dates.
 *
 * Each change in a badge leaves the board as the badge's own `attune-milestone`, with the same `waitUntil`. The board
 * changes when every promise has fulfilled. A list that the host sets as `milestones` replaces the board's list, also
 * while a change is on its way.
 *
 * @summary A board of the steps that a person marked as their own.
 * @tag attune-milestones
 * @attr {string} lang - Language of the dates. Without it, the language of the nearest element around it.
 * @fires {AttuneMilestoneEvent} attune-milestone - The person marks a milestone, writes words, shares, stops sharing, puts
 *   away, brings back or removes. Cancelable, with `waitUntil`. A new milestone has a random id.
 * @fires {AttuneErrorEvent} attune-error - `bad-milestones`, `bad-attribute`, `bad-strings`, and everything
 *   that the badges report.
 * @fires {Event} input - The person changed something. A plain event without any text.
 * @fires {Event} change - The person changed something. A plain event without any text.
 * @csspart board - The whole board.
 * @csspart title - The title's heading.
 * @csspart choose - The list to choose a milestone from.
 * @csspart empty - The sentence that is shown when nothing is marked.
 * @csspart list - The badges on the board.
 * @csspart status - The result of the last change that moved or removed a badge.
 * @csspart drawer - The milestones that the person put away.
 * @csspart badge - A badge; style it through `--attune-*`.
 */
export class AttuneMilestones extends Widget {
  static override styles = [baseStyles, fieldStyles, milestonesStyles];
  static override properties: PropertyDeclarations = {
    // Setting the same list again counts too: it may undo a change of the person.
    milestones: { hasChanged: () => true, takes: takes.list, code: 'bad-milestones' },
    kept: { takes: takes.text },
    size: { type: Number, takes: takes.number(1, 1_000, 112) },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    translations: { takes: takes.translations },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
  };

  /** All milestones of the person, each with a unique id. As an attribute: JSON. */
  declare milestones: readonly Milestone[] | string | undefined;
  /** Where the page stores them. The badges show this to the person. Only milestones that the clinic stores can be shared. */
  declare kept: 'device' | 'clinic' | undefined;
  /** Width and height of the drawings in px. */
  declare size: 72 | 112 | 160;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** `draft`: also shows a translation that nobody has reviewed. */
  declare translations: 'draft' | undefined;
  /** Interface words of the host, for the board and for its badges. They replace the built-in words. */
  declare strings: Strings<string> | undefined;

  #language: Language<BoardKey> = new Language(this, {
    english: () => english,
    content: () => ({ lang: this.#content.language, messages: { board: this.#content.words as Record<string, string> } }),
  });

  #list: readonly Milestone[] = [];
  /** Badges that are not marked, or whose marking the page has not confirmed. */
  #blanks: readonly Blank[] = [];
  /** The key of the milestone in the select. */
  #chosen = '';
  /** The last change that each badge on the board offered to the page, as JSON, by the badge's id. */
  #offered = new Map<string, string>();
  /** How often the host has set the list. */
  #hostSets = 0;
  #message: keyof typeof board | undefined;
  #focus = new WidgetFocus(this);
  /** The id of the badge that receives the focus when the badge with the focus is gone. */
  #focusNext: string | undefined;

  constructor() {
    super();
    this.size = 112;
    this.headingLevel = 2;
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #choose = ({ target }: Event): void => {
    this.#chosen = (target as HTMLSelectElement).value;
    // A badge stays if its milestone was offered to the page, or if its open editor contains the person's own words.
    const rest = this.#blanks.filter(
      ({ id }) => this.#offered.has(id) || this.#listItem(id)?.querySelector<Element & { readonly editing: boolean }>('attune-milestone-badge')?.editing,
    );
    this.#blanks = this.#chosen ? [{ id: newId(), milestone: this.#chosen }, ...rest] : rest;
    this.#message = undefined;
    this.requestUpdate();
  };

  /**
   * The event of a badge does not leave the shadow root. The board fires a copy, and passes promises for the copy to the
   * badge.
   */
  #offer = (event: AttuneMilestoneEvent): void => {
    const detail = event.peek();
    const hostSets = this.#hostSets;
    const json = JSON.stringify(detail);
    const work: Promise<unknown>[] = [];
    const copy = new AttuneMilestoneEvent({ ...detail }, () => {});
    copy.waitUntil = (promise) => {
      work.push(promise);
      event.waitUntil(promise);
    };
    this.#offered.set(detail.id, json);
    const isPrevented = !this.dispatchEvent(copy);
    if (copy.isRead) event.noteRead();
    if (isPrevented) event.preventDefault();
    else if (work.length) {
      const follow = (): void => {
        // The host has set a newer list, or the person has begun another change.
        if (hostSets === this.#hostSets && this.#offered.get(detail.id) === json) this.#follow(detail);
      };
      // The badge reports a rejection.
      Promise.all(work).then(follow, () => {});
    }
  };

  /** Applies a change that the page has confirmed. */
  #follow(change: MilestoneDetail): void {
    const { id, action } = change;
    const item = this.#listItem(id);
    const neighbour = (item?.nextElementSibling ?? item?.previousElementSibling) as HTMLElement | null | undefined;
    this.#focusNext = action === 'put-away' ? undefined : action === 'remove' ? neighbour?.dataset.id : id;
    this.#message = MESSAGES[action];
    this.#setList(changeMilestones(this.#list, change));
    this.requestUpdate();
  }

  #setList(list: readonly Milestone[]): void {
    this.#list = list;
    this.#blanks = this.#blanks.filter((blank) => !list.some(({ id }) => id === blank.id));
    if (!this.#blanks.length) this.#chosen = '';
    const ids = [...list, ...this.#blanks].map(({ id }) => id);
    for (const id of this.#offered.keys()) if (!ids.includes(id)) this.#offered.delete(id);
  }

  #listItem(id: string | undefined): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll('li')].find(({ dataset }) => dataset.id === id);
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    this.listen(root, ['attune-milestone'], (event) => this.#offer(event as AttuneMilestoneEvent));
    root.addEventListener('attune-error', (event) => {
      this.dispatchEvent(new AttuneErrorEvent((event as AttuneErrorEvent).detail));
    });
    veilEvents(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('milestones')) return;
    this.#hostSets++;
    const list = readMilestones(this.milestones);
    if (list) this.#setList(list);
    else report(this, 'bad-milestones', 'milestones: Must be list of milestones, each with an id of its own');
  }

  protected override updated(): void {
    const root = this.renderRoot;
    if (this.#focus.isLost) {
      (this.#listItem(this.#focusNext) ?? root.querySelector<HTMLElement>('summary') ?? root.querySelector<HTMLElement>('#title'))?.focus();
    }
  }

  /** The milestones in the language around the widget. */
  get #content(): InstrumentDefinition {
    return inLanguage(milestones, this.#language.asked, this.translations);
  }

  protected override render(): TemplateResult {
    const t = this.#language.messages;
    const content = this.#content;
    const message = this.#message;
    const list = latestFirst(this.#list);
    const shown = [...this.#blanks, ...list.filter(({ putAway }) => !putAway)];
    const away = list.filter(({ putAway }) => putAway);
    return widgetRoot(
      { part: 'board', t },
      html`${titleHeading(this.headingLevel, t.mark(content.title as string, content.language))}
      <label for="choose">${t('board.mark')}</label>
      <select id="choose" part="choose" .value=${this.#chosen} @change=${this.#choose}>
        <option value="">${t.text('board.choose')}</option>
        ${(content.items as Item[]).map(
          ({ id, text }) => html`<option value=${id} lang=${isSameLanguage(content.language, t.lang) ? nothing : content.language}>${text}</option>`,
        )}
      </select>
      ${shown.length ? this.#badges(shown) : html`<p part="empty">${t('board.empty')}</p>`}
      <p class="help" part="status" role="status">${message && t(`board.${message}`)}</p>
      ${
        away.length
          ? html`<details part="drawer">
              <summary>${t('board.drawer')}</summary>
              ${this.#badges(away)}
            </details>`
          : ''
      }`,
    );
  }

  #badges(list: readonly Blank[]): TemplateResult {
    return html`<ul part="list" role="list">
      ${repeat(
        list,
        ({ id }) => id,
        ({ id, milestone, date, text, note, motif = 1, shared, putAway }) => html`<li
          data-id=${id}
          tabindex="-1"
          aria-label=${text?.trim() || (this.#content.items as Item[]).find((item) => item.id === milestone)?.text || nothing}
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
            .translations=${this.translations}
            .strings=${this.strings}
          ></attune-milestone-badge>
        </li>`,
      )}
    </ul>`;
  }
}
