import { html, LitElement, render } from 'lit';
import { HostInput, refused } from './host-input.ts';
import { report } from './report.ts';

/**
 * The root of every element of the library. It stands between the host and the element: what the host gives a property is
 * read by the rule of the property, and an error in the element does not reach the host's page.
 */
export abstract class Widget extends LitElement {
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
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(this: Widget, given: unknown) {
          const taken = this.#input.take(String(name), options, given);
          if (taken !== refused) accessor.set!.call(this, taken);
        },
      });
    }
  }

  protected override performUpdate(): void {
    this.attempt(() => {
      super.performUpdate();
      this.#failure = undefined;
    });
    this.#input.report();
  }

  /** Does what must not throw into the host's page. After an error the last good view stays, else the children show. */
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

  #showChildren(): void {
    const root = this.renderRoot as ShadowRoot | undefined;
    if (!root || root.querySelector(':not(style)')) return;
    render(html`<slot></slot>`, root, this.renderOptions);
    // Where slots are assigned by hand, as in a session.
    root.querySelector('slot')!.assign(...this.children);
  }
}

/** What was thrown may be the host's, and throw again when it is read. */
function inWords(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'it cannot be read';
  }
}
