import type { Said } from './page-of-a-person.ts';

/** In milliseconds before a kill: what was typed until then must come back. */
const LAST_SECOND = 1000;

/** What one person did and saw in a browser that is killed again and again. */
export class Person {
  /** On this visit, they have nothing more to write. */
  isDone = false;
  /** The texts that were sent, those that were seen as saved, as saved or kept, and those that must be stored at the end. */
  readonly sent = new Set<string>();
  readonly saved = new Set<string>();
  readonly seen = new Set<string>();
  readonly owed = new Set<string>();
  readonly problems: string[] = [];
  draftsBack = 0;
  sentAgain = 0;
  readonly #newText: () => string;
  /** What the person wants to write. Empty before they begin. */
  #text = '';
  #typed: { at: number; text: string }[] = [];
  #killedAt = 0;

  constructor(newText: () => string) {
    this.#newText = newText;
  }

  /** The text of the submission that the person is at. */
  readonly next = (): string => {
    this.#text ||= this.#newText();
    this.isDone = !this.#text;
    return this.#text;
  };

  readonly hear = (said: Said): void => {
    switch (said.what) {
      case 'typed':
        return void this.#typed.push({ at: Date.now(), text: said.text });
      case 'began':
        return this.#begins();
      case 'came back':
        return this.#comesBack(said.text);
      case 'sends':
        return void this.sent.add(said.text);
      case 'failed':
        return void this.problems.push(`failed: ${said.text}`);
      case 'saved':
      case 'kept':
        if (said.what === 'saved') this.saved.add(said.text);
        this.seen.add(said.text);
        this.owed.add(said.text);
        this.#text = '';
        this.#typed = [];
    }
  };

  killed(): void {
    this.#killedAt = Date.now();
    this.isDone = false;
  }

  /** There was no draft. */
  #begins(): void {
    // It was on its way, so it must arrive without the person.
    if (this.sent.has(this.#text)) {
      this.owed.add(this.#text);
      this.#text = '';
    } else if (this.#sure) this.problems.push(`no draft of: ${this.#sure}`);
    this.#typed = [];
  }

  #comesBack(text: string): void {
    this.draftsBack++;
    if (this.sent.has(text)) {
      // They send it again, and it must be there once.
      this.sentAgain++;
      this.#text = text;
    } else if (!text.startsWith(this.#sure) || !this.#text.startsWith(text)) this.problems.push(`came back as: ${text}; typed: ${this.#sure}`);
    this.#typed = [{ at: 0, text }];
  }

  /** What was typed until a second before the kill. */
  get #sure(): string {
    return this.#typed.findLast(({ at }) => at < this.#killedAt - LAST_SECOND)?.text ?? '';
  }
}
