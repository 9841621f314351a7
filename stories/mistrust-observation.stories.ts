import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { AttuneSubmitEvent } from 'attune-elements';
import { Person } from './person.ts';
import { questionnaireMeta, said, states, type Story } from './questionnaire-states.ts';

const meta = {
  title: 'Elements/Mistrust observation',
  ...questionnaireMeta('attune-mistrust-observation', { who: 'Your supervisor', when: 'when you next meet' }),
} satisfies Meta;
export default meta;

const shared = states('Several times');

export const Empty: Story = shared.Empty;

export const WhatWasSeen: Story = {
  name: 'What was seen',
  args: { result: 'score' },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await step('What was seen', async () => {
      await person.chooses('Moved away from a topic that matters to them.', 'Several times');
      await person.chooses('Came late, left early, or cancelled.', 'Not seen');
      await person.chooses('Asked about your skill, training, or motives.', 'Once or twice');
    });
    await step('Other reasons, and what to try next', async () => {
      await person.ticks('Past harm in care');
      await person.ticks('My own behaviour');
      await person.ticks('Ask how the session felt');
    });
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await person.sees('Avoidance');
    await person.sees('2 (0 to 4)');
    await person.sees('Not normed');
    const { score, response } = (person.events('attune-submit')[0] as AttuneSubmitEvent).detail;
    expect(score.total).toBeUndefined();
    expect(response.answers).toContainEqual({ item: 'm-why', state: 'answered', values: ['past-harm-in-care', 'my-own-behaviour'] });
  },
  parameters: said('`result="score"`: a profile by indicator, never a total. Put it where no client can see it.'),
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
