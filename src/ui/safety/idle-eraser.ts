import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { fill } from '../../core/plain-data/fill.ts';
import { isVeiled } from '../host/event-veil.ts';
import { IdleWarning, isInWarning } from './idle-warning.ts';

const MINUTE = 60_000;
/** "Less than so many seconds": the warning is announced at each of these, and always true. */
const SECONDS = [10, 30, 60];
/** Timers stop while a device sleeps, so the time of day is read this often. */
const LOOK_AGAIN = 10_000;
/** Events that follow activity within this time are ignored: a pointer moves many times a second. */
const THROTTLE = 1000;

/** These are not yet the whole act: a tap or click has begun, or the mouse is on its way to the button of the warning. */
const BEGUN = ['pointerdown', 'pointermove', 'touchstart'];
const ACTIVITY = [...BEGUN, 'keydown', 'input', 'click', 'wheel'];
/** In the capture phase, because the widgets stop most of these events at their shadow root. */
const PASSIVE_CAPTURE = { capture: true, passive: true };

interface Idle {
  /** How long to wait in all; 0 is never, and `undefined` while there is nothing to erase. */
  minutes: () => number | undefined;
  erase: () => void;
  /** Activity in here counts: the session around the widget, else the widget itself. */
  area: () => HTMLElement;
}

/** Warns a minute before it erases, when nobody was active in the widget for a while. */
export class IdleEraser implements ReactiveController {
  /** While it warns: less than so many seconds are left. Else 0. */
  secondsLeft = 0;
  #host: LitElement;
  #idle: Idle;
  #warning: IdleWarning;
  #timer = 0;
  #touchedAt = 0;
  /** The area that has the listeners: only while there is something to erase. */
  #heard: HTMLElement | undefined;

  constructor(host: LitElement, idle: Idle) {
    this.#host = host;
    this.#idle = idle;
    this.#warning = new IdleWarning(host, this.stay);
    host.addController(this);
  }

  /** The warning, while it stands: `text` says what will happen, and `{seconds}` in it when. */
  notice(text: string, stay: string): TemplateResult | typeof nothing {
    return this.secondsLeft ? this.#warning.template(fill(text, { seconds: this.secondsLeft }), stay) : nothing;
  }

  hostConnected(): void {
    window.addEventListener('pageshow', this.#onPageShow);
    this.stay();
  }

  /** What was there to erase may have come from the host, have gone, or come back after sending. */
  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    if (!this.#timer) this.stay();
    else if (!this.#idle.minutes() || this.#heard !== this.#idle.area()) this.#look();
  }

  /** The time goes on: a widget that comes back later than that is erased. A timer would keep the removed widget alive. */
  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#listenTo(undefined);
    window.removeEventListener('pageshow', this.#onPageShow);
  }

  /** Somebody is there: start counting again. Who comes after the time was up is somebody else. */
  stay = (): void => {
    if (!this.#timer || this.#left > 0) this.#touchedAt = Date.now();
    this.#look();
  };

  /** Milliseconds; infinite where no time runs. */
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
    // The warning must not disappear under a finger or the mouse: the click would go to what lies behind it.
    if (this.secondsLeft && (BEGUN.includes(type) || isInWarning(event))) return;
    this.stay();
  };

  #onVisible = (): void => this.#look();

  // A page that comes back from the back-forward cache would show the answers to the next person.
  #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#idle.minutes() !== undefined) this.#idle.erase();
  };
}

/** Whether it is the page, or a part of it around the area, that was scrolled while the area can be seen. */
function isScrolledInView(scrolled: Node, area: HTMLElement): boolean {
  if (scrolled !== document && !scrolled.contains(area)) return false;
  const { top, bottom } = area.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
