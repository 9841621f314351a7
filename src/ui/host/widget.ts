import { html, LitElement, render } from '../lit/lit.ts';
import { flag, HostInput, refused } from './host-input.ts';
import { addMask, setMask } from './recorder-mask.ts';
import { report } from './report.ts';
import { hideMoves } from './unseen-moves.ts';
import { whileConnected } from './while-connected.ts';

const WAITS = 'defer-hydration';
const UNMASKED = 'unmasked';
const CLOSED = 'closed-root';
/** The attributes that are flags. */
const flags = new Set<unknown>();

/**
 * The root class of every element of the library. It protects the host and the element from each other: each property reads
 * what the host sets by its rule, and an error in the element does not reach the host's page.
 *
 * @attr {boolean} card - The widget has a surface of its own, with an outline, on the background of the page.
 * @attr {'comfortable' | 'compact'} density - With `compact`, there is less space in it. Without it, it is comfortable.
 * @attr {boolean} defer-hydration - The widget waits until this attribute is removed: it shows and reports nothing, and its
 * children stay visible. For a server that writes the tag, and a page that removes it when its listeners are attached.
 * @attr {boolean} closed-root - The shadow root is closed: no script of the page finds a control in it, and neither do tools that
 * check accessibility or test the page. It counts if the element has it when it comes into the page.
 * @attr {boolean} unmasked - Session recorders and the autocapture of analytics may see the content of the widget. Without it,
 * it is marked such that they leave it out.
 *
 * @cssprop [--attune-ink=#1e2a2e] - Text. In the dark #e8eeec.
 * @cssprop [--attune-surface=#fff] - The background of the widget. In the dark #172024.
 * @cssprop [--attune-muted=#4f5d61] - Quieter text. In the dark #aebbbc.
 * @cssprop [--attune-line=#7c8a8e] - The outline of controls. In the dark #74858a.
 * @cssprop [--attune-hairline=#dde2e0] - Lines that only decorate. In the dark #2c383c.
 * @cssprop [--attune-accent=#1f6170] - Buttons, the chosen dot, focus. In the dark #7fc8d2.
 * @cssprop [--attune-on-accent=#fff] - Text on the accent. In the dark #0c2227.
 * @cssprop [--attune-tint=#e4f0f1] - The background of a chosen option. In the dark #203a41.
 * @cssprop [--attune-error=#9a3412] - Errors. In the dark #f2a98a.
 * @cssprop [--attune-target-size=44px] - The least height of what can be pressed. Below 24px it counts as 24px.
 * @cssprop [--attune-notice=#fbf3e2] - The background of notices. In the dark #33291a.
 * @cssprop [--attune-space=8px] - The unit of space: all space in the widget is a part or a multiple of it.
 * @cssprop [--attune-radius=12px] - The radius of corners. Small ones, such as those of buttons, have two thirds of it.
 * @cssprop [--attune-font=inherit] - The font family. Without it, that of the page.
 * @cssprop [--attune-font-size=max(16px, 1em)] - The size of text. Headings and help follow it.
 * @cssprop [--attune-title-font=inherit] - The font family of titles.
 */
export abstract class Widget extends LitElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, WAITS, UNMASKED, CLOSED];
  }

  #input = new HostInput(this);
  /** The error that was reported last, until an update succeeds. */
  #failure: string | undefined;

  protected static override finalize(): void {
    const isNew = !Object.hasOwn(this, 'finalized');
    super.finalize();
    if (!isNew) return;
    for (const [name, options] of this.elementProperties) {
      const accessor = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (!options.takes || !accessor) continue;
      if (options.takes === flag) flags.add(options.attribute ?? name);
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(this: Widget, given: unknown) {
          const taken = this.#input.take(String(name), options, given);
          if (taken !== refused) accessor.set!.call(this, taken);
        },
      });
    }
  }

  constructor() {
    super();
    whileConnected(this, () => hideMoves(this));
  }

  override connectedCallback(): void {
    if (this.hasAttribute(WAITS)) return;
    if (!this.renderRoot) {
      const mask = addMask(this.createRenderRoot());
      (this as { renderRoot: HTMLElement }).renderRoot = mask;
      setMask(mask, this.isMasked);
    }
    super.connectedCallback();
  }

  /** Whether the marks for session recorders are on. */
  protected get isMasked(): boolean {
    return !isOn(this, UNMASKED);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now === 'false' && flags.has(name) ? null : now);
    if (name === WAITS && now === null && this.isConnected) this.connectedCallback();
    if (name === CLOSED && this.shadowRoot && isOn(this, CLOSED)) report(this, 'late-closed-root');
    if (name === UNMASKED && this.renderRoot) setMask(this.renderRoot as HTMLElement, this.isMasked);
  }

  override attachShadow(init: ShadowRootInit): ShadowRoot {
    return super.attachShadow(isOn(this, CLOSED) ? { ...init, mode: 'closed' } : init);
  }

  /** What a server has rendered into the shadow root gives way: it holds no answers. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override performUpdate(): void {
    this.attempt(() => {
      super.performUpdate();
      this.#failure = undefined;
    });
    this.#input.report();
  }

  /** Does something that must not throw into the host's page. After an error the last good view stays, else the children show. */
  protected attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      const failure = inWords(error);
      if (failure !== this.#failure) {
        report(this, 'internal', failure);
        // eslint-disable-next-line no-console -- an error of ours, with its stack
        console.error(error);
      }
      this.#failure = failure;
      this.#showChildren();
    }
  }

  /** Listens in the shadow root, such that an error in the listener does not reach the host's page. */
  protected listen(root: ShadowRoot, types: readonly string[], listener: (event: Event) => void): void {
    for (const type of types) root.addEventListener(type, (event) => this.attempt(() => listener(event)));
  }

  #showChildren(): void {
    const root = this.renderRoot as HTMLElement | undefined;
    if (!root || root.querySelector(':not(style)')) return;
    render(html`<slot></slot>`, root, this.renderOptions);
    // For slots that are assigned by script, as in a session.
    root.querySelector('slot')!.assign(...this.children);
  }
}

/** Frameworks write a flag that is off as the text "false". */
const isOn = (element: Element, flag: string): boolean => (element.getAttribute(flag) ?? 'false') !== 'false';

/** The error may be an object of the host that throws again when it is read. */
function inWords(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'it cannot be read';
  }
}
