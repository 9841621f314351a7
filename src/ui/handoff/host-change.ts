import type { ReactiveControllerHost } from '../lit/lit.ts';
import type { PendingEvent } from '../../events/pending-event.ts';
import { report } from '../host/report.ts';
import { SLOW_AFTER } from './slow-after.ts';

/** Offers one change at a time to the host page, and owns the state of that change. It does not render. */
export class HostChange<Detail extends object> {
  /** The key of the message for the person. Empty if there is no message. */
  state: '' | 'saving' | 'stillSaving' | 'savedPlain' | 'notSaved' = '';
  /** The same change was offered before. */
  isAgain = false;
  #host: ReactiveControllerHost & HTMLElement;
  #Event: new (detail: Detail, onLate: () => void) => PendingEvent<Detail>;
  #onDone: (detail: Detail, isConfirmed: boolean) => void;
  #detail: Detail | undefined;
  #lastTry: PendingEvent<Detail> | undefined;

  /** Calls `onDone` when the page has confirmed the change. If no listener calls `waitUntil`, calls it with `false`. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    event: new (detail: Detail, onLate: () => void) => PendingEvent<Detail>,
    onDone: (detail: Detail, isConfirmed: boolean) => void,
  ) {
    this.#host = host;
    this.#Event = event;
    this.#onDone = onDone;
  }

  get isOpen(): boolean {
    return this.state === 'saving' || this.state === 'stillSaving';
  }

  #go(state: HostChange<Detail>['state']): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** Forgets the change, because the element shows something else or the person does something else. */
  forget(): void {
    this.#detail = undefined;
    this.#go('');
  }

  /** Offers a change to the page. Without an argument, it offers the last change again, unchanged. */
  async send(detail: Detail = this.#detail!): Promise<void> {
    const host = this.#host;
    const late = (): void => report(host, 'too-late');
    const event = new this.#Event({ ...detail }, late);
    this.#lastTry = event;
    this.isAgain = this.#detail === detail;
    this.#detail = detail;
    this.#go('saving');
    const timer = setTimeout(() => {
      if (this.#lastTry === event && this.state === 'saving') this.#go('stillSaving');
    }, SLOW_AFTER);
    const { outcome, reason } = await event.offerFrom(host);
    clearTimeout(timer);
    // Properties that the page has set in the meantime take effect first.
    await host.updateComplete.catch(() => {});
    const isConfirmed = outcome === 'fulfilled';
    // A confirmation counts for every attempt. Any other outcome counts only for the last attempt.
    if (this.#detail !== detail || this.state === 'savedPlain' || !(isConfirmed || this.#lastTry === event)) return;
    this.#go(isConfirmed ? 'savedPlain' : outcome === 'rejected' ? 'notSaved' : '');
    if (outcome === 'unheard') report(host, 'nobody-listens', event.type);
    if (outcome === 'rejected') report(host, 'save-failed', reason);
    else if (outcome !== 'prevented') this.#onDone(detail, isConfirmed);
  }
}
