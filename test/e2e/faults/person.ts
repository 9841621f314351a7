import type { Said } from './page-of-a-person.ts';

/** In milliseconds before a kill: what was typed until then should be on the device. On a busy machine it may not. */
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
  /** Texts that were sent within a kill, before anything of them was on the device: neither record nor draft. */
  readonly tooEarly = new Set<string>();
  /** In milliseconds: how long each letter took until it was on the device. */
  readonly delays: number[] = [];
  /** How often letters of more than a second before a kill were not yet on the device. */
  late = 0;
  draftsBack = 0;
  sentAgain = 0;
  readonly #newText: () => string;
  /** What the person wants to write. Empty before they begin. */
  #text = '';
  #typed: { at: number; text: string }[] = [];
  /** What was on the device for sure. */
  #kept = '';
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
      case 'draft is on the device':
        return this.#isWritten(said.text);
      case 'record is on the device':
        return void this.owed.add(said.text);
      case 'failed':
        return void this.problems.push(`failed: ${said.text}`);
      case 'saved':
      case 'kept':
        if (said.what === 'saved') this.saved.add(said.text);
        this.seen.add(said.text);
        this.owed.add(said.text);
        this.#text = '';
        this.#startAgain();
    }
  };

  /** The browser has ended. `at`: when it was killed, which is earlier on a busy machine. */
  killed(at: number): void {
    this.#killedAt = at;
    this.isDone = false;
  }

  /** There was no draft. */
  #begins(): void {
    if (this.sent.has(this.#text)) {
      // It was on its way, so it must arrive without the person.
      if (this.#kept) this.owed.add(this.#text);
      else if (!this.owed.has(this.#text)) this.tooEarly.add(this.#text);
      this.#text = '';
    } else if (this.#kept) this.problems.push(`no draft of: ${this.#kept}`);
    else if (this.#sure) this.late++;
    this.#startAgain();
  }

  #comesBack(text: string): void {
    this.draftsBack++;
    if (this.owed.has(text)) this.problems.push(`asked again for: ${text}`);
    if (this.sent.has(text)) {
      // They send it again, and it must be there once.
      this.sentAgain++;
      this.#text = text;
    } else if (!text.startsWith(this.#kept) || !this.#text.startsWith(text)) this.problems.push(`came back as: ${text}; on the device: ${this.#kept}`);
    else if (!text.startsWith(this.#sure)) this.late++;
    this.#startAgain(text);
  }

  /** `text`: what is in the field, and on the device. */
  #startAgain(text = ''): void {
    this.#typed = text ? [{ at: 0, text }] : [];
    this.#kept = text;
  }

  #isWritten(text: string): void {
    // The draft of the record before may be written once more.
    if (!text || !this.#text.startsWith(text) || text.length <= this.#kept.length) return;
    for (const { at, text: typed } of this.#typed) if (at && typed.length > this.#kept.length && typed.length <= text.length) this.delays.push(Date.now() - at);
    this.#kept = text;
  }

  /** What was typed until a second before the kill. */
  get #sure(): string {
    return this.#typed.findLast(({ at }) => at < this.#killedAt - LAST_SECOND)?.text ?? '';
  }
}
