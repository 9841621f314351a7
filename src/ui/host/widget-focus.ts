import type { ReactiveController, ReactiveControllerHost } from '../lit/lit.ts';
import { shadowRootOf } from './shadow-root-of.ts';

/**
 * Moves the focus inside one widget: after something that the person did, and when a render removed the control that had
 * it. It never takes the focus from the host's page.
 */
export class WidgetFocus implements ReactiveController {
  /** A control of the widget had the focus before the last render. */
  wasInside = false;
  #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.wasInside = !!this.inside;
  }

  /** The element of the widget that has the focus. */
  get inside(): Element | null {
    return this.#root.activeElement;
  }

  /** The last render removed the control that had the focus. */
  get isLost(): boolean {
    return this.wasInside && !this.inside;
  }

  /** Gives a lost focus to the first of these selectors that finds something. For `updated()`. */
  recover(...selectors: string[]): void {
    if (this.isLost) this.#toFirst(selectors);
  }

  /** After the next render, to the first of these selectors that finds something. Only after an action of the person. */
  moveTo(...selectors: string[]): void {
    void this.#host.updateComplete.then(() => this.#toFirst(selectors));
  }

  /**
   * After the next render and a move of the focus, scrolls to each of these elements that is not in the window. The last is
   * the most important. Safari scrolls to the focus itself, but a frame later.
   */
  reveal(...selectors: string[]): void {
    void this.#host.updateComplete.then(() => {
      for (const selector of selectors) this.#root.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
    });
  }

  get #root(): ShadowRoot {
    return shadowRootOf(this.#host)!;
  }

  #toFirst(selectors: string[]): void {
    const found = selectors.map((selector) => this.#root.querySelector<HTMLElement>(selector));
    found.find((element) => element)?.focus();
  }
}

/** Safari does not focus a button that is clicked. Then the widget could not know that the person is in it. */
export const focusClicked = (button: HTMLElement): void => button.focus({ preventScroll: true });
