import type { ReactiveController, ReactiveControllerHost } from '../lit/lit.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** A widget that may show the notice. */
interface Claim {
  host: Node;
  show(isHere: boolean): void;
}

/** Collects the claims of a page, also from another copy of this library. A listener of the page sees no widget. */
type RollCall = CustomEvent<(claim: Claim) => void>;
const ROLL_CALL = 'attune-crisis-roll-call';

/**
 * Decides whether its widget shows the crisis notice. A page shows it once: in the first questionnaire for clients, in page
 * order. The widgets find each other by an event on the document. There is no global list, so that a removed widget does not
 * stay in memory with its answers.
 */
export class CrisisNotice implements ReactiveController {
  /** Whether this widget shows the notice. */
  isHere = false;
  #host: Host;
  #isFor: () => boolean;
  /** The document in which the widget claims the notice. */
  #page: Document | undefined;

  constructor(host: Host, isFor: () => boolean) {
    this.#host = host;
    this.#isFor = isFor;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An update may come after the widget was removed.
    const { isConnected, ownerDocument } = this.#host;
    this.#claimIn(isConnected && this.#isFor() ? ownerDocument : undefined);
  }

  hostDisconnected(): void {
    this.#claimIn(undefined);
  }

  #claimIn(page: Document | undefined): void {
    const before = this.#page;
    if (page === before) return;
    this.#page = page;
    this.isHere = false;
    before?.removeEventListener(ROLL_CALL, this.#answer);
    page?.addEventListener(ROLL_CALL, this.#answer);
    settle((page ?? before)!);
  }

  #answer = (event: Event): void => {
    const claim: Claim = {
      host: this.#host,
      show: (isHere) => {
        if (isHere === this.isHere) return;
        this.isHere = isHere;
        this.#host.requestUpdate();
      },
    };
    (event as RollCall).detail(claim);
  };
}

/** Shows the notice in the first widget that claims it, and in no other. */
function settle(page: Document): void {
  const claims: Claim[] = [];
  const call: RollCall = new CustomEvent(ROLL_CALL, { detail: (claim) => void claims.push(claim) });
  page.dispatchEvent(call);
  const [first] = claims.sort((a, b) => (precedes(a.host, b.host) ? -1 : 1));
  for (const claim of claims) claim.show(claim === first);
}

/** The host of the shadow root that contains a node. */
const shadowHost = (node: Node): Element | undefined => (node.getRootNode() as Partial<ShadowRoot>).host;

/** Whether one node is before another on the page. They may be in different shadow roots. */
function precedes(a: Node, b: Node): boolean {
  for (let x: Node | undefined = a; x; x = shadowHost(x)) {
    for (let y: Node | undefined = b; y; y = shadowHost(y)) {
      if (x.getRootNode() === y.getRootNode()) return !!(x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING);
    }
  }
  return false;
}
