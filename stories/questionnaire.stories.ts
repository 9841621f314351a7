import type { Meta } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { AttuneSubmitEvent } from 'attune-elements';
import { getInstrument } from 'attune-elements/instruments';
import { arabic, arabicWords, endless, everything, firstVisit, licensed } from './instruments.ts';
import { Person } from './person.ts';
import { present } from './present.ts';
import { argTypes, fillIn, plays, plum, questionnaireMeta, recordOf, said, type Story } from './questionnaire-states.ts';

const meta = {
  title: 'Elements/Any instrument',
  ...questionnaireMeta('attune-questionnaire', { instrument: 'trust-pulse' }),
  argTypes: {
    ...argTypes,
    instrument: {
      control: { type: 'select' },
      options: ['trust-pulse', 'trust-12', 'empathy-checklist', 'boundary-clarity'],
    },
  },
} satisfies Meta;
export default meta;

const play = plays('Agree');

/** The children of the element: a person sees them if nothing can be presented. */
const withPaperForm: typeof present = (args, context) => {
  const top = present(args, context);
  if (!top.querySelector('p')) {
    top.append(Object.assign(document.createElement('p'), { textContent: 'Please ask at the desk for the paper form.' }));
  }
  return top;
};

export const ByName: Story = {
  name: 'By name',
  parameters: said('`instrument="trust-pulse"`: any registered instrument. The named questionnaires use the same engine.'),
};

export const GivenAsData: Story = {
  name: 'Given as data',
  args: { instrument: everything },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await step('What hangs on an answer appears with it, and leaves with it', async () => {
      await person.doesNotSee('How often did it help?');
      await person.chooses('Have you been in therapy before?', 'Yes');
      await person.chooses('How often did it help?', 'Often');
      await person.chooses('Have you been in therapy before?', 'No');
      await person.doesNotSee('How often did it help?');
    });
    await step('Several choices', async () => {
      await person.chooses('How would you like to meet?', 'In the room');
      await person.chooses('How would you like to meet?', 'By phone');
    });
    await step('What is typed', async () => {
      await person.writes('How many hours do you sleep?', '6.5');
      await person.writes('What should we call you?', 'Sam');
    });
    await step('A group that repeats', async () => {
      await person.writes('Who are they to you?', 'My sister');
      await person.presses('Add a person');
      await waitFor(() => expect(person.root.querySelectorAll('[data-do=remove]').length).toBeGreaterThan(0));
    });
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await person.sees('Saved.');
    const answers = Object.fromEntries(recordOf(person).answers.map(({ item, ...rest }) => [item, rest]));
    expect(answers).not.toHaveProperty('helped');
    expect(answers['ways']).toEqual({ state: 'answered', values: ['room', 'phone'] });
    expect(answers['sleep']).toEqual({ state: 'answered', values: [6.5] });
    expect(answers['person']).toEqual({ at: [0], state: 'answered', values: ['My sister'] });
  },
  parameters: said('An instrument is data: groups that repeat, conditions, every item type.'),
};

export const FiveKindsOfAbsence: Story = {
  name: 'Five kinds of absence',
  args: { instrument: everything },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.chooses('Have you been in therapy before?', 'Yes');
    await person.chooses('How often did it help?', 'Hard to say');
    await person.chooses('How often do you see them?', 'Does not apply');
    await person.chooses('How would you like to meet?', 'Skip this one');
    await person.chooses('How ready are you to start?', '0');
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await person.sees('Saved.');
    expect(recordOf(person).answers).toEqual([
      { item: 'before', state: 'answered', values: [true] },
      { item: 'helped', state: 'unknown' },
      { item: 'ways', state: 'declined' },
      { item: 'ready', state: 'answered', values: [0] },
      { item: 'close', at: [0], state: 'not-applicable' },
    ]);
  },
  parameters: said('Unknown, declined, not applicable and zero are distinct in the record. A blank line has no entry.'),
};

export const EveryKindOfItem: Story = {
  name: 'Every kind of item',
  args: { instrument: everything },
  parameters: said('The same instrument in its initial state.'),
};

export const Slider: Story = {
  name: 'A slider, a time, contact details',
  args: { instrument: firstVisit },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await step('Nothing is answered until the person chooses', async () => {
      await person.sees('Not answered yet');
      expect(person.value).toBe(null);
    });
    await step('The number where the handle rests is an answer like any other', async () => {
      await person.presses('Choose 5');
      await person.sees('5, it gets in my way');
    });
    await step('Undo takes it back', async () => {
      await person.presses('Undo');
      await person.sees('Not answered yet');
      expect(person.value).toBe(null);
    });
  },
  parameters: said('A slider is a native range. It holds no answer until somebody chooses one, on the screen, for a screen reader and in the record.'),
};

export const TextLimit: Story = {
  name: 'A text with a limit',
  args: { instrument: firstVisit },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.writes('What brings you here, in one sentence?', 'I sleep badly. '.repeat(6));
    await person.sees('Characters left: 10.');
    await person.writes('What brings you here, in one sentence?', 'And I feel tired.');
    await person.sees('Too many characters: 7.');
  },
  parameters: said('From 80 % of the limit on the person sees how much room is left. Nothing is cut; a text that is too long is marked when they leave it.'),
};

export const WrongInput: Story = {
  name: 'Input that cannot be used',
  args: { instrument: everything },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.writes('How many hours do you sleep?', '99');
    await person.writes('How many children live with you?', 'two');
    await person.presses('Send');
    await person.sees('Write a number from 0 to 24.');
    await person.sees('Write a whole number from 0 to 20.');
    await person.isAt('[part~=error-summary]');
    expect(person.events('attune-submit')).toHaveLength(0);
  },
  parameters: said('The input stays and is shown, never clamped, never dropped.'),
};

export const ChildScript: Story = {
  name: 'From a child script',
  args: { instrument: '' },
  render: (args, context) => {
    const top = present(args, context);
    if (!top.querySelector('script')) {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(everything);
      top.prepend(script);
    }
    return top;
  },
  play: async ({ canvasElement }) => {
    await new Person(canvasElement).sees('Welcome to Harbour Clinic');
  },
  parameters: said('`<script type="application/json">` inside the element: the page needs no script of its own.'),
};

export const UnderALicence: Story = {
  name: 'Under a licence',
  args: { instrument: licensed },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await step('Whose wording it is stands under the lines, with a link to the terms', async () => {
      await person.sees('© 2001 Its owner. All rights reserved · Its publisher');
      expect(person.root.querySelector('[part=licence] a')).toHaveAttribute('href', 'https://publisher.example/terms');
    });
    await step('One line may be missing', async () => {
      await fillIn(person, 'Option 2', ...person.questions().slice(1));
      await person.presses('Send');
      await person.presses('Finish and send what I have');
      await person.sees('Saved.');
    });
    const { score } = (person.events('attune-submit').at(-1) as AttuneSubmitEvent).detail;
    expect(score).toMatchObject({ status: 'prorated', total: { method: 'sum', raw: 10 }, band: 'high' });
  },
  parameters: said('A scale that the clinic has a licence for, with its scoring as data. The person sees no score and no band.'),
};

export const LicenceNotConfirmed: Story = {
  name: 'Licence not confirmed',
  args: { instrument: { ...licensed, licence: { ...licensed.licence, licenceConfirmed: false } }, 'slot:crisis': '' },
  render: withPaperForm,
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('attune-questionnaire')!;
    await waitFor(() => expect(widget.querySelector('p')!.getBoundingClientRect().height).toBeGreaterThan(0));
    expect(widget.shadowRoot!.textContent).not.toContain('Item 1');
  },
  parameters: said('Nobody has confirmed that the text may be used: nothing is presented, and the page gets `attune-error`.'),
};

export const Settled: Story = {
  name: 'With its options settled',
  args: {
    instrument: (() => {
      const settled = getInstrument('trust-12', { variant: 'intake', keying: 'mixed' });
      return settled.ok ? settled.instrument : undefined;
    })(),
  },
  parameters: said('The instrument that `getInstrument(id, options)` returns.'),
};

export const NotFound: Story = {
  name: 'An instrument nobody knows',
  args: { instrument: 'mood-9000', 'slot:crisis': '' },
  render: withPaperForm,
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('attune-questionnaire')!;
    await waitFor(() => expect(widget.querySelector('p')!.getBoundingClientRect().height).toBeGreaterThan(0));
  },
  parameters: said('The page gets `attune-error`; the person sees the children of the element.'),
};

export const HalfDone: Story = { name: 'Half done', play: play.halfDone, parameters: said('Two answers.') };

export const AllErrors: Story = {
  name: 'All errors',
  args: { required: true },
  play: play.allErrors,
  parameters: said('`required`, and sent blank.'),
};

export const Sending: Story = { args: { host: 'is slow' }, play: play.sending, parameters: said('The promise is still pending.') };

export const Failed: Story = { args: { host: 'refuses' }, play: play.failed, parameters: said('Every answer is still there.') };

export const FailedThenSaved: Story = {
  name: 'Failed then saved',
  args: { host: 'refuses once' },
  play: play.failed,
  parameters: said('Another try sends the identical record.'),
};

export const Saved: Story = { play: play.saved, parameters: said('The page has stored the record.') };

export const HandedOver: Story = {
  name: 'Handed over',
  args: { host: 'says nothing' },
  play: play.handedOver,
  parameters: said('Nobody called `waitUntil`: the widget says thanks, and does not claim that anything was saved.'),
};

export const NotTaken: Story = {
  name: 'Not taken',
  args: { host: 'does not listen' },
  play: play.notTaken,
  parameters: said('Nothing on the page read the record: the widget does not say thanks, and every answer is still there.'),
};

export const StopAndErase: Story = {
  name: 'Stop and erase',
  play: play.erased,
  parameters: said('Always available. The widget asks once.'),
};

export const QuickHide: Story = {
  name: 'Quick hide',
  args: { 'quick-hide': true },
  play: play.hidden,
  parameters: said('`quick-hide`: hides the content at once, and does not lose the answers.'),
};

export const Review: Story = {
  args: { review: true, instrument: everything },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await fillIn(person, 'Often');
    await person.presses('Look at my answers');
    await person.presses('Look at my answers');
    await person.sees('Your answers');
  },
  parameters: said('The person sees their answers again before they send them.'),
};

export const Paged: Story = { args: { layout: 'paged' }, play: play.paged, parameters: said('Three lines on each page.') };

export const SharedDevice: Story = {
  name: 'Shared device',
  args: { privacy: 'shared' },
  play: play.shared,
  parameters: said('For a waiting-room tablet.'),
};

export const RightToLeft: Story = {
  name: 'Right to left',
  args: {
    instrument: arabic,
    strings: arabicWords,
    who: 'معالجك',
    when: 'قبل جلستك القادمة',
    kept: 'في سجلات العيادة',
    'slot:crisis': 'عيادة الميناء، ليلًا ونهارًا: 0000 7946 020',
  },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.chooses('كان معالجي صادقًا معي.', 'أوافق');
    await person.sees('تمت الإجابة عن 1 من 3');
  },
  parameters: { ...said('An Arabic instrument and interface: the scale runs from right to left.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = {
  tags: ['dark'],
  args: { instrument: everything },
  parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } },
};

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  args: { instrument: everything },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.chooses('Have you been in therapy before?', 'Yes');
    await person.chooses('How would you like to meet?', 'By video');
    await person.chooses('How ready are you to start?', '7');
  },
  parameters: said('To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  args: { instrument: everything },
  parameters: { ...said('The width of a small phone.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  args: { instrument: endless },
  parameters: said('Titles, lines, options and end labels far longer than anyone should write.'),
};

export const VeryLongTextNarrow: Story = {
  name: 'Very long text, 320 px',
  tags: ['narrow'],
  args: { instrument: endless },
  parameters: { ...said('The same on a small phone.'), page: { narrow: true } },
};

export const CustomTheme: Story = {
  name: 'Custom theme',
  args: { ...plum, instrument: everything },
  parameters: said('A clinic’s own colours through `--attune-*`.'),
};
