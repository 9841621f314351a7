import type { StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { AttuneSubmitEvent } from 'attune-elements';
import { Person } from './person.ts';
import type { Args } from './present.ts';

type Play = NonNullable<StoryObj<Args>['play']>;

/** Answers every line, or the given lines, with `option`, or with the middle option if a line does not offer it. */
export async function fillIn(person: Person, option: string, ...questions: HTMLFieldSetElement[]): Promise<void> {
  for (const question of questions.length ? questions : person.questions()) {
    const labels = [...question.querySelectorAll('label')].map((label) => label.textContent!.trim());
    await person.choosesIn(question, labels.includes(option) ? option : labels[Math.floor(labels.length / 2)]!);
  }
}

/** The one record that was sent. */
export const recordOf = (person: Person) => (person.events('attune-submit').at(-1) as AttuneSubmitEvent).detail.response;

const state = (widget: HTMLElement, name: string): boolean => {
  try {
    return widget.matches(`:state(${name})`);
  } catch {
    return false;
  }
};

/** Gives a widget with this attribute two answers, in the way in which a person gave them before it was set. */
async function answeredBefore(person: Person, attribute: string, option: string): Promise<void> {
  person.widget.removeAttribute(attribute);
  await person.widget.updateComplete;
  await fillIn(person, option, ...person.questions().slice(0, 2));
  (person.root.activeElement as HTMLElement | null)?.blur();
  person.widget.setAttribute(attribute, '');
  await person.widget.updateComplete;
  expect(person.root.querySelectorAll('input:checked').length).toBe(2);
}

type Plays = Record<'halfDone' | 'allAnswered' | 'someErrors' | 'blanksNamed' | 'allErrors' | 'sending' | 'stillSending' | 'failed' | 'saved' | 'handedOver' | 'notTaken' | 'prevented' | 'review' | 'paged' | 'shared' | 'askedToErase' | 'idle' | 'erased' | 'copy' | 'hidden' | 'isHidden' | 'disabled' | 'readOnly' | 'form' | 'getForm', Play>;

/**
 * What a person does to bring a questionnaire into each state. `option` is an option that most of its lines have, and `write`
 * fills in the text fields.
 */
export const plays = (option: string, write: (person: Person) => Promise<void> = async () => {}): Plays => ({
  halfDone: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    const [first, second] = person.questions();
    await step('Answers two lines', async () => {
      await fillIn(person, option, first!, second!);
      await person.sees(/2 of \d+ answered/);
    });
    await step('Takes one back', async () => {
      await person.presses('Undo');
      await person.sees(/1 of \d+ answered/);
      await fillIn(person, option, person.questions()[0]!);
      await person.sees(/2 of \d+ answered/);
    });
    await step('The page hears that, and no answer', () => {
      const details = person.events('attune-answer').map(({ detail }) => Object.keys(detail as object).sort());
      expect(new Set(details.flat())).toEqual(new Set(['answered', 'item', 'total']));
      expect(person.events('attune-submit')).toHaveLength(0);
    });
  },
  allAnswered: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.sees(/(\d+) of \1 answered/);
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  someErrors: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    const [first, second] = person.questions();
    await fillIn(person, option, first!, second!);
    await person.presses('Send');
    await person.sees(/Please look at (this|these \d+ questions) before you send/);
    expect(first).not.toHaveAttribute('aria-invalid', 'true');
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  blanksNamed: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, option, person.questions()[0]!);
    await person.presses('Send');
    await person.sees(/You left \d+ questions? blank/);
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  allErrors: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Send');
    await person.sees(/Please look at (this|these \d+ questions) before you send/);
    await person.isAt('[part~=error-summary]');
    const groups = person.questions();
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups.filter(({ role }) => role === 'radiogroup')) expect(group.getAttribute('aria-invalid')).toBe('true');
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  sending: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Send');
    await person.sees('Sending...');
    await person.presses('Sending...');
    expect(person.events('attune-submit')).toHaveLength(1);
    expect(state(person.widget, 'sending')).toBe(true);
  },
  stillSending: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Send');
    await person.sees('This is still sending. You can wait, or try again.');
    expect(person.events('attune-submit')).toHaveLength(1);
  },
  failed: async ({ canvasElement, step, args }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Send');
    await person.sees('This did not send. Your answers are still here. Try again.');
    await person.doesNotSee('503');
    expect(person.events('attune-error').map(({ detail }) => (detail as { code: string }).code)).toEqual(['save-failed']);
    if (args['host'] !== 'refuses once') return;
    await step('Another try sends the identical record', async () => {
      const first = recordOf(person);
      await person.presses('Try again');
      await waitFor(() => expect(person.events('attune-saved')).toHaveLength(1));
      expect(recordOf(person)).toEqual(first);
    });
  },
  saved: async ({ canvasElement, args: { who, when } }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Send');
    await person.sees(`Saved. Who sees this: ${String(who)}, ${String(when)}.`);
    const { id, status, disclosure } = recordOf(person);
    expect(status).toBe('completed');
    expect(disclosure).toContain(who);
    expect(person.events('attune-saved').map(({ detail }) => detail as unknown)).toEqual([{ responseId: id }]);
    expect(person.value).toBeNull();
  },
  handedOver: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Send');
    await person.sees('Thank you. This page has your answers.');
    await person.doesNotSee('Saved');
    expect(person.events('attune-saved')).toHaveLength(0);
  },
  notTaken: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Send');
    await person.sees('This page did not take your answers. They are still here. Try again, or keep a copy.');
    await person.doesNotSee('Thank you');
    expect(person.events('attune-error').map(({ detail }) => (detail as { code: string }).code)).toEqual(['nobody-listens']);
  },
  prevented: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Send');
    await waitFor(() => expect(person.events('attune-submit')).toHaveLength(1));
    await person.sees(/(\d+) of \1 answered/);
    await person.doesNotSee(/Saved|Sending|did not send/);
  },
  review: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.presses('Look at my answers');
    await person.sees('Your answers');
    await person.isAt('[part~=title]');
    expect(person.root.querySelectorAll('[part=answers] dt').length).toBeGreaterThan(3);
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  paged: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Page 1 of');
    await fillIn(person, option, person.questions()[0]!);
    await person.presses('Next');
    await person.sees('Page 2 of');
    await person.presses('Back');
    await person.sees(/Page 1 of \d+\W+1 of/);
    await person.presses('Next');
    const pages = person.events('attune-page').map(({ detail }) => (detail as { page: number }).page);
    expect(pages).toEqual([2, 1, 2]);
  },
  shared: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.doesNotSee('Keep a copy');
    await person.presses('Send');
    await person.sees('Saved.');
    await person.doesNotSee('Keep a copy');
  },
  askedToErase: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, option, person.questions()[0]!);
    await person.presses('Stop and erase');
    await person.sees('Erase your answers? They cannot be brought back.');
    expect(person.value).not.toBeNull();
  },
  idle: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, option, person.questions()[0]!);
    await person.sees('Are you still there? Your answers will be erased in less than 60 seconds.');
    expect(person.value).not.toBeNull();
  },
  erased: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, option, person.questions()[0]!);
    await person.presses('Stop and erase');
    await person.presses('Erase');
    await person.sees('Erased. Nothing was sent.');
    expect(person.value).toBeNull();
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  copy: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, option, person.questions()[0]!);
    await person.presses('Keep a copy');
    await person.sees('Save as a file');
    await person.sees('Left blank');
  },
  hidden: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    const { widget } = person;
    await fillIn(person, option, person.questions()[0]!);
    await person.presses('Hide this');
    await waitFor(() => expect(person.root.querySelector('input')).toBeNull());
    expect(widget.getBoundingClientRect().height).toBeLessThan(100);
    await person.presses('Show');
    await person.sees(/1 of \d+ answered/);
  },
  isHidden: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, option, person.questions()[0]!);
    await person.presses('Hide this');
    await waitFor(() => expect(person.page.trim()).toBe('Show'));
  },
  disabled: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await answeredBefore(person, 'disabled', option);
    expect([...person.root.querySelectorAll('input')].every((input) => input.matches(':disabled'))).toBe(true);
  },
  readOnly: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await answeredBefore(person, 'readonly', option);
    const before = JSON.stringify(person.value);
    const other = person.questions()[0]!.querySelector<HTMLInputElement>('input:not(:checked)')!;
    other.click();
    await person.widget.updateComplete;
    expect(JSON.stringify(person.value)).toBe(before);
  },
  form: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    await person.doesNotSee('Finish and send');
    const form = canvasElement.querySelector('form')!;
    form.addEventListener('submit', () => {}, { once: true });
    const entries = [...new FormData(form)];
    const [, json] = entries[0]!;
    expect((JSON.parse(String(json)) as { status: string }).status).toBe('completed');
    expect(entries.length).toBeGreaterThan(3);
    form.querySelector<HTMLButtonElement>(':scope > button')!.click();
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  getForm: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await write(person);
    await fillIn(person, option);
    const form = canvasElement.querySelector('form')!;
    form.requestSubmit();
    await person.sees('This form cannot carry your answers safely, so nothing was sent.');
    expect(person.events('attune-error').map(({ detail }) => (detail as { code: string }).code)).toContain('form-get');
  },
});
