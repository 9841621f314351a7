import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { AttuneSubmitEvent } from 'attune-elements';
import { hostControl, present, type Args } from './present.ts';
import { Person } from './person.ts';

export type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

/** What a clinic sets on every questionnaire. */
export const clinic: Args = {
  who: 'Your therapist',
  when: 'before your next session',
  kept: "in your clinic's records",
  'slot:crisis': 'Harbour Clinic, day and night: 020 7946 0000. In an emergency call 999 or 112.',
};

export const argTypes = { host: hostControl };

/** What the stories of every questionnaire have in common. Each file adds its own title. */
export const questionnaireMeta = (component: string, args: Args = {}) =>
  ({ component, render: present, argTypes, args: { ...clinic, ...args, host: 'keeps it' } }) satisfies Meta;

export const said = (description: string): Pick<NonNullable<Story['parameters']>, 'docs'> => ({
  docs: { description: { story: description } },
});

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

type Plays = Record<'halfDone' | 'allErrors' | 'sending' | 'failed' | 'saved' | 'handedOver' | 'notTaken' | 'prevented' | 'review' | 'paged' | 'shared' | 'erased' | 'copy' | 'hidden' | 'form' | 'getForm', Play>;

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
  allErrors: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Send');
    await person.sees('Please look at this before you send');
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
    await person.sees(`Saved. ${String(who)} will see this ${String(when)}.`);
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

/** A clinic's own colours, as custom properties. */
export const plum: Args = {
  '--attune-accent': '#6b2f5b',
  '--attune-tint': '#f4e8f0',
  '--attune-notice': '#fdf6e9',
  '--attune-surface': '#fffaf7',
  '--attune-ink': '#2b1f28',
  '--attune-muted': '#655560',
};

const long = 'A very long sentence that a translator or a careful clinic may need, with Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle in the middle, and then some more words after it.';

/** Very long texts, with a word that cannot be broken. */
export const longWords: Args = {
  who: `Your therapist, the person who stands in for them while they are away, and the two people in the office (${long})`,
  when: 'before your next session, or the one after it',
  'slot:intro': long,
  'slot:concern': long,
  strings: { lines: long, send: long, sendPart: long, erase: `${long}`, progress: '{answered} of {total} questions have an answer so far' },
};

/**
 * The states that every questionnaire has. Storybook reads names and tags of a story from the source of its file, so each
 * file exports them one by one.
 */
export function states(...given: Parameters<typeof plays>) {
  const play = plays(...given);
  return {
    Empty: { parameters: said('The initial state. Nothing takes the focus, and nothing is chosen.') },
    HalfDone: {
      play: play.halfDone,
      parameters: said('Two answers. Each can be undone. The page learns how many lines are answered, never the answers.'),
    },
    AllErrors: {
      args: { required: true },
      play: play.allErrors,
      parameters: said('`required`, and sent blank: a summary gets the focus, and each line has the same words.'),
    },
    Sending: {
      args: { host: 'is slow' },
      play: play.sending,
      parameters: said('The promise given to `waitUntil` is still pending. A second press does nothing.'),
    },
    Failed: {
      args: { host: 'refuses' },
      play: play.failed,
      parameters: said('The promise was rejected: every answer is still there. The server’s message is only in the event.'),
    },
    FailedThenSaved: {
      args: { host: 'refuses once' },
      play: play.failed,
      parameters: said('Another try sends the identical record: same id, same time.'),
    },
    Saved: {
      play: play.saved,
      parameters: said('The page has stored the record. Only now does the widget say so, and clear itself.'),
    },
    HandedOver: {
      args: { host: 'says nothing' },
      play: play.handedOver,
      parameters: said('Nobody called `waitUntil`: the widget says thanks, and does not claim that anything was saved.'),
    },
    Prevented: {
      args: { host: 'prevents it' },
      play: play.prevented,
      parameters: said('`preventDefault()` returns to editing.'),
    },
    Review: {
      args: { review: true },
      play: play.review,
      parameters: said('`review`: the person sees their answers again before they send them.'),
    },
    Paged: {
      args: { layout: 'paged' },
      play: play.paged,
      parameters: said('`layout="paged"`: three lines on each page, no automatic advance.'),
    },
    SharedDevice: {
      args: { privacy: 'shared' },
      play: play.shared,
      parameters: said('`privacy="shared"`: for a waiting-room tablet. No copy, nothing restored, erased when idle.'),
    },
    StopAndErase: {
      play: play.erased,
      parameters: said('Always available. The widget asks once.'),
    },
    KeepACopy: {
      play: play.copy,
      parameters: said('The person’s own answers, to print or save. No score.'),
    },
    QuickHide: {
      args: { 'quick-hide': true },
      play: play.hidden,
      parameters: said('`quick-hide`: hides the content at once, and does not lose the answers.'),
    },
    Disabled: { args: { disabled: true }, parameters: said('Like any disabled control.') },
    ReadOnly: {
      args: { readonly: true },
      parameters: said('Shows what was set as `value`, submits it with a form, and allows no change.'),
    },
    InAForm: {
      play: play.form,
      parameters: { ...said('Inside a form, the form sends the answers: one field with the record, and one for each answer.'), form: 'post' },
    },
    InAGetForm: {
      play: play.getForm,
      parameters: { ...said('The form would put answers into the address and into logs, so the widget withholds them and tells the person.'), form: 'get' },
    },
    RightToLeft: {
      play: play.halfDone,
      parameters: { ...said('The scale runs in the direction of the text.'), page: { dir: 'rtl' } },
    },
    Dark: {
      play: play.halfDone,
      parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } },
    },
    DarkErrors: {
      args: { required: true },
      play: play.allErrors,
      parameters: { ...said('Errors in the dark.'), page: { scheme: 'dark' } },
    },
    ForcedColours: {
      play: play.halfDone,
      parameters: said('Windows contrast themes. To see it: DevTools, Rendering, emulate forced-colors.'),
    },
    Narrow: {
      play: play.halfDone,
      parameters: { ...said('320 px, the width of a small phone, and of a page at 400 % zoom.'), page: { narrow: true } },
    },
    VeryLongText: {
      args: longWords,
      parameters: { ...said('Words far longer than planned, at 320 px.'), page: { narrow: true } },
    },
    CustomTheme: {
      args: plum,
      play: play.halfDone,
      parameters: said('A clinic’s own colours through `--attune-*`. Try the colour controls.'),
    },
  } satisfies Record<string, Story>;
}
