import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { sittingContext, type Sitting } from './sitting.ts';

/** The records of earlier sittings that the session around a widget has, for a widget that is no member of it. */
export class EarlierRecords implements ReactiveController {
  /** Nothing outside a session. */
  records: Sitting['earlier'] | undefined;
  #host: ReactiveElement;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    this.seek();
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.records = undefined;
  }

  /** Asks for a session around the widget. */
  seek(): void {
    const take = (sitting: Sitting): void => {
      // It answers while the request is with it. It tells members alone of a change, so its updates are watched.
      const session = request.currentTarget as ReactiveElement;
      const watch = {
        hostUpdated: (): void => {
          if (this.records !== (this.records = sitting.earlier)) this.#host.requestUpdate();
        },
      };
      this.#leave?.();
      this.#leave = () => session.removeController(watch);
      session.addController(watch);
      watch.hostUpdated();
    };
    const request = new ContextEvent(sittingContext, this.#host, take);
    this.#host.dispatchEvent(request);
  }
}
