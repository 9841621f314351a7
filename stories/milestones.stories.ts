import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { AttuneMilestoneEvent, Milestone } from 'attune-elements';
import { Person } from './person.ts';
import { hostControl, present, type Args } from './present.ts';
import { plum, said } from './questionnaire-states.ts';

type Story = StoryObj<Args>;

const some: Milestone[] = [
  { id: 'm1', milestone: 'first-step', date: '2026-01-12' },
  { id: 'm2', milestone: 'spoke-up', date: '2026-03-02', note: 'I said the thing about the clock.', shared: true },
  { id: 'm3', milestone: 'custom', date: '2026-03-14', text: 'Slept through', motif: 2 },
  { id: 'm4', milestone: 'said-no', date: '2026-02-20', putAway: true },
];

const meta = {
  title: 'Elements/Milestones',
  component: 'attune-milestones',
  render: present,
  argTypes: { host: hostControl },
  args: { milestones: some, kept: 'clinic', host: 'keeps it' },
} satisfies Meta<Args>;
export default meta;

const boardOf = (canvas: HTMLElement): Person => new Person(canvas);
/** A person who acts on the badge with this title. */
async function badge(board: Person, title: string): Promise<Person> {
  let found: Element | undefined;
  await waitFor(() => {
    found = [...board.root.querySelectorAll('li')].find((place) =>
      place.firstElementChild!.shadowRoot!.querySelector('#title')?.textContent?.includes(title),
    );
    expect(found, `a badge "${title}"`).toBeDefined();
  });
  return new Person(found as HTMLElement);
}
const titles = (board: Person, from: string): string[] =>
  [...board.root.querySelectorAll(`${from} attune-milestone-badge`)].map((one) =>
    one.shadowRoot!.querySelector('#title')!.textContent!.trim(),
  );
const actions = (board: Person): string[] =>
  board.events('attune-milestone').map((event) => (event as AttuneMilestoneEvent).detail.action);
async function choose(board: Person, key: string): Promise<void> {
  await board.widget.updateComplete;
  const select = board.root.querySelector('select')!;
  select.value = key;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

export const Board: Story = {
  play: async ({ canvasElement }) => {
    const board = boardOf(canvasElement);
    await badge(board, 'Slept through');
    expect(titles(board, 'section > ul')).toEqual(['Slept through', 'Spoke up', 'First step']);
    expect(board.root.querySelector('details')!.open).toBe(false);
  },
  parameters: said('Latest first. No counts, no empty places, no ranking.'),
};

export const Empty: Story = {
  args: { milestones: [] },
  play: async ({ canvasElement }) => boardOf(canvasElement).sees('There are none here, and that is fine.'),
  parameters: said('Most people never mark any, or only one.'),
};

export const Marking: Story = {
  play: async ({ canvasElement, step }) => {
    const board = boardOf(canvasElement);
    await choose(board, 'took-rest');
    const blank = await badge(board, 'Took a rest');
    await blank.presses('Mark a milestone');
    await step('Once the page has it, it stands with the others', async () => {
      await waitFor(() => expect(board.root.querySelector('select')!.value).toBe(''));
      expect(titles(board, 'section > ul')[0]).toBe('Took a rest');
    });
    const { detail } = board.events('attune-milestone')[0] as AttuneMilestoneEvent;
    expect(Object.keys(detail).sort()).toEqual(['action', 'date', 'id', 'milestone']);
  },
  parameters: said('The person chooses from the list, or writes. The board dispatches the event of the badge.'),
};

export const WritingOnesOwn: Story = {
  name: 'Writing one’s own',
  play: async ({ canvasElement }) => {
    const board = boardOf(canvasElement);
    await choose(board, 'custom');
    const blank = await badge(board, 'My milestone');
    await blank.presses('Mark a milestone');
    await blank.writes('Title', 'Called my brother');
    await blank.ticks('Shell');
    await blank.presses('Save');
    await badge(board, 'Called my brother');
    const { detail } = board.events('attune-milestone')[0] as AttuneMilestoneEvent;
    expect(detail).toMatchObject({ milestone: 'custom', text: 'Called my brother', motif: 3, action: 'mark' });
  },
  parameters: said('A title, words and one of three drawings.'),
};

export const PutAway: Story = {
  name: 'Put away and brought back',
  play: async ({ canvasElement, step }) => {
    const board = boardOf(canvasElement);
    const first = await badge(board, 'First step');
    await first.opens('Change');
    await first.presses('Hide');
    await waitFor(() => expect(titles(board, 'details')).toEqual(['Said no', 'First step']));
    await board.isAt('summary');
    await step('And back again', async () => {
      await board.opens('Put away');
      await (await badge(board, 'Said no')).presses('Show');
      await waitFor(() => expect(titles(board, 'section > ul')).toEqual(['Slept through', 'Spoke up', 'Said no']));
    });
    expect(actions(board)).toEqual(['put-away', 'bring-back']);
  },
  parameters: said('The milestone moves to a closed drawer. It is hidden, not lost.'),
};

export const Removed: Story = {
  play: async ({ canvasElement }) => {
    const board = boardOf(canvasElement);
    const spoke = await badge(board, 'Spoke up');
    await spoke.opens('Change');
    await spoke.presses('Remove');
    await spoke.sees('Remove this milestone? Your words go with it.');
    await spoke.presses('Remove');
    await board.sees('Removed.');
    expect(titles(board, 'section > ul')).toEqual(['Slept through', 'First step']);
  },
  parameters: said('The widget asks once. The focus moves to the next milestone.'),
};

export const NotSaved: Story = {
  name: 'Failed, then saved',
  args: { host: 'refuses once' },
  play: async ({ canvasElement }) => {
    const board = boardOf(canvasElement);
    const first = await badge(board, 'First step');
    await first.opens('Change');
    await first.presses('Share with my therapist');
    await first.sees('This did not save. You can try again.');
    await first.doesNotSee('Your therapist can see this.');
    await first.presses('Try again');
    await first.sees('Your therapist can see this.');
  },
  parameters: said('The board shows a change only once the page has stored it.'),
};

export const Saving: Story = {
  args: { host: 'is slow' },
  play: async ({ canvasElement }) => {
    const board = boardOf(canvasElement);
    const first = await badge(board, 'First step');
    await first.opens('Change');
    await first.presses('Share with my therapist');
    await first.sees('Saving...');
  },
  parameters: said('The promise given to `waitUntil` is still pending.'),
};

export const Unconfirmed: Story = {
  args: { host: 'says nothing' },
  play: async ({ canvasElement }) => {
    const board = boardOf(canvasElement);
    const first = await badge(board, 'First step');
    await first.opens('Change');
    await first.presses('Hide');
    await first.sees('This page has not confirmed this.');
    expect(titles(board, 'section > ul')).toEqual(['Slept through', 'Spoke up', 'First step']);
  },
  parameters: said('Nobody called `waitUntil`: the milestone does not move, and the widget claims nothing.'),
};

export const OnThisDevice: Story = {
  name: 'On this device',
  args: { kept: 'device', milestones: some.map(({ shared: _, ...one }) => one) },
  parameters: said('What stays on the device cannot be shared.'),
};

export const RightToLeft: Story = {
  name: 'Right to left',
  args: { milestones: [...some, { id: 'm5', milestone: 'custom', date: '2026-03-20', text: 'اتصلت بأخي', note: 'تحدثنا لمدة ساعة.' }] },
  parameters: { ...said('The person’s words in Arabic. The dates follow the page’s language.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = { tags: ['dark'], parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  parameters: said('To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  parameters: { ...said('The width of a small phone.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  args: {
    milestones: [
      {
        id: 'm1',
        milestone: 'custom',
        date: '2026-03-14',
        text: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente!!!!!!',
        note: 'A note of two hundred and eighty characters. '.repeat(6),
      },
    ],
  },
  parameters: { ...said('A title that cannot be broken, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = { name: 'Custom theme', args: plum, parameters: said('A clinic’s own colours through `--attune-*`.') };
