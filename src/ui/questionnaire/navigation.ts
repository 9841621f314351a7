import { AttunePageEvent } from '../../events/page-event.ts';
import type { WidgetFocus } from '../host/widget-focus.ts';
import { findInstance } from './find-instance.ts';
import type { Filling } from './filling.ts';
import { controlOf } from './items/alterations.ts';

interface Dependencies {
  host: HTMLElement;
  filling: Filling;
  focus: WidgetFocus;
  isPaged(): boolean;
}

/** Turns the pages of items and moves the focus with them. It changes no answer. */
export class Navigation {
  #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Opens the next page (1) or the page before (-1). */
  turn(by: number): void {
    const { filling, focus } = this.#deps;
    this.#open(filling.session!.current.page + by);
    focus.moveTo('[part=progress] span', 'button');
  }

  /** Moves the focus to the item with this key, on any page. */
  goTo(key: string): void {
    const { filling, focus, isPaged } = this.#deps;
    const { pages, page } = filling.session!.current;
    const to = pages.findIndex((instances) => findInstance(instances, key)) + 1;
    if (isPaged() && to !== page) this.#open(to);
    focus.moveTo(controlOf(key), 'button');
  }

  #open(page: number): void {
    const { host, filling } = this.#deps;
    const session = filling.session!;
    if (!session.goTo(page).ok) return;
    host.dispatchEvent(new AttunePageEvent({ page, pages: session.current.pages.length }));
  }
}
