import { configure, expect, userEvent, waitFor } from 'storybook/test';

// The message of a failed wait names what was missing. By default it would also print the whole page.
configure({ getElementError: (message) => new Error(message ?? 'not found'), asyncUtilTimeout: 5000 });

// No pause between two actions.
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

type Widget = HTMLElement & { updateComplete: Promise<unknown>; value?: unknown };

/** Acts in a widget like a person: reads, chooses, writes and presses, by the words that are shown. */
export class Person {
  readonly widget: Widget;
  readonly heard: CustomEvent[] = [];

  constructor(canvas: HTMLElement, tag?: string) {
    if (canvas.querySelector('[data-translated]')) throw new Error('What a person does in this story is written for English words');
    const found = tag ? canvas.querySelector(tag) : [...canvas.querySelectorAll('*')].find((el) => el.localName.startsWith('attune-'));
    if (!found) throw new Error('There is no widget in this story');
    this.widget = found as Widget;
    for (const type of ['answer', 'page', 'submit', 'session-submit', 'saved', 'error', 'milestone', 'journal-share']) {
      this.widget.addEventListener(`attune-${type}`, (event) => this.heard.push(event as CustomEvent));
    }
  }

  get root(): ShadowRoot {
    return this.widget.shadowRoot!;
  }
  /** The text of the widget, with white space collapsed. */
  /** The text of the widget, without the signs that isolate a direction. */
  get page(): string {
    return this.root.textContent!.replace(/[\u200f\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  }
  get value(): unknown {
    return this.widget.value;
  }
  events(type: string): CustomEvent[] {
    return this.heard.filter((event) => event.type === type);
  }

  async #find<T extends Element>(selector: string, text: string, from: ParentNode = this.root): Promise<T> {
    await this.widget.updateComplete;
    const says = (el: Element): boolean => el.textContent!.replace(/\s+/g, ' ').trim() === text;
    return waitFor(() => {
      const found = [...from.querySelectorAll<T>(selector)].find(says);
      if (!found) throw new Error(`No ${selector} says "${text}"`);
      return found;
    });
  }

  /** The questions with options, in order. */
  questions(): HTMLFieldSetElement[] {
    return [...this.root.querySelectorAll<HTMLFieldSetElement>('fieldset:has(> legend)')];
  }
  async question(text: string): Promise<HTMLFieldSetElement> {
    return (await this.#find('legend', text)).closest('fieldset')!;
  }

  async chooses(question: string, option: string): Promise<void> {
    await this.choosesIn(await this.question(question), option);
  }
  async choosesIn(question: HTMLFieldSetElement, option: string): Promise<void> {
    const label = await this.#find<HTMLLabelElement>('label', option, question);
    await user.click(label.control!);
    await this.widget.updateComplete;
  }
  /** Chooses the same option in every question that has it. */
  async choosesAll(option: string): Promise<void> {
    for (const question of this.questions()) {
      const labels = [...question.querySelectorAll('label')].map((label) => label.textContent!.trim());
      if (labels.includes(option)) await this.choosesIn(question, option);
    }
  }
  async ticks(label: string): Promise<void> {
    const found = await this.#find<HTMLLabelElement>('label', label);
    await user.click(found.control!);
    await this.widget.updateComplete;
  }
  async writes(label: string, text: string): Promise<void> {
    const field = (await this.#find<HTMLLabelElement>('label', label)).control!;
    await user.click(field);
    await user.keyboard(text);
    // A browser dispatches this event when the field loses focus. The library that types here does not see fields in shadow
    // roots.
    if (!(field instanceof HTMLTextAreaElement)) field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.widget.updateComplete;
  }
  async presses(name: string): Promise<void> {
    await user.click(await this.#find<HTMLButtonElement>('button', name));
    await this.widget.updateComplete;
  }
  async opens(summary: string): Promise<void> {
    await user.click(await this.#find('summary', summary));
  }
  async sees(words: string | RegExp): Promise<void> {
    await waitFor(() => expect(this.page).toMatch(words));
  }
  async doesNotSee(words: string | RegExp): Promise<void> {
    await this.widget.updateComplete;
    expect(this.page).not.toMatch(words);
  }
  /** Waits until the focused element matches. */
  async isAt(selector: string): Promise<void> {
    await waitFor(() => expect(this.root.activeElement?.matches(selector)).toBe(true));
  }
}
