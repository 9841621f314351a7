import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { AttunePerspectiveGap } from 'attune-elements';
import { empathyChecklist } from 'attune-elements/instruments';
import { arabic, endless, everything } from './instruments.ts';
import { Person } from './person.ts';
import { present, type Args } from './present.ts';
import { plum, said } from './questionnaire-states.ts';
import { seenBy } from './seen-by.ts';

type Story = StoryObj<Args>;

const lines = ['e11', 'e12', 'e13', 'e14', 'e21', 'e22', 'e23', 'e24', 'e31', 'e32', 'e33', 'e34'];
const all = (code: string): Record<string, string> => Object.fromEntries(lines.map((id) => [id, code]));

const client = seenBy('client', { ...all('yes'), e12: 'partly', e13: '?not-applicable', e21: 'no', e32: '?unknown' }, empathyChecklist);
const therapist = seenBy('therapist', { ...all('yes'), e24: 'partly', e34: '?declined' }, empathyChecklist);
const observer = seenBy('observer', { ...all('yes'), e14: 'partly', e21: 'partly', e24: 'partly' }, empathyChecklist);

const meta = {
  title: 'Elements/Perspective gap',
  component: 'attune-perspective-gap',
  render: present,
  args: { responses: [client, therapist] },
} satisfies Meta<Args>;
export default meta;

const gaps = (person: Person): number => person.root.querySelectorAll('[part~=differ]').length;

export const TwoViews: Story = {
  name: 'Client and therapist',
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Both say: Yes.');
    await person.sees('Client: No. Therapist: Yes. Steps apart: 2.');
    await person.sees('Client: Did not come up. Therapist: Yes. Cannot be compared.');
    await person.sees('It does not say who is right.');
    await person.doesNotSee(/%|score|kappa/);
    expect(gaps(person)).toBe(3);
  },
  parameters: said('For clinicians and supervision: one session, seen by two people. Differences are marked; nothing is scored.'),
};

export const ThreeViews: Story = {
  name: 'And an observer',
  args: { responses: [client, therapist, observer] },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('All say: Yes.');
    await person.sees('Client: No. Therapist: Yes. Observer: Partly. Steps apart: 2.');
    await person.sees('Client: Did not come up. Therapist: Yes. Observer: Yes. The same.');
  },
  parameters: said('The steps are between the two answers that are furthest apart. If one has no answer, the other two are compared.'),
};

export const NoGap: Story = {
  name: 'No gap at all',
  args: { responses: [seenBy('client', all('yes'), empathyChecklist), seenBy('therapist', all('yes'), empathyChecklist)] },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Lines: 12. Apart: 0. The same: 12.');
    expect(gaps(person)).toBe(0);
  },
  parameters: said('Agreement about a session is not an achievement, so it gets no mark.'),
};

export const NothingToCompare: Story = {
  name: 'Nothing to compare',
  args: { responses: [seenBy('client', {}, empathyChecklist), therapist] },
  play: async ({ canvasElement }) => new Person(canvasElement).sees('Client: Left blank. Therapist: Yes. Cannot be compared.'),
  parameters: said('A line that one person left blank is not a gap.'),
};

export const NotYet: Story = {
  name: 'Not there yet',
  args: { responses: undefined },
  render: () => {
    const gap = document.createElement('attune-perspective-gap');
    gap.innerHTML = '<p>The client has not filled this in yet.</p>';
    return gap;
  },
  play: async ({ canvasElement }) => expect(canvasElement.querySelector('p')!.checkVisibility()).toBe(true),
  parameters: said('While there are no records, the children of the tag are shown.'),
};

export const OtherSession: Story = {
  name: 'Records of two sessions',
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Both say: Yes.');
    (person.widget as AttunePerspectiveGap).responses = [client, { ...therapist, encounter: 'session-8' }];
    await waitFor(() => expect(person.events('attune-error').map(({ detail }) => (detail as { code: string }).code)).toEqual(['bad-responses']));
    await person.sees('Both say: Yes.');
  },
  parameters: said('Refused and reported as `bad-responses`; the last good view stays.'),
};

export const AnyInstrument: Story = {
  name: 'Any instrument',
  args: {
    instrument: everything,
    responses: [
      seenBy('client', { sleep: 5, ready: 3, call: 'Sam', ways: 'room' }, everything),
      seenBy('therapist', { sleep: 7, ready: 8, ways: 'room' }, everything),
    ],
  },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Client: 3. Therapist: 8. Steps apart: 5.');
    await person.sees('Client: 5. Therapist: 7. Not the same.');
    await person.sees('Client: Asked more than once. Therapist: Asked more than once. Cannot be compared.');
  },
  parameters: said('Steps are shown for ratings and for scales from low to high. Text and repeated groups are not compared.'),
};

const arabicStrings = {
  'gap.client': 'عميل', 'gap.therapist': 'معالج',
  'gap.summary': 'العبارات: {lines}. مختلفة: {differ}. متطابقة: {agree}. لا تقارن: {not-comparable}.',
  'gap.note': 'الاختلاف موضوع للحديث. لا يقول من على حق.',
  'gap.both': 'كلاهما يقول: {answer}.', 'gap.agree': 'متطابق.', 'gap.differ': 'غير متطابق.', 'gap.steps': 'الفرق: {steps}.',
  'gap.not-comparable': 'لا تمكن المقارنة.', leftBlank: 'تُرك فارغًا',
};

export const RightToLeft: Story = {
  name: 'Right to left',
  args: {
    instrument: arabic,
    strings: arabicStrings,
    responses: [seenBy('client', { a1: 'agree', a2: 'disagree', a3: 4 }, arabic), seenBy('therapist', { a1: 'agree', a2: 'agree' }, arabic)],
  },
  play: async ({ canvasElement }) => new Person(canvasElement).sees('كلاهما يقول: أوافق.'),
  parameters: { ...said('An Arabic instrument and interface. The scale runs from right to left too.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = {
  tags: ['dark'],
  args: { responses: [client, therapist, observer] },
  parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } },
};

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  args: { responses: [client, therapist, observer] },
  play: async ({ canvasElement }) => {
    const [same, gap] = ['agree', 'differ'].map((part) => new Person(canvasElement).root.querySelector(`[part~=${part}]`)!);
    expect(getComputedStyle(gap!, '::before').borderInlineStartStyle).toBe('solid');
    expect(getComputedStyle(same!, '::before').borderInlineStartStyle).toBe('none');
  },
  parameters: said('A gap keeps its bar. To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  args: { responses: [client, therapist, observer] },
  parameters: { ...said('The width of a small phone.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  args: {
    instrument: endless,
    responses: [seenBy('client', { l1: 'a', l2: 'no', l3: 10, l4: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente' }, endless), seenBy('observer', { l1: 'e', l2: 'most', l3: 0 }, endless)],
  },
  parameters: { ...said('Options that cannot be broken and eleven places, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = { name: 'Custom theme', args: plum, parameters: said('A clinic’s own colours through `--attune-*`.') };
