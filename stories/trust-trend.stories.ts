import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { dayAfter, eight, gaps, long, milestones, norms, several } from './courses.ts';
import { Person } from './person.ts';
import { present, type Args } from './present.ts';
import { plum, said } from './questionnaire-states.ts';

type Story = StoryObj<Args>;

const meta = {
  title: 'Elements/Trust over time',
  component: 'attune-trust-trend',
  render: present,
  argTypes: { scale: { control: { type: 'select' }, options: ['total', 'competence', 'integrity', 'reliability', 'safety'] } },
  args: { audience: 'clinician', records: eight },
} satisfies Meta<Args>;
export default meta;

const marks = (person: Person): number => person.root.querySelectorAll('.plot rect').length;

export const EightSessions: Story = {
  name: 'Eight sessions',
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await person.sees('8 sessions, Feb 2, 2026 – Mar 23, 2026. First 75, last 77.08, lowest 58.33, highest 79.17.');
    expect(marks(person)).toBe(8);
    await step('What stands out opens to its formulas and numbers', async () => {
      const finding = person.root.querySelector<HTMLElement>('[part=finding] summary')!;
      finding.click();
      await person.sees('mean - score >= sd: mean 76.25, score 58.33, sd 2.38');
      await person.sees('score < mean - 2.66 x mmr');
    });
    await step('The table says the same', async () => {
      await person.opens('The same as a table');
      await waitFor(() => expect(person.root.querySelectorAll('tr').length).toBe(9));
      await person.sees('Worth a conversation. 58.33, 17.92 below the mean of the 5 sessions before.');
    });
  },
  parameters: said(
    'For a clinician. Each session is compared with at least four earlier sessions of this person. Every finding opens to its formula and numbers.',
  ),
};

export const NoSessions: Story = { name: 'No sessions yet', args: { records: [] }, parameters: said('There is nothing to show, and the widget says so.') };

export const OneSession: Story = { name: 'One session', args: { records: eight.slice(0, 1) }, parameters: said('A mark, and no line.') };

export const TwoSessions: Story = { name: 'Two sessions', args: { records: eight.slice(0, 2) }, parameters: said('Two points. The widget says nothing about a direction.') };

export const TwoHundred: Story = {
  name: '200 sessions',
  args: { records: long },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('200 sessions');
    const folded = [...person.root.querySelectorAll('summary')].find(({ textContent }) => textContent!.includes('Earlier'))!;
    folded.click();
    await waitFor(() => expect(person.root.querySelectorAll('[part=finding]').length).toBe(person.root.querySelectorAll('.plot .talk').length));
  },
  parameters: said('Four years. The latest findings are shown, the earlier ones are folded. Marks are smaller, and there are fewer labels.'),
};

export const Gaps: Story = {
  name: 'Gaps and missing answers',
  args: { records: gaps },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Without a score: 2.');
    expect(marks(person)).toBe(6);
    await person.opens('The same as a table');
    await person.sees('11 of 12, prorated');
    await person.sees('Missing: t02, t03, t04, t05');
  },
  parameters: said('A session without a score is a gap, never zero. The table says what was missing, and what was prorated.'),
};

export const SeveralForms: Story = {
  name: 'Several forms',
  args: { records: several },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    expect(person.root.querySelectorAll('.plot .line').length).toBe(4);
    await person.sees('Before therapy, full form: 1 session');
  },
  parameters: said('Intake and session, mixed and positive keying, the pulse: each form has its own line, and lines are never joined. Their shapes differ.'),
};

export const Milestones: Story = { args: { milestones }, parameters: said('Milestones that the person marked and shared, by number.') };

export const Norms: Story = {
  name: 'With norms',
  args: { norms },
  play: async ({ canvasElement }) => {
    await new Person(canvasElement).sees('SEM = SD x sqrt(1 - reliability) = 4.85');
  },
  parameters: said('If the host gives norms: the range of error around each score, with its formula and source. A change within RC95 does not count as a drop.'),
};

export const OneFacet: Story = {
  name: 'One facet',
  args: { records: several, scale: 'safety' },
  play: async ({ canvasElement }) => {
    await new Person(canvasElement).sees('It has no such score: After a session, short form');
  },
  parameters: said('`scale="safety"`. The widget names the forms that do not have it.'),
};

export const InOrder: Story = { name: 'In order, not by date', args: { records: several, axis: 'order', milestones }, parameters: said('`axis="order"`: equal distances. Forms of the same day are above each other.') };

export const Everything: Story = {
  args: { records: [...several, ...gaps.slice(6)].filter(({ response }, i, all) => all.findIndex((one) => one.response.id === response.id) === i), milestones, norms: { ...norms, instrument: 'trust-12', options: { variant: 'session', keying: 'mixed' } } },
  parameters: said('Forms, milestones, a gap and norms for one of the forms.'),
};

export const ForAClient: Story = {
  name: 'For a client',
  args: { audience: 'client', milestones },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('of your answers lean towards trust');
    await person.doesNotSee('58.33');
    expect(person.root.querySelector('svg, table, details')).toBeNull();
  },
  parameters: said('The default. The person reads what they answered, in words; no score, chart or finding.'),
};

export const SomethingWrong: Story = {
  name: 'Records that cannot be used',
  args: { records: [...eight, { score: eight[0]!.score, date: '30 February' }, { response: { ...eight[0]!.response, id: 'x', status: 'in-progress' } }] },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await waitFor(() => expect(marks(person)).toBe(8));
  },
  parameters: said('`attune-error` reports `bad-records`, with the place and the reason of each. The other records are shown.'),
};

export const RightToLeft: Story = {
  name: 'Right to left',
  args: { records: several, milestones, strings: { 'trend.title': 'الثقة مع الوقت' } },
  parameters: { ...said('Time runs in the direction of the page, and the numbers are on the right.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = { tags: ['dark'], args: Everything.args!, parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  args: Everything.args!,
  parameters: said('Only system colours. Shapes show every difference. To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const OnPaper: Story = {
  name: 'On paper',
  args: { ...Everything.args!, records: [...long.slice(0, 60)] },
  parameters: said('Black and white on A4. Printing opens the table, earlier findings and formulas, and closes them again afterwards. To see it: print.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  args: Everything.args!,
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.opens('The same as a table');
    await waitFor(() => expect(person.root.querySelectorAll('table').length).toBe(4));
  },
  parameters: { ...said('The width of a small phone.'), page: { narrow: true } },
};

export const NarrowLong: Story = {
  name: '200 sessions, 320 px',
  tags: ['narrow'],
  args: { records: long },
  parameters: { ...said('The chart scrolls horizontally in its own region; the page does not.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  args: {
    names: { 'trust-12': 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenfragebogen' },
    milestones: [{ date: dayAfter(20), title: 'Ich habe zum ersten Mal laut gesagt, was mich seit vielen Jahren beschäftigt, '.repeat(4) }],
  },
  parameters: { ...said('Long names and milestones, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = { name: 'Custom theme', args: plum, parameters: said('A clinic’s own colours through `--attune-*`.') };
