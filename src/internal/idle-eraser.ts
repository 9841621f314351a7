import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;
/** Timers stand still while a device sleeps: so often the time of day is looked at. */
const LOOK_AGAIN = 10_000;

/** Minutes as a host gave them; in place of what is no time, the element's own. */
export const idleMinutesOf = (given: number, own: number): number => (given >= 0 && given !== null ? given : own);

/** On a shared device: warns a minute before, then erases, when nobody has touched the widget for a while. */
export class IdleEraser implements ReactiveController {
  /** The warning stands. */
  warning = false;
  #host: ReactiveControllerHost & HTMLElement;
  #minutes: () => number | undefined;
  #erase: () => void;
  #timer = 0;
  #touchedAt = 0;

  /** `minutes` is how long to wait in all; 0 is never, and `undefined` while there is nothing to erase. */
  constructor(host: ReactiveControllerHost & HTMLElement, minutes: () => number | undefined, erase: () => void) {
    this.#host = host;
    this.#minutes = minutes;
    this.#erase = erase;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['click', 'keydown', 'input']) this.#host.addEventListener(type, this.stay);
    window.addEventListener('pageshow', this.#onPageShow);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.stay();
  }

  /** What was there to erase may have come from the host, or come back after sending. */
  hostUpdated(): void {
    if (!this.#timer && this.#host.isConnected) this.stay();
  }

  /** The time goes on: a widget that comes back later than that is erased. A timer would keep the removed widget alive. */
  hostDisconnected(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('pageshow', this.#onPageShow);
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  /** Somebody is there: start counting again. Who comes after the time was up is somebody else. */
  stay = (): void => {
    if (!this.#timer || this.#left > 0) this.#touchedAt = Date.now();
    this.#look();
  };

  /** Milliseconds; infinite where no time runs. */
  get #left(): number {
    const minutes = this.#minutes();
    return minutes ? minutes * MINUTE - (Date.now() - this.#touchedAt) : Infinity;
  }

  #look = (): void => {
    this.#stop();
    const left = this.#left;
    const isWarning = left > 0 && left <= MINUTE;
    if (this.warning !== isWarning) {
      this.warning = isWarning;
      this.#host.requestUpdate();
    }
    if (left <= 0) this.#erase();
    else if (left < Infinity) this.#timer = window.setTimeout(this.#look, Math.min(isWarning ? left : left - MINUTE, LOOK_AGAIN));
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #onVisible = (): void => {
    if (this.#timer) this.#look();
  };

  // A page that comes back from the back-forward cache would show the answers to the next person.
  #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#minutes() !== undefined) this.#erase();
  };
}
