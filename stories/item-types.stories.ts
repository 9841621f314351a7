import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { Answer, InstrumentDefinition, Response } from 'attune-elements';
import { everything, firstVisit } from './instruments.ts';
import { Person } from './person.ts';
import { questionnaireMeta, said, type Story } from './questionnaire-states.ts';
import { seenBy } from './seen-by.ts';

/** Every item type, in every format. */
const instrument: InstrumentDefinition = { ...everything, id: 'every-item-type', title: 'One of each', items: [...firstVisit.items, ...everything.items] };

const given = (item: string, ...values: (string | number | boolean)[]): Answer => ({ item, state: 'answered', values });

const { completedAt: _, ...begun } = seenBy('client', {}, instrument);
const answered: Response = {
  ...begun,
  status: 'in-progress',
  answers: [
    given('pain', 5),
    given('wake', '06:30'),
    given('name', 'Sam Okafor'),
    given('email', 'sam@harbour.example'),
    given('phone', '020 7946 0000'),
    given('street', '4 Harbour Street'),
    given('why', 'I sleep badly, and I would like to talk about it.'),
    given('before', true),
    { item: 'helped', state: 'unknown' },
    given('ways', 'room', 'video'),
    given('sleep', 6.5),
    { item: 'children', state: 'declined' },
    given('ready', 7),
    given('from', '2026-12-01'),
    given('call', 'Sam'),
    { ...given('person', 'My sister'), at: [0] },
    { ...given('close', 'often'), at: [0] },
    given('more', 'I would like a room on the ground floor.\nStairs are hard.'),
  ],
};

const meta = {
  title: 'Elements/Item types',
  ...questionnaireMeta('attune-questionnaire', { instrument }),
  tags: ['!autodocs'],
} satisfies Meta;
export default meta;

const showsAnswers: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const person = new Person(canvasElement);
  await person.sees('One of each');
  const fields = [...person.root.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox]), textarea')];
  expect(fields.map(({ value }) => value)).toEqual(expect.arrayContaining(['06:30', 'Sam Okafor', '6.5', 'My sister']));
  expect(person.root.querySelectorAll('input:checked').length).toBeGreaterThan(5);
};

export const Answered: Story = { args: { value: answered }, play: showsAnswers, parameters: said('Every item type with an answer, or with the reason why there is none.') };

export const Wrong: Story = {
  name: 'Blank, and required',
  args: { required: true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Send');
    await person.sees(/Please look at (this|these \d+ questions) before you send/);
  },
  parameters: said('What is missing, at every item type.'),
};

export const Disabled: Story = { args: { value: answered, disabled: true }, play: showsAnswers, parameters: said('`disabled`, with answers.') };

export const ReadOnly: Story = { name: 'Read-only', args: { value: answered, readonly: true }, play: showsAnswers, parameters: said('`readonly`, with answers.') };

export const Review: Story = {
  args: { value: answered, review: true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Look at my answers');
    await person.sees('Your answers');
  },
  parameters: said('All answers again, before they are sent.'),
};

export const RightToLeft: Story = { name: 'Right to left', args: { value: answered }, parameters: { ...said('From right to left.'), page: { dir: 'rtl' } } };

export const Narrow: Story = { name: '320 px', tags: ['narrow', '!autodocs'], args: { value: answered }, parameters: { ...said('The width of a small phone.'), page: { narrow: true } } };
