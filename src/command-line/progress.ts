/** Milliseconds from one figure to the next. */
const INTERVAL = 200;

/** Removes the line on a terminal and goes to its beginning. */
const CLEAR = '\r\u001B[K';

/** A line on a terminal that says how far the command is. Nothing is written if the stream is no terminal. */
export class Progress {
  readonly #terminal: NodeJS.WriteStream | undefined;
  #bytes = 0;
  #size = 0;
  #values = 0;
  #last = 0;
  #isShown = false;

  constructor(stream: NodeJS.WriteStream) {
    if (stream.isTTY) this.#terminal = stream;
  }

  /** Another file begins. `size`: its bytes, 0 if they are not known. */
  begin(size: number): void {
    this.#bytes = 0;
    this.#size = size;
  }

  read(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Another value was handled. */
  count(): void {
    this.#values++;
    if (!this.#terminal) return;
    const now = Date.now();
    if (now - this.#last < INTERVAL) return;
    this.#last = now;
    const part = this.#size ? `, ${Math.floor((100 * Math.min(this.#bytes, this.#size)) / this.#size)} %` : '';
    this.#terminal.write(`${CLEAR}${this.#values.toLocaleString('en')} read${part}`);
    this.#isShown = true;
  }

  /** Takes the line away, so that other text can be written. */
  hide(): void {
    if (this.#isShown) this.#terminal?.write(CLEAR);
    this.#isShown = false;
  }
}
