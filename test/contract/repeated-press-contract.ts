import { aTimeout, expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { listen, mount } from '../elements/fixtures/host.ts';
import { focused, press, settled } from '../elements/fixtures/person.ts';
import type { Subject } from './subject.ts';

export interface PressedSubject extends Subject {
  /** The state of the widget, in words. */
  title?: string;
  /** Brings the widget into this state. */
  prepare?: (widget: HTMLElement) => Promise<void>;
  /** Waits until the widget has finished its work. */
  ready?: (widget: HTMLElement) => Promise<void>;
}

/** A little longer than a double click. */
const LATER = 600;
/** These print or download something. They ask nothing and move no focus. */
const HANDS_OUT = '[part=print], [part=save], [part=file], [part=bring]';

const everywhere = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? everywhere(one.shadowRoot) : [])]);
const textOf = (root: ParentNode): string =>
  everywhere(root).flatMap(({ childNodes }) => [...childNodes]).filter((node) => node instanceof Text).map(({ data }) => data).join(' ');
const nameOf = (button: Element): string => `${button.getAttribute('part')}: ${button.textContent!.trim()}`;

/** Every visible button, also in the widgets inside, with all disclosures open. */
function buttonsOf(widget: HTMLElement): HTMLButtonElement[] {
  const all = everywhere(widget.parentElement!);
  for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true;
  const buttons = all.filter((one) => one instanceof HTMLButtonElement);
  return buttons.filter((one) => one.getClientRects().length && !one.disabled && !one.matches(HANDS_OUT));
}

/** Records what the widget sends, stores on the device or erases. The host saves everything at once. */
function watch(widget: HTMLElement): () => string[] {
  const notes: string[] = [];
  for (const type of ['attune-submit', 'attune-session-submit', 'attune-journal-share', 'attune-milestone'] as const) {
    listen(document, type, (event) => {
      if (!event.composedPath().includes(widget)) return;
      const { action = '' } = event.detail as { action?: string };
      notes.push(`${type} ${action}`);
      event.waitUntil(Promise.resolve());
    });
  }
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...given) {
    notes.push('kept on the device');
    setItem.apply(this, given);
  };
  undo.push(() => (Storage.prototype.setItem = setItem));
  const hasErased = (): boolean => /\bErased\b/.test(textOf(widget.parentElement!));
  let before = hasErased();
  return () => {
    if (hasErased() && !before) notes.push('erased');
    before = hasErased();
    return notes.splice(0);
  };
}
const undo: (() => void)[] = [];

/** A repeated key press or click must not press a button that appeared at the first press. */
export function repeatedPressContract(subject: PressedSubject): void {
  const { tag, title = '' } = subject;

  const ready = async (widget: HTMLElement): Promise<void> => {
    for (const one of everywhere(widget.parentElement!)) if (one.localName.startsWith('attune-')) await settled(one);
    await (subject.ready ?? settled)(widget);
  };
  const open = async (path: readonly string[]): Promise<HTMLElement> => {
    localStorage.clear();
    const widget = await mount<HTMLElement>(tag, subject);
    await subject.prepare?.(widget);
    await ready(widget);
    for (const name of path) {
      const button = buttonsOf(widget).find((one) => nameOf(one) === name)!;
      button.focus();
      button.click();
      await ready(widget);
    }
    return widget;
  };
  const namesOf = (widget: HTMLElement): string[] => [...new Set(buttonsOf(widget).map(nameOf))];

  const twice: Record<string, (widget: HTMLElement, button: HTMLElement, between: () => void) => Promise<void>> = {};
  for (const key of ['Enter', 'Space']) {
    twice[key] = async (widget, button, between) => {
      button.focus();
      const before = nameOf(button);
      await press(key);
      await ready(widget);
      between();
      const now = focused();
      // Only a slow second press shows where the focus is, because a fast one may be ignored as a repeated press.
      if (now?.matches('button, input') && !(now === button && nameOf(button) === before)) await aTimeout(LATER);
      await press(key);
    };
  }
  twice['double click'] = async (widget, button, between) => {
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'click', position });
    await ready(widget);
    between();
    await sendMouse({ type: 'click', position });
  };

  describe(`<${tag}> ${title} when a button is pressed twice`, () => {
    afterEach(() => {
      undo.splice(0).forEach((one) => one());
      localStorage.clear();
    });

    /** The visible buttons, and those that appear when one of them is pressed. */
    let paths: string[][];
    const findPaths = async (): Promise<string[][]> => {
      const first = await open([]);
      const names = namesOf(first);
      first.remove();
      const found = names.map((name) => [name]);
      for (const name of names) {
        const widget = await open([name]);
        found.push(...namesOf(widget).filter((next) => !names.includes(next)).map((next) => [name, next]));
        widget.remove();
      }
      return found;
    };

    for (const [how, pressTwice] of Object.entries(twice)) {
      it(`erases, sends, shares and stores no more than at one press: ${how}`, async function () {
        this.timeout(120_000);
        paths ??= await findPaths();
        expect(paths.length).to.be.above(1);
        const wrong: string[] = [];
        // Enter and Space find the same buttons, so Space is tried at the beginning only.
        for (const path of how === 'Space' ? paths.filter(({ length }) => length === 1) : paths) {
          const widget = await open(path.slice(0, -1));
          const button = buttonsOf(widget).find((one) => nameOf(one) === path.at(-1))!;
          const notes = watch(widget);
          let once: string[] = [];
          await pressTwice(widget, button, () => (once = notes()));
          await ready(widget);
          const more = notes().filter((note) => !once.includes(note));
          if (more.length) wrong.push(`${path.join(' > ')} twice: ${more.join(', ')}`);
          undo.splice(0).forEach((one) => one());
          widget.remove();
        }
        expect(wrong).to.eql([]);
      });
    }
  });
}
