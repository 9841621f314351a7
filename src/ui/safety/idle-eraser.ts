import { nothing, type LitElement, type ReactiveController, type TemplateResult } from '../lit/lit.ts';
import { isVeiled } from '../host/event-veil.ts';
import type { Shown } from '../text/messages.ts';
import { IdleWarning, isInWarning } from './idle-warning.ts';

const MINUTE = 60_000;
/** The warning says "less than N seconds" with one of these, and is announced again at each. */
const SECONDS = [10, 30, 60];
/** In milliseconds. Timers stop while a device sleeps, so the clock is checked this often. */
const LOOK_AGAIN = 10_000;
/** In milliseconds. After activity, further events are ignored for this time, because a pointer fires many each second. */
const THROTTLE = 1000;

/** The beginning of a tap or click, or the mouse on its way to the button of the warning. */
const BEGUN = ['pointerdown', 'pointermove', 'touchstart'];
const ACTIVITY = [...BEGUN, 'keydown', 'input', 'click', 'wheel'];
/** In the capture phase, because the widgets stop most of these events at their shadow root. */
const PASSIVE_CAPTURE = { capture: true, passive: true };

interface Idle {
  /** Minutes until erasing; 0 is never. `undefined` if there is nothing to erase. */
  minutes: () => number | undefined;
  erase: () => void;
  /** The element in which activity counts: the session around the widget, else the widget. */
  area: () => HTMLElement;
}

/** Erases after a time without activity, and warns a minute before. It does not know what is erased. */
export class IdleEraser implements ReactiveController {
  /** During the warning: fewer seconds than this are left. Otherwise 0. */
  secondsLeft = 0;
  #host: LitElement;
  #idle: Idle;
  #warning: IdleWarning;
  #timer = 0;
  #touchedAt = 0;
  /** The area with the listeners; `undefined` if there is nothing to erase. */
  #heard: HTMLElement | undefined;

  constructor(host: LitElement, idle: Idle) {
    this.#host = host;
    this.#idle = idle;
    this.#warning = new IdleWarning(host, this.stay);
    host.addController(this);
  }

  /** The warning, if it is time for it. `textOf` writes it with the number of seconds that are left. */
  notice(textOf: (seconds: number) => Shown, stay: Shown): TemplateResult | typeof nothing {
    return this.secondsLeft ? this.#warning.template(textOf(this.secondsLeft), stay) : nothing;
  }

  hostConnected(): void {
    window.addEventListener('pageshow', this.#onPageShow);
    this.stay();
  }

  /** The host may have set or removed the answers, or sending may have failed. */
  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    if (!this.#timer) this.stay();
    else if (!this.#idle.minutes() || this.#heard !== this.#idle.area()) this.#look();
  }

  /** A timer would keep the removed widget in memory. The time still counts: if the widget returns too late, it is erased. */
  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#listenTo(undefined);
    window.removeEventListener('pageshow', this.#onPageShow);
  }

  /** A person is active: the time starts again. After its end it does not, because the next person may be another one. */
  stay = (): void => {
    if (!this.#timer || this.#left > 0) this.#touchedAt = Date.now();
    this.#look();
  };

  /** In milliseconds; infinite if there is nothing to erase. */
  get #left(): number {
    const minutes = this.#idle.minutes();
    return minutes ? minutes * MINUTE - (Date.now() - this.#touchedAt) : Infinity;
  }

  #look = (): void => {
    this.#stop();
    const left = this.#left;
    this.#listenTo(left < Infinity ? this.#idle.area() : undefined);
    const secondsLeft = (left > 0 && SECONDS.find((seconds) => left <= seconds * 1000)) || 0;
    if (this.secondsLeft !== secondsLeft) {
      this.secondsLeft = secondsLeft;
      this.#host.requestUpdate();
    }
    if (left <= 0) this.#idle.erase();
    else if (left < Infinity) {
      this.#timer = window.setTimeout(this.#look, Math.min(secondsLeft ? left : left - MINUTE, LOOK_AGAIN));
    }
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #listenTo(area: HTMLElement | undefined): void {
    if (area === this.#heard) return;
    for (const type of ACTIVITY) {
      this.#heard?.removeEventListener(type, this.#onActivity, PASSIVE_CAPTURE);
      area?.addEventListener(type, this.#onActivity, PASSIVE_CAPTURE);
    }
    this.#heard = area;
    if (area) {
      window.addEventListener('scroll', this.#onActivity, PASSIVE_CAPTURE);
      document.addEventListener('visibilitychange', this.#onVisible);
    } else {
      window.removeEventListener('scroll', this.#onActivity, PASSIVE_CAPTURE);
      document.removeEventListener('visibilitychange', this.#onVisible);
    }
  }

  #onActivity = (event: Event): void => {
    const since = Date.now() - this.#touchedAt;
    if ((since >= 0 && since < THROTTLE) || isVeiled(event)) return;
    const { type, target } = event;
    if (type === 'scroll' && !isScrolledInView(target as Node, this.#heard!)) return;
    // The warning must not disappear under a finger or the mouse: the click would reach the page behind it.
    if (this.secondsLeft && (BEGUN.includes(type) || isInWarning(event))) return;
    this.stay();
  };

  #onVisible = (): void => this.#look();

  // A page that comes back from the back-forward cache would show the answers to the next person.
  #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#idle.minutes() !== undefined) this.#idle.erase();
  };
}

/** Whether the page, or a box around the area, was scrolled while the area is visible. */
function isScrolledInView(scrolled: Node, area: HTMLElement): boolean {
  if (scrolled !== document && !scrolled.contains(area)) return false;
  const { top, bottom } = area.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
