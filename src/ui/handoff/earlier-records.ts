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

  /** Asks for a session around the widget, which then tells of each change. */
  hostConnected(): void {
    const take = (sitting: Sitting, leave?: () => void): void => {
      if (leave !== this.#leave) this.#leave?.();
      this.#leave = leave;
      if (this.records !== (this.records = sitting.earlier)) this.#host.requestUpdate();
    };
    this.#host.dispatchEvent(new ContextEvent(sittingContext, this.#host, take, true));
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = this.records = undefined;
  }
}
