import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { Response } from 'attune-elements';
import { Person } from './person.ts';
import { questionnaireMeta, said, states, type Story } from './questionnaire-states.ts';

const GOAL = 'What is the main thing you want from therapy right now?';
const CLOSE = 'How close do you feel to it today?';

/** A check-in of a week in spring, as the page stored it. */
function checkIn(week: number, goal?: string, close?: number): Response {
  const at = new Date(Date.UTC(2026, 2, 3 + 7 * week, 9)).toISOString();
  return {
    schema: 1,
    id: `week-${week}`,
    instrument: { id: 'progress-check-in', version: '1.0.0', options: {} },
    status: 'completed',
    startedAt: at,
    completedAt: at,
    locale: 'en',
    answers: [
      ...(goal === undefined ? [] : [{ item: 'p1', state: 'answered' as const, values: [goal] }]),
      ...(close === undefined ? [] : [{ item: 'p2', state: 'answered' as const, values: [close] }]),
    ],
    software: { name: 'attune-elements', version: '0.1.0' },
  };
}

const SLEEP = 'Sleep through the night';
const earlier = [checkIn(0, SLEEP, 2), checkIn(1, SLEEP, 4), checkIn(2), checkIn(3, SLEEP, 5), checkIn(4, 'Talk to my brother', 1)];

/** Writes in every text field, and chooses a day. */
async function write(person: Person): Promise<void> {
  for (const box of person.root.querySelectorAll('textarea')) await person.writes(box.labels[0]!.textContent!.trim(), 'One thing.');
  const date = person.root.querySelector<HTMLInputElement>('input[type=date]')!;
  date.value = '2030-02-02';
  date.dispatchEvent(new Event('change', { bubbles: true }));
  await person.widget.updateComplete;
}

const meta = { title: 'Elements/Check-in', ...questionnaireMeta('attune-check-in') } satisfies Meta;
export default meta;

const shared = states('Not sure', write);

export const Empty: Story = shared.Empty;

export const TheGoalOfLastTime: Story = {
  name: 'The goal of last time',
  args: { earlier },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await step('It stands beside today’s, and nothing is filled in', async () => {
      await person.sees('Last time you wrote: Talk to my brother');
      expect(person.value).toBeNull();
    });
    await step('One press keeps it', async () => {
      await person.presses('Keep this');
      await person.isAt('textarea');
      expect((person.value as Response).answers).toEqual([{ item: 'p1', state: 'answered', values: ['Talk to my brother'] }]);
    });
    await step('How close it feels, and how it felt before', async () => {
      await person.chooses(CLOSE, '3');
      await person.sees('Then you wrote something new: Talk to my brother');
      await person.sees('2, 4, no answer, 5');
    });
  },
  parameters: said('`earlier`: the person’s own check-ins. The line breaks where the goal changed and where there was no answer. It shows the answers and does not judge them.'),
};

export const ANewGoal: Story = {
  name: 'A new goal',
  args: { earlier },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.writes(GOAL, 'Go out once a week');
    await person.chooses(CLOSE, '1');
    await person.sees('Then you wrote something new: Go out once a week');
  },
  parameters: said('A new goal starts a new line.'),
};

export const WhenToLookAgain: Story = {
  name: 'When to look again',
  args: { earlier },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Keep this');
    await person.chooses(CLOSE, '4');
    const date = person.root.querySelector<HTMLInputElement>('input[type=date]')!;
    date.value = '2026-05-03';
    date.dispatchEvent(new Event('change', { bubbles: true }));
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await person.sees('Look at this again: May 3, 2026');
    await person.sees('How close you felt each time');
  },
  parameters: said('After sending: the course again, and the day that the person chose.'),
};

export const ManySessions: Story = {
  name: 'Many sessions',
  args: { earlier: [...Array(60).keys()].map((n) => checkIn(n, 'Sleep through the night', n % 7 === 5 ? undefined : Math.round(n / 9 + (n % 3)))) },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Keep this');
    await person.chooses(CLOSE, '8');
    await person.sees('How close you felt each time');
  },
  parameters: said('More than a year, week by week.'),
};

export const CourseInTheDark: Story = { ...TheGoalOfLastTime, name: 'Course in the dark', tags: ['dark'], parameters: { ...said('The same in the dark.'), page: { scheme: 'dark' } } };
export const CourseInForcedColours: Story = { ...TheGoalOfLastTime, name: 'Course in forced colours', tags: ['forced-colors'], parameters: said('The same in forced colours.') };
export const CourseAt320Px: Story = { ...TheGoalOfLastTime, name: 'Course at 320 px', tags: ['narrow'], parameters: { ...said('The same on a small phone.'), page: { narrow: true } } };

export const CourseFromRightToLeft: Story = {
  name: 'Course from right to left',
  args: { earlier: [checkIn(0, 'النوم طوال الليل', 2), checkIn(1, 'النوم طوال الليل', 4)] },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Keep this');
    await person.chooses(CLOSE, '5');
    await person.sees('النوم طوال الليل');
  },
  parameters: { ...said('Time runs with the text; goals keep the direction of their own words.'), page: { dir: 'rtl' } },
};

export const Paged: Story = {
  args: { layout: 'paged', earlier },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Page 1 of 2');
    await person.presses('Keep this');
    await person.sees('Page 1 of 3');
    await person.chooses(CLOSE, '3');
    await person.presses('Next');
    await person.sees('Page 2 of 3');
  },
  parameters: said('`layout="paged"`: the line about how close the goal feels appears once there is a goal.'),
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
