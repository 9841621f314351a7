import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { InstrumentDefinition, Response } from 'attune-elements';
import 'attune-elements/define/fhir-questionnaire';
import { everything } from './instruments.ts';
import { Person } from './person.ts';
import { questionnaireMeta, said, type Story } from './questionnaire-states.ts';
import { seenBy } from './seen-by.ts';

const UCUM = 'http://unitsofmeasure.org';
const medicines = ['Amitriptyline', 'Citalopram', 'Duloxetine', 'Escitalopram', 'Fluoxetine', 'Mirtazapine', 'Paroxetine', 'Sertraline', 'Trazodone', 'Venlafaxine'];

/** The item types that FHIR forms need, each in every form. */
const instrument: InstrumentDefinition = {
  ...everything,
  id: 'harbour-fhir-fields',
  title: 'Before we meet',
  items: [
    { id: 'began', type: 'dateTime', text: 'When did it begin?' },
    { id: 'weight', type: 'quantity', text: 'How much do you weigh?', units: [{ text: 'kg', system: UCUM, code: 'kg' }], min: 20, max: 300, decimals: 1 },
    { id: 'dose', type: 'quantity', text: 'How much of it do you take?', units: [{ text: 'mg', system: UCUM, code: 'mg' }, { text: 'drops' }] },
    { id: 'water', type: 'quantity', text: 'How much do you drink in a day?', freeUnit: true },
    { id: 'lives', type: 'choice', text: 'Who do you live with?', open: true, choices: [{ code: 'alone', text: 'Alone' }, { code: 'partner', text: 'With a partner' }, { code: 'family', text: 'With family' }] },
    {
      id: 'helps', type: 'choice', multiple: true, open: 'Something else that helps', text: 'What helps?',
      choices: [{ code: 'talk', text: 'To talk', prefix: 'a)' }, { code: 'walk', text: 'To walk', prefix: 'b)' }, { code: 'none', text: 'Nothing', prefix: 'c)', exclusive: true }],
    },
    { id: 'hand', type: 'choice', orientation: 'horizontal', text: 'Which hand do you write with?', choices: [{ code: 'left', text: 'Left' }, { code: 'right', text: 'Right' }] },
    { id: 'near', type: 'choice', control: 'drop-down', text: 'Which practice is near you?', choices: [{ code: 'harbour', text: 'Harbour Street' }, { code: 'hill', text: 'On the hill' }] },
    { id: 'drug', type: 'choice', control: 'autocomplete', text: 'Which medicine do you take?', choices: medicines.map((text) => ({ code: text.toLowerCase(), text })) },
    { id: 'ills', type: 'choice', control: 'autocomplete', multiple: true, open: true, text: 'What else do you have?', choices: ['Asthma', 'Diabetes', 'Migraine'].map((text) => ({ code: text.toLowerCase(), text })) },
    { id: 'page', type: 'url', text: 'Where can we read about it?' },
    { id: 'letter', type: 'file', text: 'A letter of your doctor', mimeTypes: ['application/pdf', 'image/*'], maxSize: 5_000_000 },
    { id: 'card', type: 'text', line: true, text: 'The number of your card', entryFormat: '1234 5678' },
  ],
};

const given = (item: string, ...values: unknown[]) => ({ item, state: 'answered', values });
const { completedAt: _, ...begun } = seenBy('client', {}, instrument);
const answered = {
  ...begun,
  status: 'in-progress',
  answers: [
    given('began', '2026-11-20T08:30:00+05:30'),
    given('weight', { value: 72.5, unit: 'kg', system: UCUM, code: 'kg' }),
    given('dose', { value: 12, unit: 'drops' }),
    given('water', { value: 2, unit: 'litres' }),
    given('lives', { words: 'With my cat' }),
    given('helps', 'walk', { words: 'Music' }, { words: 'My cat' }),
    given('hand', 'left'),
    given('near', 'hill'),
    given('drug', 'sertraline'),
    given('ills', 'asthma', { words: 'Gout' }),
    given('page', 'https://harbour.example/gout'),
    given('letter', { name: 'letter.pdf', type: 'application/pdf', size: 182_000, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }),
    given('card', '1234 5678'),
  ],
} as Response;

const meta = {
  title: 'Elements/Item types of FHIR forms',
  ...questionnaireMeta('attune-questionnaire', { instrument }),
  tags: ['!autodocs'],
} satisfies Meta;
export default meta;

const showsAnswers: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const person = new Person(canvasElement);
  await person.sees('Before we meet');
  const fields = [...person.root.querySelectorAll<HTMLInputElement>('[part=input]')].map(({ value }) => value);
  expect(fields).toEqual(expect.arrayContaining(['2026-11-20T08:30', '72.5', '12', 'With my cat', 'Music', 'Sertraline']));
  await person.sees('Only the name of this file is still here.');
};

export const Empty: Story = { parameters: said('Nothing is chosen, and no unit either.') };

export const Answered: Story = { args: { value: answered }, play: showsAnswers, parameters: said('Every field with an answer. The file is one of an earlier visit, so only its name is there, and the date is from another time zone.') };

export const Suggestions: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.writes('Which medicine do you take?', 'ine');
    await person.sees('answers found.');
  },
  parameters: said('What is written filters the list. Arrow keys and Enter choose from it, Escape closes it.'),
};

export const Wrong: Story = {
  name: 'Blank, and required',
  args: { required: true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Send');
    await person.sees('Please look at these 13 questions before you send');
  },
  parameters: said('What is missing, at every field.'),
};

export const ReadOnly: Story = { name: 'Read-only', args: { value: answered, readonly: true }, play: showsAnswers, parameters: said('`readonly`, with answers.') };

export const RightToLeft: Story = { name: 'Right to left', args: { value: answered }, parameters: { ...said('From right to left.'), page: { dir: 'rtl' } } };

export const Dark: Story = { tags: ['dark', '!autodocs'], args: { value: answered }, parameters: { ...said('On a dark page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = { name: 'Forced colours', tags: ['forced-colors', '!autodocs'], args: { value: answered }, parameters: said('In the colours of the person.') };

export const Narrow: Story = { name: '320 px', tags: ['narrow', '!autodocs'], args: { value: answered }, parameters: { ...said('The width of a small phone.'), page: { narrow: true } } };
