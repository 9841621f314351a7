import type { Meta } from '@storybook/web-components-vite';
import 'attune-elements/drafts';
import { Person } from './person.ts';
import { present, type Args } from './present.ts';
import { argTypes, clinic, said, type Story } from './questionnaire-states.ts';

type Stored = { get(key: string): string | undefined; set(key: string, text: string): void; delete(key: string): void };

const forgets: Stored = { get: () => undefined, set: () => {}, delete: () => {} };
const full: Stored = {
  ...forgets,
  set: () => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  },
};
/** A store with a draft of yesterday. `aside`: what an update of the instrument has put aside. */
const holds = (aside: readonly [key: string, question: string, answer: string][] = []): Stored => ({
  ...forgets,
  get: () => JSON.stringify({ 'attune-draft': 1, savedAt: Date.now() - 86_400_000, days: 7, parts: [{ state: '{}', words: [] }], aside }),
});

const meta = {
  title: 'Elements/Drafts',
  component: 'attune-openness-check',
  // Its code has a store of the host's, which no snippet can show.
  tags: ['!autodocs'],
  render: present,
  argTypes,
  args: { ...clinic, 'draft-key': 'story', draftStore: forgets, host: 'keeps it' } as Args,
} satisfies Meta;
export default meta;

export const Asks: Story = {
  play: ({ canvasElement }) => new Person(canvasElement).sees('May this page keep your answers'),
  parameters: said('Nothing is kept before the person says so. They can also answer first.'),
};

export const Keeps: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Keep them');
    await person.sees('This page keeps your answers until you send or erase them.');
  },
  parameters: said('With a button that stops it and erases what is stored.'),
};

export const Declined: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Do not keep them');
    await person.sees('Your answers are not kept.');
  },
  parameters: said('The person can change their mind.'),
};

export const Found: Story = {
  args: { draftStore: holds() },
  play: ({ canvasElement }) => new Person(canvasElement).sees('We kept your answers from'),
  parameters: said('No answer is shown before the person chooses: somebody else may be looking.'),
};

export const Aside: Story = {
  args: { draftStore: holds([['q1', 'How is the new room?', 'A little too bright.'], ['q2', 'How often do we meet?', 'Every week']]) },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Go on');
    await person.sees('The questions have changed. 2 answers do not fit any more:');
  },
  parameters: said('Answers of a draft that an updated instrument no longer has.'),
};

export const Elsewhere: Story = {
  args: { draftStore: holds() },
  play: async ({ canvasElement }) => {
    const first = new Person(canvasElement);
    await first.presses('Go on');
    const second = canvasElement.querySelector('attune-openness-check')!.cloneNode(true) as HTMLElement & { draftStore: Stored };
    second.draftStore = holds();
    const place = document.createElement('div');
    place.append(second);
    canvasElement.append(place);
    await new Person(place).sees('Your answers are open in another tab');
    // Two with the same title would not be two landmarks.
    canvasElement.querySelector<HTMLElement>('attune-openness-check')!.hidden = true;
  },
  parameters: said('Another widget on the page, which is hidden here, has the same draft. Another tab says the same.'),
};

export const Failed: Story = {
  args: { draftStore: full },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Keep them');
    person.root.querySelector<HTMLInputElement>('input[type=radio]')!.click();
    await person.sees('Your answers cannot be kept.');
  },
  parameters: said('The store refuses. The widget tries again with the next answer.'),
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
  args: { draftStore: holds() },
  parameters: { ...said('On an Arabic page.'), page: { dir: 'rtl', lang: 'ar' } },
};
