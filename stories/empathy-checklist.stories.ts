import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { Person } from './person.ts';
import { fillIn, questionnaireMeta, recordOf, said, states, type Story } from './questionnaire-states.ts';

const meta = { title: 'Elements/Empathy checklist', ...questionnaireMeta('attune-empathy-checklist') } satisfies Meta;
export default meta;

const shared = states('Yes');

export const Empty: Story = shared.Empty;

export const AsksForMore: Story = {
  name: 'Asks for more',
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.chooses('My therapist summed up what I said.', 'Partly');
    await person.ticks('I would like more of this');
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await person.sees('Saved.');
    expect(recordOf(person).answers.length).toBe(2);
  },
  parameters: said('The client may ask for more of something. A "No" is not a fault, and no answer is preselected.'),
};

export const ForTheTherapist: Story = {
  name: 'For the therapist',
  args: { perspective: 'therapist', result: 'score', who: 'Your supervisor', when: 'when you next meet' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, 'Yes');
    await person.chooses('I summed up what the client said.', 'Partly');
    await person.presses('Send');
    await person.sees('Active listening');
    await person.sees('Not normed');
  },
  parameters: said('`perspective="therapist"` with `result="score"`: a profile by component, no total.'),
};

export const ForAnObserver: Story = {
  name: 'For an observer',
  args: { perspective: 'observer', result: 'score', who: 'Your supervisor', when: 'when you next meet' },
  parameters: said('The same twelve lines, from the perspective of an observer.'),
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
