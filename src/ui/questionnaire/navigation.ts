import { AttunePageEvent } from '../../events/page-event.ts';
import type { WidgetFocus } from '../host/widget-focus.ts';
import { findInstance } from './find-instance.ts';
import type { Filling } from './filling.ts';
import { controlOf } from './items/alterations.ts';

interface Around {
  host: HTMLElement;
  filling: Filling;
  focus: WidgetFocus;
  isPaged(): boolean;
}

/** Turns the pages of items and moves the focus along. It changes no answer. */
export class Navigation {
  #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /** To the page after (1) or before (-1). */
  turn(by: number): void {
    const { filling, focus } = this.#around;
    this.#open(filling.session!.current.page + by);
    focus.moveTo('[part=progress] span', 'button');
  }

  /** To the item with this key, on whatever page it is. */
  goTo(key: string): void {
    const { filling, focus, isPaged } = this.#around;
    const { pages, page } = filling.session!.current;
    const to = pages.findIndex((instances) => findInstance(instances, key)) + 1;
    if (isPaged() && to !== page) this.#open(to);
    focus.moveTo(controlOf(key), 'button');
  }

  #open(page: number): void {
    const { host, filling } = this.#around;
    const session = filling.session!;
    if (!session.goTo(page).ok) return;
    host.dispatchEvent(new AttunePageEvent({ page, pages: session.current.pages.length }));
  }
}
