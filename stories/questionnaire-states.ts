import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { hostControl, present, type Args } from './present.ts';
import { plays } from './questionnaire-plays.ts';

export { fillIn, plays, recordOf } from './questionnaire-plays.ts';
export type Story = StoryObj<Args>;

/** What a clinic sets on every questionnaire. */
export const clinic: Args = {
  who: 'Your therapist',
  when: 'before your next session',
  kept: "in your clinic's records",
  'slot:crisis': 'Harbour Clinic, day and night: 020 7946 0000. In an emergency call 999 or 112.',
};

export const argTypes = { host: hostControl };

/** What the stories of every questionnaire have in common. Each file adds its own title. */
export const questionnaireMeta = (component: string, args: Args = {}) =>
  ({ component, render: present, argTypes, args: { ...clinic, ...args, host: 'keeps it' } }) satisfies Meta;

export const said = (description: string): Pick<NonNullable<Story['parameters']>, 'docs'> => ({
  docs: { description: { story: description } },
});

/** A clinic's own colours, as custom properties. */
export const plum: Args = {
  '--attune-accent': '#6b2f5b',
  '--attune-tint': '#f4e8f0',
  '--attune-notice': '#fdf6e9',
  '--attune-surface': '#fffaf7',
  '--attune-ink': '#2b1f28',
  '--attune-muted': '#655560',
  '--attune-line': '#8a7a86',
  '--attune-hairline': '#eadfe4',
  '--attune-on-accent': '#ffffff',
  '--attune-error': '#9a3412',
};

const long = 'A very long sentence that a translator or a careful clinic may need, with Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle in the middle, and then some more words after it.';

/** Very long texts, with a word that cannot be broken. */
export const longWords: Args = {
  who: `Your therapist, the person who stands in for them while they are away, and the two people in the office (${long})`,
  when: 'before your next session, or the one after it',
  'slot:intro': long,
  'slot:concern': long,
  strings: { length: long, send: long, sendPart: long, erase: `${long}`, progress: '{answered} of {total} questions have an answer so far' },
};

/** Makes each timer of half a minute or more end at once. */
function hurry(): () => void {
  const { setTimeout } = window;
  window.setTimeout = ((run: () => void, wait = 0, ...rest: unknown[]) => setTimeout(run, wait < 30_000 ? wait : 0, ...rest)) as typeof setTimeout;
  return () => {
    window.setTimeout = setTimeout;
  };
}

/**
 * The states that every questionnaire has. Storybook reads names and tags of a story from the source of its file, so each
 * file exports them one by one.
 */
export function states(...given: Parameters<typeof plays>) {
  const play = plays(...given);
  return {
    Empty: { parameters: said('The initial state. Nothing takes the focus, and nothing is chosen.') },
    HalfDone: {
      play: play.halfDone,
      parameters: said('Two answers. Each can be undone. The page learns how many lines are answered, never the answers.'),
    },
    AllAnswered: {
      play: play.allAnswered,
      parameters: said('Every line has an answer, and nothing is sent yet.'),
    },
    SomeErrors: {
      args: { required: true },
      play: play.someErrors,
      parameters: said('`required`, and sent with two answers: only the other lines are marked.'),
    },
    BlanksNamed: {
      play: play.blanksNamed,
      parameters: said('Sent with blank lines: the widget says once how many there are. They may stay blank.'),
    },
    AllErrors: {
      args: { required: true },
      play: play.allErrors,
      parameters: said('`required`, and sent blank: a summary gets the focus, and each line has the same words.'),
    },
    Sending: {
      args: { host: 'is slow' },
      play: play.sending,
      parameters: said('The promise given to `waitUntil` is still pending. A second press does nothing.'),
    },
    StillSending: {
      args: { host: 'is slow' },
      beforeEach: hurry,
      play: play.stillSending,
      parameters: said('After 30 seconds the widget says that it is still sending, and offers another try. This story does not wait so long.'),
    },
    Failed: {
      args: { host: 'refuses' },
      play: play.failed,
      parameters: said('The promise was rejected: every answer is still there. The server’s message is only in the event.'),
    },
    FailedThenSaved: {
      args: { host: 'refuses once' },
      play: play.failed,
      parameters: said('Another try sends the identical record: same id, same time.'),
    },
    Saved: {
      play: play.saved,
      parameters: said('The page has stored the record. Only now does the widget say so, and clear itself.'),
    },
    HandedOver: {
      args: { host: 'says nothing' },
      play: play.handedOver,
      parameters: said('Nobody called `waitUntil`: the widget says thanks, and does not claim that anything was saved.'),
    },
    Prevented: {
      args: { host: 'prevents it' },
      play: play.prevented,
      parameters: said('`preventDefault()` returns to editing.'),
    },
    Review: {
      args: { review: true },
      play: play.review,
      parameters: said('`review`: the person sees their answers again before they send them.'),
    },
    Paged: {
      args: { layout: 'paged' },
      play: play.paged,
      parameters: said('`layout="paged"`: three lines on each page, no automatic advance.'),
    },
    SharedDevice: {
      args: { privacy: 'shared' },
      play: play.shared,
      parameters: said('`privacy="shared"`: for a waiting-room tablet. No copy, nothing restored, erased when idle.'),
    },
    AskedToErase: {
      play: play.askedToErase,
      parameters: said('The question before anything is erased.'),
    },
    AboutToErase: {
      args: { privacy: 'shared', 'idle-minutes': 1 },
      play: play.idle,
      parameters: said('Nobody was active on a shared device: the widget warns a minute before it erases.'),
    },
    StopAndErase: {
      play: play.erased,
      parameters: said('Always available. The widget asks once.'),
    },
    KeepACopy: {
      play: play.copy,
      parameters: said('The person’s own answers, to print or save. No score.'),
    },
    QuickHide: {
      args: { 'quick-hide': true },
      play: play.hidden,
      parameters: said('`quick-hide`: hides the content at once, and does not lose the answers.'),
    },
    Hidden: {
      args: { 'quick-hide': true },
      play: play.isHidden,
      parameters: said('After **Hide this**: another person in the room sees only this.'),
    },
    NobodySaid: {
      args: { who: '', when: '', kept: '', 'slot:crisis': '' },
      parameters: said('The page says neither who will see the answers nor where to get help: the widget tells the person, and reports it to the page.'),
    },
    Disabled: { args: { disabled: true }, play: play.disabled, parameters: said('Like any disabled control. It keeps its answers, and a form does not send them.') },
    ReadOnly: {
      args: { readonly: true },
      play: play.readOnly,
      parameters: said('Shows what was set as `value`, submits it with a form, and allows no change.'),
    },
    InAForm: {
      play: play.form,
      parameters: { ...said('Inside a form, the form sends the answers: one field with the record, and one for each answer.'), form: 'post' },
    },
    InAGetForm: {
      play: play.getForm,
      parameters: { ...said('The form would put answers into the address and into logs, so the widget withholds them and tells the person.'), form: 'get' },
    },
    RightToLeft: {
      play: play.halfDone,
      parameters: { ...said('The scale runs in the direction of the text.'), page: { dir: 'rtl' } },
    },
    Dark: {
      play: play.halfDone,
      parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } },
    },
    DarkErrors: {
      args: { required: true },
      play: play.allErrors,
      parameters: { ...said('Errors in the dark.'), page: { scheme: 'dark' } },
    },
    ForcedColours: {
      play: play.halfDone,
      parameters: said('Windows contrast themes. To see it: DevTools, Rendering, emulate forced-colors.'),
    },
    Narrow: {
      play: play.halfDone,
      parameters: { ...said('320 px, the width of a small phone, and of a page at 400 % zoom.'), page: { narrow: true } },
    },
    VeryLongText: {
      args: longWords,
      parameters: { ...said('Words far longer than planned, at 320 px.'), page: { narrow: true } },
    },
    CustomTheme: {
      args: plum,
      play: play.halfDone,
      parameters: said('A clinic’s own colours through `--attune-*`. Try the colour controls.'),
    },
  } satisfies Record<string, Story>;
}
