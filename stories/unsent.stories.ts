import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { UnsentRecord, UnsentSource } from 'attune-elements';
import { Person } from './person.ts';
import { present, type Args } from './present.ts';
import { said } from './questionnaire-states.ts';

type Story = StoryObj<Args>;

const sent = Date.parse('2026-11-30T09:40:00Z');
const copy = (title: string, ...lines: [label: string, text: string][]): NonNullable<UnsentRecord['copies']> => [
  { title, lang: 'en', lines: lines.map(([label, text]) => ({ label, text })) },
];
const waiting: UnsentRecord = {
  id: 'waiting',
  state: 'waiting',
  savedAt: sent,
  record: {},
  copies: copy("After today's session", ['I could say what I really think.', 'Mostly true'], ['One thing I want to say next time', 'The clock on the wall.']),
};
const refused: UnsentRecord = {
  id: 'refused',
  state: 'refused',
  savedAt: sent - 86_400_000,
  record: {},
  copies: copy('Is this place right for you?', ['The room is quiet enough.', 'Yes'], ['Nobody hears what I say.', 'Left blank']),
};
const unreadable: UnsentRecord = { id: 'unreadable', state: 'unreadable' };

/** An outbox in memory. On a page it is what `openOutbox()` returns. */
function outboxWith(...given: UnsentRecord[]): UnsentSource {
  let records = given;
  let tell = (): void => {};
  return {
    list: async () => records,
    flush: async () => {
      records = records.filter(({ state }) => state !== 'waiting');
    },
    clear: async (id) => {
      records = records.filter((record) => record.id !== id);
      tell();
    },
    subscribe(listener) {
      tell = listener;
      return () => {};
    },
  };
}

const meta = {
  title: 'Elements/Unsent',
  component: 'attune-unsent',
  // Its outbox is an object with functions, which no snippet can show yet.
  tags: ['!autodocs'],
  render: present,
  args: { outbox: outboxWith(waiting, refused, unreadable) },
} satisfies Meta<Args>;
export default meta;

export const Waiting: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('It waits on this device');
    await person.sees('It was not taken.');
    await person.sees('It can no longer be read here');
    expect(person.page).not.toContain('The clock on the wall.');
  },
  parameters: said('One record in each state. No answer is shown before the person asks for a copy.'),
};

export const Copy: Story = {
  args: { outbox: outboxWith(waiting) },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Keep a copy');
    await person.sees('The clock on the wall.');
  },
  parameters: said('The answers as the person saw them, to print or to save.'),
};

export const AskedToErase: Story = {
  name: 'Asked to erase',
  args: { outbox: outboxWith(refused) },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Erase');
    await person.sees('They cannot be brought back.');
  },
  parameters: said('What is erased here is nowhere else.'),
};

export const TriedAgain: Story = {
  name: 'Tried again',
  args: { outbox: outboxWith(waiting) },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Try again');
    await person.sees('Nothing waits here any more.');
  },
  parameters: said('The list stays for its last word, and is empty on the next visit.'),
};

export const Nothing: Story = {
  args: { outbox: outboxWith() },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.widget.updateComplete;
    expect(person.page.trim()).toBe('');
  },
  parameters: said('Nothing waits, so nothing is shown.'),
};

export const Dark: Story = { tags: ['dark'], parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  parameters: said('To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = { name: '320 px', tags: ['narrow'], parameters: { ...said('The width of a small phone.'), page: { narrow: true } } };

export const RightToLeft: Story = {
  name: 'Right to left',
  parameters: { ...said('On an Arabic page.'), page: { dir: 'rtl', lang: 'ar' } },
};
