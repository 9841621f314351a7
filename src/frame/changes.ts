/** The longest time until the host hears of a change, in milliseconds. A frame out of sight is not drawn. */
const LATEST = 100;

/** Does something once for all changes of one drawn frame. */
export class Changes {
  readonly #act: () => void;
  #frame = 0;
  #timer = 0;

  constructor(act: () => void) {
    this.#act = act;
    const flush = (): void => this.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
  }

  note(): void {
    if (this.#timer) return;
    const flush = (): void => this.flush();
    this.#frame = requestAnimationFrame(flush);
    this.#timer = window.setTimeout(flush, LATEST);
  }

  /** Does it now, if there was a change. */
  flush(): void {
    if (!this.#timer) return;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#act();
  }
}
