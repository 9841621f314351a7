import { ContextEvent } from '../lit/context.ts';
import type { ReactiveController, ReactiveElement } from '../lit/lit.ts';
import { sittingContext, type Sitting } from './sitting.ts';

/**
 * Reads the records of earlier sittings from the session around a widget. The widget does not become a member of the
 * session.
 */
export class EarlierRecords implements ReactiveController {
  /** Undefined outside a session. */
  records: Sitting['earlier'] | undefined;
  #host: ReactiveElement;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Subscribes to the session around the widget, if there is one. */
  hostConnected(): void {
    const onSitting = ({ earlier }: Sitting, leave?: () => void): void => {
      if (leave !== this.#leave) this.#leave?.();
      this.#leave = leave;
      if (this.records === earlier) return;
      this.records = earlier;
      this.#host.requestUpdate();
    };
    this.#host.dispatchEvent(new ContextEvent(sittingContext, this.#host, onSitting, true));
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.records = undefined;
  }
}
