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

  /** Asks for a session around the widget. */
  hostConnected(): void {
    const request = new ContextEvent(sittingContext, this.#host, (sitting) => {
      // It answers while the request is with it.
      const session = request.currentTarget as ReactiveElement;
      // It tells members alone of a change.
      const hostUpdated = (): void => {
        if (this.records !== (this.records = sitting.earlier)) this.#host.requestUpdate();
      };
      const watch = { hostUpdated };
      this.#leave?.();
      this.#leave = () => session.removeController(watch);
      session.addController(watch);
      hostUpdated();
    });
    this.#host.dispatchEvent(request);
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.records = undefined;
  }
}
