import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { AttuneSubmitEvent } from 'attune-elements';
import { Person } from './person.ts';
import { questionnaireMeta, said, states, type Story } from './questionnaire-states.ts';

/** The clinic's own words, at most 80 for each topic. */
const policies = {
  'policy-version': '2026-03',
  'slot:topic-purpose': 'We agree on one or two things to work on, in your words, and look at them again every six sessions.',
  'slot:topic-dialogue': 'Tell us when something does not help. You can say it in the room, write it, or ask to see someone else.',
  'slot:topic-boundaries': 'Your therapist listens, asks and works with you. They do not become a friend, give loans or take sides in court.',
  'slot:topic-confidentiality':
    'What you say stays between you and your therapist. They talk about their work with a supervisor, without your name. If someone is in serious danger we may have to tell others, and we tell you first where we can.',
};

const meta = { title: 'Elements/Boundary card', ...questionnaireMeta('attune-boundary-card', policies) } satisfies Meta;
export default meta;

const shared = states('Clear');

export const Empty: Story = shared.Empty;

export const OneTopicAndMyQuestion: Story = {
  name: 'One topic and my question',
  args: { topics: 'purpose' },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await step('Something is not clear: a starter is offered, and not ticked', async () => {
      await person.chooses('What we are working on', 'Partly clear');
      await person.ticks('What are we aiming for, and how will we know it helps?');
    });
    await step('Writes a question', () => person.writes('A question I want to ask', 'Can I bring my sister once?'));
    await step('Marks the first', () => person.ticks('Ask this first'));
    await person.presses('Send');
    await person.sees('Saved.');
    const { agenda } = (person.events('attune-submit')[0] as AttuneSubmitEvent).detail;
    expect(agenda?.map(({ text }) => text)).toEqual([
      'What are we aiming for, and how will we know it helps?',
      'Can I bring my sister once?',
    ]);
    expect(agenda?.map(({ first }) => first)).toEqual([true, false]);
  },
  parameters: said('Topics that are not clear become an agenda: to print, to copy, and in the event.'),
};

export const AllTopics: Story = {
  name: 'All topics',
  args: { topics: 'purpose dialogue boundaries confidentiality contact cost records ending' },
  parameters: said('The card always asks about four topics. A clinic can add four more.'),
};

export const LastTimesQuestions: Story = {
  name: 'Last time’s questions',
  args: {
    topics: 'purpose',
    'last-questions': JSON.stringify(['How do I reach you, and when will you reply?', 'What will I pay?']),
  },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.chooses('Last time you asked: What will I pay? Was it answered?', 'Yes');
    await person.sees('1 of 3 answered');
  },
  parameters: said('`last-questions`: the questions of last time, and whether each was answered.'),
};

export const NothingWrittenYet: Story = {
  name: 'Nothing written yet',
  args: Object.fromEntries(Object.keys(policies).map((name) => [name, ''])),
  parameters: said('The clinic has written nothing: the card says so to the person, without blame.'),
};

export const HalfDone: Story = { ...shared.HalfDone, name: 'Half done' };
export const AllAnswered: Story = { ...shared.AllAnswered, name: 'All answered' };
export const SomeErrors: Story = { ...shared.SomeErrors, name: 'Some errors' };
export const BlanksNamed: Story = { ...shared.BlanksNamed, name: 'Blanks named' };
export const AllErrors: Story = { ...shared.AllErrors, name: 'All errors' };
export const Sending: Story = shared.Sending;
export const StillSending: Story = { ...shared.StillSending, name: 'Still sending' };
export const Failed: Story = shared.Failed;
export const FailedThenSaved: Story = { ...shared.FailedThenSaved, name: 'Failed then saved' };
export const Saved: Story = shared.Saved;
export const HandedOver: Story = { ...shared.HandedOver, name: 'Handed over' };
export const Prevented: Story = shared.Prevented;
export const Review: Story = shared.Review;
export const Paged: Story = shared.Paged;
export const SharedDevice: Story = { ...shared.SharedDevice, name: 'Shared device' };
export const AskedToErase: Story = { ...shared.AskedToErase, name: 'Asked to erase' };
export const AboutToErase: Story = { ...shared.AboutToErase, name: 'About to erase' };
export const StopAndErase: Story = { ...shared.StopAndErase, name: 'Stop and erase' };
export const KeepACopy: Story = { ...shared.KeepACopy, name: 'Keep a copy' };
export const QuickHide: Story = { ...shared.QuickHide, name: 'Quick hide' };
export const Hidden: Story = shared.Hidden;
export const NobodySaid: Story = { ...shared.NobodySaid, name: 'Nobody said who reads it' };
export const Disabled: Story = shared.Disabled;
export const ReadOnly: Story = { ...shared.ReadOnly, name: 'Read-only' };
export const InAForm: Story = { ...shared.InAForm, name: 'In a form' };
export const InAGetForm: Story = { ...shared.InAGetForm, name: 'In a GET form' };
export const RightToLeft: Story = { ...shared.RightToLeft, name: 'Right to left' };
export const Dark: Story = { ...shared.Dark, tags: ['dark'] };
export const DarkErrors: Story = { ...shared.DarkErrors, name: 'Dark errors', tags: ['dark'] };
export const ForcedColours: Story = { ...shared.ForcedColours, name: 'Forced colours', tags: ['forced-colors'] };
export const Narrow: Story = { ...shared.Narrow, name: '320 px', tags: ['narrow'] };
export const VeryLongText: Story = { ...shared.VeryLongText, name: 'Very long text', tags: ['narrow'] };
export const CustomTheme: Story = { ...shared.CustomTheme, name: 'Custom theme' };
