import type { LitElement, ReactiveController } from '../lit/lit.ts';

/** In the font size of the widget. The same limit as in its styles. */
const NARROW = 38;

/**
 * Knows whether the container of a widget is narrow. The text size counts: with large text, more containers are narrow. It
 * observes an element of the class `ruler`, which has the width of the content and no height. The height of the widget
 * changes with its layout, and an observed element must not change while it is observed.
 */
export class NarrowContainer implements ReactiveController {
  isNarrow = false;
  #host: LitElement;
  #onChange: () => void;
  #observer: ResizeObserver | undefined;
  #ruler: Element | null = null;

  constructor(host: LitElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostUpdated(): void {
    const ruler = this.#host.renderRoot.querySelector('.ruler');
    if (ruler === this.#ruler) return;
    this.#ruler = ruler;
    this.#observer ??= new ResizeObserver(() => this.#measure());
    this.#observer.disconnect();
    if (ruler) this.#observer.observe(ruler);
  }

  #measure(): void {
    const ruler = this.#ruler;
    // A widget that is not shown has no width.
    if (!ruler?.clientWidth) return;
    const isNarrow = ruler.clientWidth < NARROW * parseFloat(getComputedStyle(ruler).fontSize);
    if (isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    this.#onChange();
  }
}
