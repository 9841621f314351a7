import { html, type LitElement, type ReactiveController, type TemplateResult } from '../lit/lit.ts';
import type { Shown } from '../text/messages.ts';
import { shadowRootOf } from '../host/shadow-root-of.ts';

/** Whether an event happened inside a warning, also in one inside a shadow root. */
export const isInWarning = (event: Event): boolean =>
  !!(event.composedPath()[0] as Partial<Element>).closest?.('[part=idle]');

/**
 * The warning before something is erased or locked. It is above the page at any scroll position, and screen readers announce
 * it. It moves neither the focus nor the scroll position. Its button or Escape gives more time.
 */
export class IdleWarning implements ReactiveController {
  #host: LitElement;
  #stay: () => void;
  #shown: HTMLElement | null = null;
  /** What had the focus when the warning appeared. */
  #from: Element | null = null;

  constructor(host: LitElement, stay: () => void) {
    this.#host = host;
    this.#stay = stay;
    host.addController(this);
  }

  template(text: Shown, stay: Shown): TemplateResult {
    return html`<div part="idle" class="notice" popover="manual">
      <p role="alert">${text}</p>
      <button type="button" class="main" part="stay" @mousedown=${keepFocus} @click=${this.#onClick}>${stay}</button>
    </div>`;
  }

  hostUpdated(): void {
    const root = shadowRootOf(this.#host)!;
    const warning = root.querySelector<HTMLElement>('[part=idle]');
    if (warning === this.#shown) return;
    this.#shown = warning;
    this.#from = warning && root.activeElement;
    if (warning?.isConnected) {
      window.addEventListener('keydown', this.#onKey, true);
      // Safari before 17 and Firefox before 125 have no popovers. There it sticks to the edge of the window.
      (warning as Partial<HTMLElement>).showPopover?.();
    } else this.hostDisconnected();
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKey, true);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // Otherwise Escape would also close a dialog of the page.
    event.preventDefault();
    this.#stay();
  };

  #onClick = (event: Event): void => {
    event.stopPropagation();
    const root = shadowRootOf(this.#host)!;
    const hadFocus = root.activeElement === event.currentTarget;
    const from = this.#from;
    this.#stay();
    if (!hadFocus) return;
    // Back to where the person was, but not to a button: pressing the same key again would press that button.
    const isPlace = from?.isConnected && from.matches('input,textarea,select,a,[tabindex]');
    const place = isPlace ? from : root.querySelector('#title,section[tabindex]');
    (place as HTMLElement | null)?.focus({ preventScroll: true });
  };
}

const keepFocus = (event: Event): void => event.preventDefault();
