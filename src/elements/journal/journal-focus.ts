import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WidgetFocus } from '../../ui/host/widget-focus.ts';

/** Selects a control of an entry. Without an id, of the whole journal. */
export const within = (id: string, selector: string): string =>
  (id && `article[data-id="${CSS.escape(id)}"] `) + selector;

/** Owns where the focus goes with the next render of a journal. It never moves the focus from the page into the widget. */
export class JournalFocus implements ReactiveController {
  /** What gets the focus with the next render, if the widget has it. */
  next: string | undefined;
  #journal: HTMLElement;
  #focus: WidgetFocus;

  constructor(journal: ReactiveControllerHost & HTMLElement) {
    this.#journal = journal;
    this.#focus = new WidgetFocus(journal);
    journal.addController(this);
  }

  hostUpdated(): void {
    const { next } = this;
    this.next = undefined;
    if (next && this.#focus.wasInside) this.#journal.shadowRoot!.querySelector<HTMLElement>(next)?.focus();
    // The control that had the focus is gone.
    this.#focus.recover('#box,#now', 'button');
  }
}
