import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sharedOnPage } from './shared-on-page.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** The notice stands once per page: in the first questionnaire for clients, in page order. */
export class CrisisNotice implements ReactiveController {
  #host: Host;
  #isFor: () => boolean;

  constructor(host: Host, isFor: () => boolean) {
    this.#host = host;
    this.#isFor = isFor;
    host.addController(this);
  }

  /** Whether the notice stands in this widget. */
  get isHere(): boolean {
    return this.#isFor() && !claims().some((other) => other !== this.#host && precedes(other, this.#host));
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const hosts = claims();
    const at = hosts.indexOf(this.#host);
    if (this.#isFor() === at >= 0) return;
    if (at < 0) hosts.push(this.#host);
    else hosts.splice(at, 1);
    this.#tell((other) => precedes(this.#host, other));
  }

  hostDisconnected(): void {
    const hosts = claims();
    const at = hosts.indexOf(this.#host);
    if (at >= 0) hosts.splice(at, 1);
    this.#tell(() => true);
  }

  #tell(mayGetOrLoseIt: (other: Host) => boolean): void {
    for (const other of claims()) if (other !== this.#host && mayGetOrLoseIt(other)) other.requestUpdate();
  }
}

const claims = (): Host[] => sharedOnPage('crisis', () => [] as Host[]);

const precedes = (a: Node, b: Node): boolean =>
  !!(b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING) && a.isConnected;
