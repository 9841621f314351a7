import type { Shown } from '../ui/text/messages.ts';
import { directionOf } from '../ui/text/direction.ts';
import type { Words } from './content/draft.ts';

/** What a notice shows. Nothing, if there is no text and no list. */
export interface NoticeView<Action extends string> {
  text: Shown;
  buttons: readonly (readonly [action: Action, label: Shown])[];
  /** Answers that were put aside, with a button that closes the list. */
  aside: { text: Shown; words: readonly Words[]; close: readonly [action: Action, label: Shown] } | undefined;
}

function add<Tag extends keyof HTMLElementTagNameMap>(parent: Element, tag: Tag, shown: Shown = ''): HTMLElementTagNameMap[Tag] {
  const element = parent.appendChild(document.createElement(tag));
  write(element, shown);
  return element;
}

/** Writes a text with its language, if that is not the one around it. */
function write(element: HTMLElement, shown: Shown): void {
  if (typeof shown === 'string') element.textContent = shown;
  else Object.assign(element, { textContent: shown.text, lang: shown.lang, dir: directionOf(shown.lang) });
}

/** What a widget says about its draft, inside its shadow root. Its status line always exists, so that a change of it is announced. */
export class Notice<Action extends string> {
  readonly #box = document.createElement('div');
  readonly #status: HTMLElement;
  readonly #rest: HTMLElement;
  readonly #press: (action: Action) => void;
  #shown = '';

  constructor(press: (action: Action) => void) {
    this.#press = press;
    this.#status = add(this.#box, 'div');
    this.#status.tabIndex = -1;
    this.#status.setAttribute('role', 'status');
    this.#rest = add(this.#box, 'div');
  }

  /** Puts the notice into its place in a widget that was rendered. */
  place(root: ParentNode | undefined): void {
    const place = root?.querySelector('[part=draft]');
    if (place && this.#box.parentNode !== place) place.replaceChildren(this.#box);
  }

  show({ text, buttons, aside }: NoticeView<Action>): void {
    const now = JSON.stringify([text, buttons, aside]);
    if (now === this.#shown) return;
    this.#shown = now;
    const hadFocus = this.#box.contains((this.#box.getRootNode() as Partial<ShadowRoot>).activeElement ?? null);
    this.#box.className = text || aside ? 'notice' : '';
    this.#status.replaceChildren();
    if (text) add(this.#status, 'p', text);
    this.#rest.replaceChildren();
    this.#addButtons(buttons);
    if (aside) {
      add(this.#rest, 'p', aside.text);
      const list = add(this.#rest, 'ul');
      for (const [, question, answer] of aside.words) add(list, 'li', `${question} ${answer}`);
      this.#addButtons([aside.close]);
    }
    // The pressed button is gone.
    if (hadFocus) this.#status.focus();
  }

  #addButtons(buttons: NoticeView<Action>['buttons']): void {
    for (const [i, [action, label]] of buttons.entries()) {
      if (i) this.#rest.append(' ');
      const button = add(this.#rest, 'button', label);
      button.type = 'button';
      button.className = i ? 'quiet' : '';
      button.addEventListener('click', () => this.#press(action));
    }
  }
}
