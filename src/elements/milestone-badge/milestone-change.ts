import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AttuneMilestoneEvent, type MilestoneDetail } from '../../events/milestone-event.ts';
import { report } from '../../internal/report.ts';

const SLOW_AFTER = 30_000;

/** Takes one change at a time to the host page and tells what became of it. No rendering. */
export class MilestoneChange implements ReactiveController {
  /** Of the last change. `unconfirmed`: no listener said what it would do. */
  state: 'idle' | 'pending' | 'slow' | 'failed' | 'saved' | 'unconfirmed' = 'idle';
  detail: MilestoneDetail | undefined;
  /** How often the change was offered to the page. */
  tries = 0;
  #host: ReactiveControllerHost & HTMLElement;
  #onDone: (detail: MilestoneDetail, confirmed: boolean) => void;
  #timer = 0;

  /** `onDone` is called when the page has kept the change, or, with `false`, when nothing is known of that. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    onDone: (detail: MilestoneDetail, confirmed: boolean) => void,
  ) {
    this.#host = host;
    this.#onDone = onDone;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.state === 'pending') this.#watch();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get isOpen(): boolean {
    return this.state === 'pending' || this.state === 'slow';
  }

  #go(state: MilestoneChange['state']): void {
    clearTimeout(this.#timer);
    this.state = state;
    if (state === 'pending') this.#watch();
    this.#host.requestUpdate();
  }

  #watch(): void {
    this.#timer = window.setTimeout(() => this.#go('slow'), SLOW_AFTER);
  }

  /** Another badge stands here now, or the person went on to something else. */
  forget(): void {
    this.detail = undefined;
    this.#go('idle');
  }

  /** Offers a change, unless one is open. */
  send(detail: MilestoneDetail): void {
    if (this.isOpen) return;
    this.tries = 0;
    void this.#offer((this.detail = detail));
  }

  /** Offers the identical change once more. */
  again(): void {
    if (this.detail && this.state !== 'pending') void this.#offer(this.detail);
  }

  async #offer(detail: MilestoneDetail): Promise<void> {
    const host = this.#host;
    const turn = ++this.tries;
    this.#go('pending');
    const late = (): void => report(host, 'too-late', 'waitUntil() was called after the event was over');
    const offer = await new AttuneMilestoneEvent({ ...detail }, late).offerFrom(host);
    // What the page set on the badge on its way here comes first.
    await host.updateComplete;
    if (this.detail !== detail) return;
    const { outcome } = offer;
    // The page's yes counts whichever try it answers; anything else only if it answers the last one.
    if (outcome === 'fulfilled' ? this.state === 'saved' : turn !== this.tries || !this.isOpen) return;
    if (outcome === 'rejected') {
      this.#go('failed');
      report(host, 'save-failed', offer.reason);
    } else if (outcome === 'prevented') this.#go('idle');
    else {
      this.#go(outcome === 'fulfilled' ? 'saved' : 'unconfirmed');
      this.#onDone(detail, outcome === 'fulfilled');
    }
  }
}
