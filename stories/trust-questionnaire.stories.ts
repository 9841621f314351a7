import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { Person } from './person.ts';
import { fillIn, questionnaireMeta, recordOf, said, states, type Story } from './questionnaire-states.ts';

const meta = { title: 'Elements/Trust questionnaire', ...questionnaireMeta('attune-trust-questionnaire') } satisfies Meta;
export default meta;

const shared = states('Agree');

export const Empty: Story = shared.Empty;

export const OneMinute: Story = {
  name: 'One minute',
  args: { length: 'pulse' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.chooses('Right now, how much do you trust your therapist?', '7');
    await person.chooses('My therapist was honest with me.', "Can't say yet");
    await person.writes('Is there one thing that would help you trust more?', 'To go a little slower');
    await person.presses('Send');
    await person.sees(/You left \d questions? blank/);
    await person.presses('Finish and send what I have');
    await person.sees('Saved.');
    expect(recordOf(person).answers).toEqual([
      { item: 't-now', state: 'answered', values: [7] },
      { item: 't03', state: 'unknown' },
      { item: 't-help', state: 'answered', values: ['To go a little slower'] },
    ]);
  },
  parameters: said('`length="pulse"`: after a session. The widget names blank lines once, and they may stay blank.'),
};

export const BeforeTheFirstSession: Story = {
  name: 'Before the first session',
  args: { variant: 'intake' },
  parameters: said('`variant="intake"`: about therapists in general, with all lines keyed towards trust.'),
};

export const WordsForThePerson: Story = {
  name: 'Words for the person',
  args: { result: 'words' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, 'Agree');
    await person.chooses('My therapist was honest with me.', 'Disagree');
    await person.presses('Send');
    await person.sees('You might want to talk about');
    await person.sees('This is a talking tool. It is not a test.');
    await person.doesNotSee(/low|moderate|high|score/i);
  },
  parameters: said('`result="words"`: a summary of the person’s own answers. Never a band, a grade or a rank.'),
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
