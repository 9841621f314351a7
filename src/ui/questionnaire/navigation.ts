import { isQuestion } from '../../core/item-types/index.ts';
import type { EntryMode, Instrument } from '../../core/instrument/instrument.ts';
import { indexItems } from '../../core/instrument/item-index.ts';
import { AttunePageEvent } from '../../events/page-event.ts';
import type { Sitting } from '../handoff/sitting.ts';
import { NarrowContainer } from '../host/narrow-container.ts';
import type { WidgetFocus } from '../host/widget-focus.ts';
import { findInstance } from './find-instance.ts';
import type { Filling } from './filling.ts';
import { controlOf } from './items/alterations.ts';
import type { Inside, Place, QuestionnaireHost } from './questionnaire-host.ts';

/** With more questions than this, a narrow container shows a few at a time. */
const MOST_ON_A_NARROW_PAGE = 5;

interface Dependencies {
  host: QuestionnaireHost;
  inside: Inside;
  filling: Filling;
  focus: WidgetFocus;
  sitting(): Sitting | undefined;
}

/** Decides whether the items are on pages. Turns the pages and moves the focus with them. It changes no answer. */
export class Navigation implements Place {
  /** The key of the item that the person answered last. */
  lastAnswered: string | undefined;
  #deps: Dependencies;
  #container: NarrowContainer;
  #counted: { instrument: Instrument; questions: number } | undefined;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    this.#container = new NarrowContainer(deps.host, () => this.#onWidth());
  }

  get sitting(): Sitting | undefined {
    return this.#deps.sitting();
  }

  /** Whether the widget turns pages. Inside a session, the session does. */
  get isPaged(): boolean {
    const { layout } = this.#deps.host;
    if (this.#order) return !!this.entryMode;
    const isPagedHere = layout === 'auto' ? (this.#container.isNarrow && this.#isLong) || this.#saysPages : layout === 'paged';
    return isPagedHere && !this.sitting;
  }

  /** The order in which the person answers. It is not followed where nothing can be answered, nor inside a session. */
  get entryMode(): EntryMode | undefined {
    return this.#deps.host.readonly || this.sitting ? undefined : this.#order;
  }

  get #order(): EntryMode | undefined {
    const { inside, filling } = this.#deps;
    return inside.itemSupport().entryOrder && filling.session!.instrument.entryMode;
  }

  get #saysPages(): boolean {
    const { inside, filling } = this.#deps;
    return !!inside.itemSupport().structure.saysPages?.(filling.session!.instrument);
  }

  /** Also counts what is asked on a condition: an answer must not turn a list into pages. */
  get #isLong(): boolean {
    const { instrument } = this.#deps.filling.session!;
    if (this.#counted?.instrument !== instrument) {
      const asked = [...indexItems(instrument).values()].filter(({ item, hidden }) => isQuestion(item) && !hidden);
      this.#counted = { instrument, questions: asked.length };
    }
    return this.#counted.questions > MOST_ON_A_NARROW_PAGE;
  }

  /** Opens the next page (1) or the page before (-1). */
  turn(by: number): void {
    const { filling, focus } = this.#deps;
    this.#open(filling.session!.current.page + by);
    focus.moveTo('#page', 'button');
  }

  /** Moves the focus to the item with this key, on any page, and shows its question. */
  goTo(key: string): void {
    const to = this.#pageOf(key);
    if (this.isPaged && to !== this.#deps.filling.session!.current.page) this.#open(to);
    this.#deps.focus.moveTo(controlOf(key), 'button');
    this.#deps.focus.reveal(controlOf(key), `[data-key="${key}"] [part=legend]`);
  }

  /** Moves the focus to the summary. It can be taller than the window, and the person must see its beginning. */
  goToSummary(): void {
    this.#deps.focus.moveTo('[part~=summary]', 'button');
    this.#deps.focus.reveal('#summary');
  }

  /** The container has become narrow or wide. The person stays at their question. */
  #onWidth(): void {
    const { host, filling, focus } = this.#deps;
    const key = focus.inside?.closest<HTMLElement>('[data-key]')?.dataset.key ?? this.lastAnswered;
    if (this.isPaged && key) filling.session!.goTo(this.#pageOf(key));
    host.requestUpdate();
  }

  #pageOf(key: string): number {
    const { pages } = this.#deps.filling.session!.current;
    return pages.findIndex((instances) => findInstance(instances, key)) + 1;
  }

  #open(page: number): void {
    const { host, filling } = this.#deps;
    const session = filling.session!;
    if (!session.goTo(page).ok) return;
    host.dispatchEvent(new AttunePageEvent({ page, pages: session.current.pages.length }));
  }
}
