import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { Person } from './person.ts';
import { argTypes, clinic, fillIn, longWords, plays, plum, recordOf, said, type Story } from './questionnaire-states.ts';
import { present } from './present.ts';

const meta = {
  title: 'Elements/Empathy checklist',
  component: 'attune-empathy-checklist',
  render: present,
  argTypes,
  args: { ...clinic, host: 'keeps it' },
} satisfies Meta;
export default meta;

const play = plays('Yes');

export const Empty: Story = { parameters: said('As a person finds it. Nothing takes the focus; nothing is chosen.') };

export const AsksForMore: Story = {
  name: 'Asks for more',
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.chooses('My therapist summed up what I said.', 'Partly');
    await person.ticks('I would like more of this');
    await person.presses('Finish and send what I have');
    await person.presses('Finish and send what I have');
    await person.sees('Saved.');
    expect(recordOf(person).answers.length).toBe(2);
  },
  parameters: said('The client may ask for more of something. A "No" is not a fault, and nothing is ticked for anyone.'),
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
  parameters: said('The same twelve lines, seen from outside.'),
};

export const HalfDone: Story = {
  name: 'Half done',
  play: play.halfDone,
  parameters: said('Two answers. Each can be taken back. The page hears how many, never which.'),
};

export const AllErrors: Story = {
  name: 'All errors',
  args: { required: true },
  play: play.allErrors,
  parameters: said('`required`, and sent blank: a focused summary, and the same words at each line.'),
};

export const Sending: Story = {
  args: { host: 'is slow' },
  play: play.sending,
  parameters: said('The promise given to `waitUntil` is still open. A second press does nothing.'),
};

export const Failed: Story = {
  args: { host: 'refuses' },
  play: play.failed,
  parameters: said('The promise was rejected: every answer is still there. The server’s words stay in the event.'),
};

export const FailedThenSaved: Story = {
  name: 'Failed then saved',
  args: { host: 'refuses once' },
  play: play.failed,
  parameters: said('Another try sends the identical record: same id, same time.'),
};

export const Saved: Story = {
  play: play.saved,
  parameters: said('The page has kept it. Only now does the widget say so, and clear itself.'),
};

export const HandedOver: Story = {
  name: 'Handed over',
  args: { host: 'says nothing' },
  play: play.handedOver,
  parameters: said('Nobody called `waitUntil`: thanks, and no claim that anything was saved.'),
};

export const Prevented: Story = {
  args: { host: 'prevents it' },
  play: play.prevented,
  parameters: said('`preventDefault()` returns to editing.'),
};

export const Review: Story = {
  args: { review: true },
  play: play.review,
  parameters: said('`review`: one’s own answers once more before they go.'),
};

export const Paged: Story = {
  args: { layout: 'paged' },
  play: play.paged,
  parameters: said('`layout="paged"`: three lines a page, no automatic advance.'),
};

export const SharedDevice: Story = {
  name: 'Shared device',
  args: { privacy: 'shared' },
  play: play.shared,
  parameters: said('`privacy="shared"`: a waiting-room tablet. No copy, no restoring, erased when idle.'),
};

export const StopAndErase: Story = {
  name: 'Stop and erase',
  play: play.erased,
  parameters: said('Always there, and asks once.'),
};

export const KeepACopy: Story = {
  name: 'Keep a copy',
  play: play.copy,
  parameters: said('One’s own answers, to print or save. No score.'),
};

export const QuickHide: Story = {
  name: 'Quick hide',
  args: { 'quick-hide': true },
  play: play.hidden,
  parameters: said('`quick-hide`: blanks the widget at once, and keeps the answers.'),
};

export const Disabled: Story = { args: { disabled: true }, parameters: said('Like any disabled control.') };

export const ReadOnly: Story = {
  name: 'Read-only',
  args: { readonly: true },
  parameters: said('Shows what was set as `value`, submits it with a form, and allows no change.'),
};

export const InAForm: Story = {
  name: 'In a form',
  play: play.form,
  parameters: { ...said('Inside a form the form sends: one field with the record, one for each answer.'), form: 'post' },
};

export const InAGetForm: Story = {
  name: 'In a GET form',
  play: play.getForm,
  parameters: { ...said('Answers would land in the address and in logs: they are withheld, and the person is told.'), form: 'get' },
};

export const RightToLeft: Story = {
  name: 'Right to left',
  play: play.halfDone,
  parameters: { ...said('The scale runs in the direction of the text.'), page: { dir: 'rtl' } },
};

export const Dark: Story = {
  tags: ['dark'],
  play: play.halfDone,
  parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } },
};

export const DarkErrors: Story = {
  name: 'Dark errors',
  tags: ['dark'],
  args: { required: true },
  play: play.allErrors,
  parameters: { ...said('Errors in the dark.'), page: { scheme: 'dark' } },
};

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  play: play.halfDone,
  parameters: said('Windows contrast themes. To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  play: play.halfDone,
  parameters: { ...said('320 px, the width of a small phone, and of a page at 400 % zoom.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  args: longWords,
  parameters: { ...said('Words far longer than planned, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = {
  name: 'Custom theme',
  args: plum,
  play: play.halfDone,
  parameters: said('A clinic’s own colours through `--attune-*`. Try the colour controls.'),
};
