import type { ReactiveControllerHost } from 'lit';
import type { PendingEvent } from '../events/pending-event.ts';
import { report } from './report.ts';
import { reportUnheard } from './report-unheard.ts';
import { SLOW_AFTER } from './slow-after.ts';

/** Takes one change at a time to the host page and tells what became of it. No rendering. */
export class HostChange<Detail extends object> {
  /** The name of the words that tell it; empty when there is nothing to tell. */
  state: '' | 'saving' | 'stillSaving' | 'savedPlain' | 'notSaved' = '';
  /** The change was offered to the page before. */
  isAgain = false;
  #host: ReactiveControllerHost & HTMLElement;
  #Event: new (detail: Detail, onLate: () => void) => PendingEvent<Detail>;
  #onDone: (detail: Detail, isConfirmed: boolean) => void;
  #detail: Detail | undefined;
  #lastTry: PendingEvent<Detail> | undefined;

  /** `onDone` is called when the page has kept the change, or, with `false`, when nothing is known of that. */
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

  /** Something else stands here now, or the person went on to something else. */
  forget(): void {
    this.#detail = undefined;
    this.#go('');
  }

  /** Offers a change to the page; without one, the last one once more, unchanged. */
  async send(detail: Detail = this.#detail!): Promise<void> {
    const host = this.#host;
    const late = (): void => report(host, 'too-late', 'waitUntil() was called after the event was over');
    const event = (this.#lastTry = new this.#Event({ ...detail }, late));
    this.isAgain = this.#detail === detail;
    this.#detail = detail;
    this.#go('saving');
    const timer = setTimeout(() => {
      if (this.#lastTry === event && this.state === 'saving') this.#go('stillSaving');
    }, SLOW_AFTER);
    const { outcome, reason } = await event.offerFrom(host);
    clearTimeout(timer);
    // What the page set on the element on its way here comes first.
    await host.updateComplete.catch(() => {});
    const isKept = outcome === 'fulfilled';
    // The page's yes counts whichever try it answers; anything else only if it answers the last one.
    if (this.#detail !== detail || this.state === 'savedPlain' || !(isKept || this.#lastTry === event)) return;
    this.#go(isKept ? 'savedPlain' : outcome === 'rejected' ? 'notSaved' : '');
    if (outcome === 'unheard') reportUnheard(host, event.type);
    if (outcome === 'rejected') report(host, 'save-failed', reason);
    else if (outcome !== 'prevented') this.#onDone(detail, isKept);
  }
}
