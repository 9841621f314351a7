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
