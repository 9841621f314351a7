import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

/** Whether an event happened inside a warning, also one in the shadow root of a widget. */
export const isInWarning = (event: Event): boolean =>
  !!(event.composedPath()[0] as Partial<Element>).closest?.('[part=idle]');

/**
 * The warning before something is erased or locked. It lies over the page wherever the person is on it, is announced, and
 * takes neither the focus nor the scroll position. Its button gives more time, and so does Escape.
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

  template(text: string, stay: string): TemplateResult {
    return html`<div part="idle" class="notice" popover="manual">
      <p role="alert">${text}</p>
      <button type="button" class="main" part="stay" @mousedown=${keepFocus} @click=${this.#onClick}>${stay}</button>
    </div>`;
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const warning = root.querySelector<HTMLElement>('[part=idle]');
    if (warning === this.#shown) return;
    this.#shown = warning;
    this.#from = warning && root.activeElement;
    if (warning?.isConnected) {
      window.addEventListener('keydown', this.#onKey, true);
      // Missing in Safari before 17 and Firefox before 125: there it sticks to the edge of the window.
      (warning as Partial<HTMLElement>).showPopover?.();
    } else this.hostDisconnected();
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKey, true);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The warning lies on top: a dialog of the page under it stays open.
    event.preventDefault();
    this.#stay();
  };

  #onClick = (event: Event): void => {
    event.stopPropagation();
    const root = this.#host.renderRoot as ShadowRoot;
    const hadFocus = root.activeElement === event.currentTarget;
    const from = this.#from;
    this.#stay();
    if (!hadFocus) return;
    // To where the person was, but not on a button: the same key, pressed again, would press that one.
    const isPlace = from?.isConnected && from.matches('input,textarea,select,a,[tabindex]');
    const place = isPlace ? from : root.querySelector('#title,section[tabindex]');
    (place as HTMLElement | null)?.focus({ preventScroll: true });
  };
}

const keepFocus = (event: Event): void => event.preventDefault();
