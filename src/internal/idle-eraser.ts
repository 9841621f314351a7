import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;

/** On a shared device: warns a minute before, then erases, when nobody has touched the widget for a while. */
export class IdleEraser implements ReactiveController {
  /** The warning stands. */
  warning = false;
  #host: ReactiveControllerHost & HTMLElement;
  #minutes: () => number;
  #erase: () => void;
  #timer = 0;

  /** `minutes` is how long to wait in all; 0 is never. */
  constructor(host: ReactiveControllerHost & HTMLElement, minutes: () => number, erase: () => void) {
    this.#host = host;
    this.#minutes = minutes;
    this.#erase = erase;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['click', 'keydown', 'input']) this.#host.addEventListener(type, this.stay);
    window.addEventListener('pageshow', this.#onPageShow);
    this.stay();
  }

  /** What was there to erase may have come from the host, or come back after sending. */
  hostUpdated(): void {
    if (!this.#timer && this.#minutes() > 0) this.stay();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    window.removeEventListener('pageshow', this.#onPageShow);
  }

  /** Somebody is there: start counting again. */
  stay = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.warning) {
      this.warning = false;
      this.#host.requestUpdate();
    }
    const minutes = this.#minutes();
    if (minutes > 0) this.#timer = window.setTimeout(this.#warn, Math.max(0, minutes - 1) * MINUTE);
  };

  #warn = (): void => {
    this.#timer = 0;
    if (!this.#minutes()) return;
    this.warning = true;
    this.#host.requestUpdate();
    this.#timer = window.setTimeout(() => {
      this.warning = false;
      this.#erase();
    }, Math.min(1, this.#minutes()) * MINUTE);
  };

  // A page that comes back from the back-forward cache would show the answers to the next person.
  #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted && this.#minutes() > 0) this.#erase();
  };
}
