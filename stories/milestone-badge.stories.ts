import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { AttuneMilestoneEvent } from 'attune-elements';
import { milestones } from 'attune-elements/instruments';
import { Person } from './person.ts';
import { hostControl, present, type Args } from './present.ts';
import { said } from './questionnaire-states.ts';

type Story = StoryObj<Args>;

const keys = milestones.items.map(({ id }) => String(id));

const meta = {
  title: 'Elements/Milestone badge',
  component: 'attune-milestone-badge',
  render: present,
  argTypes: { host: hostControl, milestone: { control: { type: 'select' }, options: keys } },
  args: { milestone: 'spoke-up', date: '2026-03-14', kept: 'clinic', host: 'keeps it' },
} satisfies Meta<Args>;
export default meta;

const actions = (person: Person): string[] =>
  person.events('attune-milestone').map((event) => (event as AttuneMilestoneEvent).detail.action);

export const Marked: Story = { parameters: said('The person chose to mark it. No points, ranks, streaks or expiry.') };

export const NotMarked: Story = {
  name: 'Not marked yet',
  args: { date: '' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Mark a milestone');
    await waitFor(() => expect(actions(person)).toEqual(['mark']));
    await waitFor(() => expect(person.root.querySelector('svg')).not.toBeNull());
    const { detail } = person.events('attune-milestone')[0] as AttuneMilestoneEvent;
    expect(Object.keys(detail).sort()).toEqual(['action', 'date', 'id', 'milestone']);
  },
  parameters: said('Without a `date` the badge offers to mark the milestone. The horizon is animated only when the person marks it.'),
};

export const OwnWords: Story = {
  name: 'One’s own words',
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Your own words');
    await person.writes('Your own words', 'It was about the pace.');
    await person.presses('Save');
    await person.sees('It was about the pace.');
    expect(actions(person)).toEqual(['word']);
  },
  parameters: said('A note, stored where the page says it is stored.'),
};

export const TooManyWords: Story = {
  name: 'Too many words',
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Your own words');
    await person.writes('Your own words', 'It was about the pace. '.repeat(13));
    await person.presses('Save');
    await person.sees('Use at most 280 characters.');
    await person.isAt('[aria-invalid=true]');
    expect(actions(person)).toEqual([]);
  },
  parameters: said('The text is stored and shown completely, never cut off.'),
};

export const Custom: Story = {
  name: 'A milestone of one’s own',
  args: { milestone: 'custom', text: 'Called my brother', motif: 2, note: 'We talked for an hour.' },
  parameters: said('`milestone="custom"`: the person’s own title, and a choice of three drawings.'),
};

export const Drawings: Story = {
  name: 'A drawing to choose',
  args: { milestone: 'custom', text: 'Called my brother' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Your own words');
    await person.ticks('Leaf');
    await person.presses('Save');
    await waitFor(() => expect(actions(person)).toEqual(['word']));
    const { detail } = person.events('attune-milestone')[0] as AttuneMilestoneEvent;
    expect(detail.motif).toBe(2);
  },
  parameters: said('One of three drawings, for a milestone of the person’s own. The event carries it as `motif`.'),
};

export const OnThisDevice: Story = { name: 'On this device', args: { kept: 'device' }, parameters: said('What stays on the device cannot be shared.') };

export const Shared: Story = {
  args: { shared: true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Your therapist can see this.');
    await person.opens('Change');
    await person.sees('Your therapist may have seen it already.');
  },
  parameters: said('Unsharing does not undo what the therapist has already seen, and the badge says so.'),
};

export const Sharing: Story = {
  args: { host: 'is slow' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Share with my therapist');
    await person.sees('Saving...');
    await person.doesNotSee('Your therapist can see this.');
  },
  parameters: said('While the badge does not know whether the milestone is shared, it says neither.'),
};

export const NotSaved: Story = {
  name: 'Failed, then saved',
  args: { host: 'refuses once' },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Share with my therapist');
    await person.sees('This did not save. You can try again.');
    await person.doesNotSee('Your therapist can see this.');
    await step('Another try offers the identical change', async () => {
      await person.presses('Try again');
      await person.sees('Your therapist can see this.');
      const [first, second] = person.events('attune-milestone').map(({ detail }) => detail as unknown);
      expect(second).toEqual(first);
    });
  },
  parameters: said('The server refused once. What is not shared is never shown as shared.'),
};

export const Unconfirmed: Story = {
  args: { host: 'says nothing' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Share with my therapist');
    await person.sees('This page has not confirmed this.');
    await person.doesNotSee('Your therapist can see this.');
  },
  parameters: said('Nobody called `waitUntil`: the badge does not claim what it does not know.'),
};

export const PutAway: Story = {
  name: 'Put away',
  args: { 'put-away': true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Show');
    await waitFor(() => expect(actions(person)).toEqual(['bring-back']));
  },
  parameters: said('The milestone is hidden, not lost.'),
};

export const Removing: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Remove');
    await person.sees('Remove this milestone? Your words go with it.');
  },
  parameters: said('The widget asks once.'),
};

export const Removed: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('Change');
    await person.presses('Remove');
    await person.presses('Remove');
    await person.sees('Removed.');
    expect(actions(person)).toEqual(['remove']);
  },
  parameters: said('The milestone is removed.'),
};

function board(size: number): HTMLElement {
  const grid = document.createElement('div');
  Object.assign(grid.style, { display: 'grid', gap: '16px', gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))', maxInlineSize: '70em' });
  const add = (attributes: Record<string, string>): void => {
    const badge = document.createElement('attune-milestone-badge');
    for (const [name, value] of Object.entries({ date: '2026-03-14', kept: 'clinic', size: String(size), ...attributes })) badge.setAttribute(name, value);
    grid.append(badge);
  };
  for (const milestone of keys.filter((key) => key !== 'custom')) add({ milestone });
  for (const motif of ['1', '2', '3']) add({ milestone: 'custom', motif, text: `My own, drawing ${motif}` });
  return grid;
}

export const AllDrawings: Story = { name: 'All drawings', render: () => board(112), parameters: said('Seventeen drawings, and three to choose from, in one style.') };

export const AllDrawingsDark: Story = {
  name: 'All drawings, dark',
  tags: ['dark'],
  render: () => board(112),
  parameters: { ...said('In the dark.'), page: { scheme: 'dark' } },
};

export const AllDrawingsForced: Story = {
  name: 'All drawings, forced colours',
  tags: ['forced-colors'],
  render: () => board(72),
  parameters: said('Only system colours, no fill. To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Large: Story = { args: { size: 160 }, parameters: said('72, 112 or 160 px.') };

export const RightToLeft: Story = {
  name: 'Right to left',
  args: { milestone: 'custom', text: 'اتصلت بأخي', note: 'تحدثنا لمدة ساعة.' },
  parameters: { ...said('The person’s words in Arabic on an Arabic page. The date follows the page’s language.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = { tags: ['dark'], parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  args: { shared: true },
  parameters: said('To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  play: Removing.play!,
  parameters: { ...said('The width of a small phone.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  args: {
    milestone: 'custom',
    text: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente!!!!!!',
    note: 'A note of two hundred and eighty characters. '.repeat(6),
  },
  parameters: { ...said('A title that cannot be broken, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = {
  name: 'Custom theme',
  args: { '--attune-stamp-ink': '#6b2f5b', '--attune-stamp-tint': '#f4e8f0', '--attune-accent': '#6b2f5b', '--attune-surface': '#fffaf7' },
  parameters: said('A clinic’s own colours through `--attune-*`.'),
};
