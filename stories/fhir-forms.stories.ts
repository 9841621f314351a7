import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import 'attune-elements/define/fhir-questionnaire';
import 'attune-elements/define/fhir-expressions';
import { Person } from './person.ts';
import { questionnaireMeta, said, type Story } from './questionnaire-states.ts';
import { following, pages, priorEdit, protectedItems, sequential, tables, tabs } from './your-fhir/forms-of-others.ts';

const meta = {
  title: 'Elements/FHIR forms',
  ...questionnaireMeta('attune-questionnaire', { instrument: tables }),
  // A form is an object with many lines. The page about FHIR shows how to give one.
  tags: ['!autodocs'],
} satisfies Meta;
export default meta;

type Play = NonNullable<Story['play']>;

const fillsTables: Play = async ({ canvasElement }) => {
  const person = new Person(canvasElement);
  await person.sees('How the last two weeks were');
  await person.chooses('I slept badly', 'Most days');
  await person.chooses('I felt close to somebody', 'Some days');
  await person.writes('Medicine', 'Sertraline');
};

export const Tables: Story = { play: fillsTables, parameters: said('`table` and `htable`: questions with the same answers are lines. `gtable`: each repetition is a row of fields.') };

export const Tabs: Story = {
  args: { instrument: tabs },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Page 1 of 3');
    await person.presses('Next');
    await person.sees('In your own words');
  },
  parameters: said('`tab-container`: each tab is a page. Nothing is hidden behind a tab that a person could overlook.'),
};

export const Pages: Story = {
  args: { instrument: pages },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Page 1 of 2');
    await person.writes('What may we call you?', 'Sam');
    await person.presses('Next');
    await person.sees('Harbour Clinic. Nobody reads this before you send it.');
  },
  parameters: said('`page`: the form says what is on a page. Its header is on each.'),
};

export const Sequence: Story = {
  name: 'One after the other, without a way back',
  args: { instrument: sequential },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('When you go on, you cannot come back to this page.');
    await person.presses('Next');
    await person.sees('Please look at this before you go on');
  },
  parameters: said('`entryMode` is `sequential`. What is required is asked for before the next page. Erasing is always possible.'),
};

export const PriorEdit: Story = {
  name: 'One after the other, with a way back',
  args: { instrument: priorEdit },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Page 1 of 3');
    await person.chooses('How is today?', 'Good');
    await person.presses('Next');
    await person.presses('Back');
    await person.sees('How is today?');
  },
  parameters: said('`entryMode` is `prior-edit`: the person can go back and change an answer.'),
};

const followsAnswers: Play = async ({ canvasElement }) => {
  const person = new Person(canvasElement);
  await person.sees('How many nights do you remember?');
  await person.writes('How many nights do you remember?', '5');
  await person.sees('From 0 to 5.');
  await person.writes('How many of them were bad?', '2');
  await person.chooses('What helped?', 'A walk');
  await person.chooses('What helped most?', 'A walk');
  const fields = [...person.root.querySelectorAll<HTMLInputElement>('[part=input]')].map(({ value }) => value);
  expect(fields).toEqual(['5', '2', '3']);
};

export const FollowsFromAnswers: Story = {
  name: 'What follows from answers',
  args: { instrument: following },
  play: followsAnswers,
  parameters: said('A calculated value, a limit, and choices that follow from other answers.'),
};

export const LimitBroken: Story = {
  name: 'A limit that has changed',
  args: { instrument: following },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('How many nights do you remember?');
    await person.writes('How many of them were bad?', '4');
    await person.writes('How many nights do you remember?', '3');
    await person.presses('Send');
    await person.sees('Write a whole number from 0 to 3.');
  },
  parameters: said('The answer was given before the limit. It stays, and the person reads what is wrong with it.'),
};

export const Protected: Story = {
  name: 'Shown while it is not asked',
  args: { instrument: protectedItems },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Because of your other answers, you can skip this.');
    await person.chooses('Do you smoke?', 'Yes');
    await person.doesNotSee('you can skip this');
    await person.chooses('Do you smoke?', 'No');
  },
  parameters: said('`disabledDisplay` is `protected`: the questions stay, and say why they need no answer.'),
};

export const RightToLeft: Story = { name: 'Right to left', play: fillsTables, parameters: { ...said('From right to left.'), page: { dir: 'rtl' } } };

export const Dark: Story = { tags: ['dark', '!autodocs'], play: fillsTables, parameters: { ...said('On a dark page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = { name: 'Forced colours', tags: ['forced-colors', '!autodocs'], play: fillsTables, parameters: said('In the colours of the person.') };

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow', '!autodocs'],
  play: async ({ canvasElement }) => new Person(canvasElement).sees('I slept badly'),
  parameters: { ...said('The width of a small phone.'), page: { narrow: true } },
};
