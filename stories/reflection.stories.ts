import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { Person } from './person.ts';
import { questionnaireMeta, recordOf, said, states, type Story } from './questionnaire-states.ts';

/** Writes in every text field. */
async function write(person: Person): Promise<void> {
  for (const box of person.root.querySelectorAll('textarea')) await person.writes(box.labels[0]!.textContent!.trim(), 'A thought.');
}

const meta = {
  title: 'Elements/Reflection',
  ...questionnaireMeta('attune-reflection', { who: 'Your supervisor', when: 'when you next meet' }),
} satisfies Meta;
export default meta;

const shared = states('Maybe', write);

export const Empty: Story = shared.Empty;

export const OnlyChoicesLeave: Story = {
  name: 'Only choices leave',
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await step('It says so before anything is written', async () => {
      await person.sees('What you write in the boxes is not sent. Only your choices are.');
      await person.sees('Stays on this page. It is not sent.');
    });
    await person.writes('What did I feel most strongly in this session, and when?', 'Anger.');
    await person.chooses('Did this client remind me of someone in my own life?', 'Maybe');
    expect(JSON.stringify(person.value)).not.toContain('Anger');
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await person.sees('What you wrote was not sent.');
    const { answers, instrument } = recordOf(person);
    expect(answers).toEqual([{ item: 'c2', state: 'answered', values: ['maybe'] }]);
    expect(instrument.options).toEqual({ text: 'withheld' });
    await step('and can still be kept', async () => {
      await person.presses('Keep a copy');
      await person.sees('Anger.');
    });
  },
  parameters: said('Written text is in no event, form or `value`. The record says that it was withheld, not that it is blank.'),
};

export const Unsent: Story = {
  args: { unsent: true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Nothing of this is sent.');
    await person.chooses('Did this client remind me of someone in my own life?', 'Maybe');
    await person.doesNotSee('Finish and send');
    expect((person.value as { answers: unknown[] }).answers).toEqual([]);
  },
  parameters: said('`unsent`: for the clinician alone. There is nothing to send, and no send button.'),
};

export const SharedText: Story = {
  name: 'Shared text',
  args: { 'share-text': true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('What you write in the boxes is sent with your choices.');
    await person.writes('What did I feel most strongly in this session, and when?', 'Anger.');
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await person.sees('Saved.');
    expect(recordOf(person).answers).toEqual([{ item: 'c1', state: 'answered', values: ['Anger.'] }]);
  },
  parameters: said('`share-text`: the page asks for the text, and the person reads this before they write.'),
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
