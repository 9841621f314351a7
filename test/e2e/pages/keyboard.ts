import assert from 'node:assert/strict';
import type { Frame, KeyInput, Page } from 'puppeteer-core';

/** What has the focus, as a person sees it. */
interface Focused {
  /** The kind of control, such as `radio`, `text` or `button`. Empty if nothing of the page has the focus. */
  kind: string;
  /** The words on it. */
  words: string;
  isChecked: boolean;
  /** Why a person does not see where the focus is. Empty if they do. */
  unseen: string;
}

/** In the page: describes what has the focus, in whatever shadow root. A component with a closed one has it as `inner`. */
const describeFocus = (): Focused => {
  const rootOf = (element: Element): ShadowRoot | undefined => element.shadowRoot ?? (element as { inner?: ShadowRoot }).inner;
  let at = document.activeElement ?? document.body;
  for (let inside; (inside = rootOf(at)?.activeElement); ) at = inside;
  if (at === document.body) return { kind: '', words: '', isChecked: false, unseen: '' };
  const { type = '', labels, checked = false } = at as HTMLInputElement;
  const label = labels?.[0];
  // The outline of an option may be around its row.
  const places = [at, ...(label ? [label] : [])];
  const hasOutline = places.some((place) => getComputedStyle(place).outlineStyle !== 'none' && parseFloat(getComputedStyle(place).outlineWidth) > 0);
  const { top, bottom, left, right, width } = (label ?? at).getBoundingClientRect();
  const isInWindow = width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return {
    kind: at.matches('a') ? 'link' : type || at.localName,
    words: ((label ?? at).textContent ?? '').replace(/\s+/g, ' ').trim(),
    isChecked: checked,
    unseen: !isInWindow ? 'it is outside the window' : !hasOutline ? 'it has no outline' : '',
  };
};

/** A person who has only a keyboard. */
export class KeyboardUser {
  readonly #page: Page;
  readonly #frame: Page | Frame;
  readonly #stops: Focused[] = [];

  /** `frame` is where the widgets are, if not in the page itself. */
  constructor(page: Page, frame: Page | Frame = page) {
    this.#page = page;
    this.#frame = frame;
  }

  press(key: KeyInput): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** What has the focus. The person must see it. */
  async look(): Promise<Focused> {
    const now = await this.#frame.evaluate(describeFocus);
    assert.equal(now.unseen, '', `${now.kind} ‘${now.words}’`);
    return now;
  }

  async tab(): Promise<Focused> {
    await this.press('Tab');
    const now = await this.look();
    this.#stops.push(now);
    return now;
  }

  /** Presses Tab until a control of this kind with these words has the focus. */
  async tabTo(kind: string, words = /^/): Promise<Focused> {
    for (let presses = 0; presses < 120; presses++) {
      const now = await this.tab();
      if (now.kind === kind && words.test(now.words)) return now;
    }
    return this.#isLost(`${kind} ${words}`);
  }

  /** Answers each question that Tab reaches, goes on to the next page if there is one, and presses the button that sends. */
  async fillInAndSend(send = /^Send$/, next = /^Next$/): Promise<void> {
    for (let presses = 0; presses < 120; presses++) {
      const { kind, words, isChecked } = await this.tab();
      if (kind === 'radio' && !isChecked) await this.press(' ');
      else if (next.test(words)) await this.press('Enter');
      else if (send.test(words)) return this.press('Enter');
    }
    return this.#isLost(String(send));
  }

  #isLost(sought: string): never {
    return assert.fail(`${sought} is not reached: ${this.#stops.map(({ words }) => words).join(' | ')}`);
  }
}
