import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { AttuneSessionSubmitEvent } from 'attune-elements';
import { Person } from './person.ts';
import { argTypes, clinic, fillIn, longWords, plum, said, type Story } from './questionnaire-states.ts';
import { present, type Args } from './present.ts';

const told: Args = { who: clinic['who'], when: clinic['when'], kept: clinic['kept'] };

const make = (tag: string, attributes: Args = {}, text = ''): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
};

/** A pulse, and the optional checklist. */
const questionnaires = (): Node[] => [
  make('attune-trust-questionnaire', { ...told, length: 'pulse' }),
  make('attune-empathy-checklist', told),
];

const meta = {
  title: 'Elements/Session',
  component: 'attune-session',
  render: present,
  argTypes,
  args: { subject: 'p-17', encounter: 's-204', author: 'client', 'slot:crisis': clinic['slot:crisis'], host: 'keeps it' },
  parameters: { children: questionnaires },
} satisfies Meta;
export default meta;

const within = (canvas: HTMLElement) => ({
  session: new Person(canvas, 'attune-session'),
  pulse: new Person(canvas, 'attune-trust-questionnaire'),
  empathy: new Person(canvas, 'attune-empathy-checklist'),
});

/** Fills in both, and stops on the last step. */
const filled = async (canvas: HTMLElement) => {
  const people = within(canvas);
  await fillIn(people.pulse, 'Agree');
  await people.session.presses('Next');
  await fillIn(people.empathy, 'Yes');
  return people;
};

export const FirstStep: Story = { name: 'First step', parameters: said('One questionnaire at a time.') };

export const OwnTitle: Story = {
  name: 'With a title of your own',
  args: { 'slot:intro': 'Two short parts.' },
  parameters: {
    ...said('`slot="title"`, a heading, and `slot="intro"`. The crisis notice follows, then the one progress bar.'),
    children: () => [make('h2', { slot: 'title' }, 'After your session'), ...questionnaires()],
  },
};

export const SecondStep: Story = {
  name: 'Second step',
  play: async ({ canvasElement }) => {
    const { session, pulse, empathy } = within(canvasElement);
    await fillIn(pulse, 'Agree');
    await session.presses('Next');
    await session.sees('Part 2 of 2');
    await fillIn(empathy, 'Yes', ...empathy.questions().slice(0, 3));
  },
  parameters: said('In the middle: what was answered in the first step is kept, and Back returns to it.'),
};

export const NothingAnswered: Story = {
  name: 'Nothing answered',
  play: async ({ canvasElement }) => {
    const { session } = within(canvasElement);
    await session.presses('Next');
    await session.presses('Send');
    await session.sees('You have not answered anything yet.');
    expect(session.events('attune-session-submit')).toHaveLength(0);
  },
  parameters: said('Sent blank: there is nothing to send, and the session says so.'),
};

export const SavedTogether: Story = {
  name: 'Saved together',
  play: async ({ canvasElement, step }) => {
    const { session, pulse } = await filled(canvasElement);
    await step('One event carries both records', async () => {
      await session.presses('Send');
      await session.sees('Saved.');
      const { submissions } = (session.events('attune-session-submit')[0] as AttuneSessionSubmitEvent).detail;
      expect(submissions.map(({ response }) => response.instrument.id)).toEqual(['trust-pulse', 'empathy-checklist']);
      expect(submissions.every(({ response }) => response.encounter === 's-204')).toBe(true);
    });
    await step('and both are cleared', () => expect(pulse.value).toBe(null));
  },
  parameters: said('`attune-session-submit` carries every record. The page stores all of them or none.'),
};

export const Failed: Story = {
  args: { host: 'refuses' },
  play: async ({ canvasElement }) => {
    const { session, empathy } = await filled(canvasElement);
    await session.presses('Send');
    await session.sees('Your answers are still here');
    expect(empathy.value).not.toBe(null);
  },
  parameters: said('Every answer is still there. Another try sends the identical records.'),
};

export const Sending: Story = {
  args: { host: 'is slow' },
  play: async ({ canvasElement }) => {
    const { session } = await filled(canvasElement);
    await session.presses('Send');
    await session.sees('Sending...');
  },
  parameters: said('Nothing can be changed while the records are being sent.'),
};

export const Review: Story = {
  args: { review: true },
  play: async ({ canvasElement }) => {
    const { session } = await filled(canvasElement);
    await session.presses('Look at my answers');
    await session.sees('What my therapist did today');
    await session.isAt('#title');
  },
  parameters: said('The person sees all answers again before they send them.'),
};

export const HandedOver: Story = {
  name: 'Handed over',
  args: { host: 'says nothing' },
  play: async ({ canvasElement }) => {
    const { session } = await filled(canvasElement);
    await session.presses('Send');
    await session.sees('Thank you. This page has your answers.');
  },
  parameters: said('Nobody called `waitUntil`: the session says thanks, and does not claim that anything was saved.'),
};

export const AskedToErase: Story = {
  name: 'Asked to erase',
  play: async ({ canvasElement }) => {
    const { session } = await filled(canvasElement);
    await session.presses('Stop and erase');
    await session.sees('Erase your answers? They cannot be brought back.');
  },
  parameters: said('The question before all answers are erased.'),
};

export const StopAndErase: Story = {
  name: 'Stop and erase',
  play: async ({ canvasElement }) => {
    const { session, pulse } = await filled(canvasElement);
    await session.presses('Stop and erase');
    await session.presses('Erase');
    await session.sees('Erased. Nothing was sent.');
    expect(pulse.value).toBe(null);
  },
  parameters: said('The answers of every questionnaire are gone.'),
};

export const KeepACopy: Story = {
  name: 'Keep a copy',
  play: async ({ canvasElement }) => {
    const { session } = await filled(canvasElement);
    await session.presses('Keep a copy');
    await session.sees('Save as a file');
  },
  parameters: said('All answers, to print or save.'),
};

export const Hidden: Story = {
  args: { 'quick-hide': true },
  play: async ({ canvasElement }) => {
    const { session } = within(canvasElement);
    await session.presses('Hide this');
    await session.sees('Show');
  },
  parameters: said('After **Hide this**: another person in the room sees only this.'),
};

export const OnePage: Story = {
  name: 'All on one page',
  args: { layout: 'list' },
  parameters: said('`layout="list"`: no steps, one button.'),
};

export const RightToLeft: Story = {
  name: 'Right to left',
  parameters: { ...said('The steps run in the direction of the text.'), page: { dir: 'rtl' } },
};

export const Dark: Story = {
  tags: ['dark'],
  parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } },
};

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  parameters: said('Windows contrast themes. To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  parameters: { ...said('320 px, the width of a small phone, and of a page at 400 % zoom.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  args: { strings: longWords['strings'] },
  parameters: { ...said('Words far longer than planned, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = { name: 'Custom theme', args: plum };
