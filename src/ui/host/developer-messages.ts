import { english } from '../text/locales/en/index.ts';
import { mistakesIn } from '../text/message-mistakes.ts';

// Import this as `#developer-messages`. The files for production get no-developer-messages.ts instead.

/** Every code of `attune-error`, and its sentence where it needs one. docs/errors.md says what to do about each. */
const sentences = {
  'answers-not-in-list': 'The lists of answers have changed; these answers are kept and shown to the person',
  'bad-attribute': '',
  'bad-date': '',
  'bad-draft': 'A draft that is not of this widget, or cannot be read',
  'bad-earlier': '',
  'bad-expression': '',
  'bad-instrument': '',
  'bad-kept': '',
  'bad-last-questions': '',
  'bad-milestone': '',
  'bad-milestones': '',
  'bad-motif': '',
  'bad-names': '',
  'bad-norms': '',
  'bad-options': '',
  'bad-records': '',
  'bad-responses': '',
  'bad-strings': '',
  'bad-value': '',
  'beside-a-score': 'This table does not stand on a page with a person’s own score',
  'cannot-keep': 'The journal cannot be stored here',
  'cannot-list': 'The outbox cannot say what waits',
  'cannot-print': 'The browser lets no script use a frame here',
  'draft-aside': 'These answers do not fit the instrument any more; they are shown to the person',
  'draft-not-kept': 'The answers are not kept',
  'form-dialog': 'A form that closes its dialog sends nothing',
  'form-get': 'The form would put answers into an address; use method="post"',
  'in-form': 'Inside a form the form does the sending',
  'in-session': 'Inside a session the session does the sending',
  'instrument-in-use': 'It was begun already; call reset() before another one is asked',
  internal: 'An error in the widget itself',
  'late-closed-root': 'The shadow root is open already; set closed-root before the element comes into the page',
  'limited-form': 'Parts of the form are not presented as it says',
  'nested-session': 'Inside another session it goes on for itself: that one sends nothing of it',
  'newer-answers': 'The person has answered since; call reset() first, then set value',
  'no-adopt': 'The form without script in it is not taken over: load attune-elements/adopt before the widget',
  'no-crisis-slot': 'Put your own local help into slot="crisis"',
  'no-draft-key': 'Nothing is kept without a draft-key, one for each person and time',
  'no-drafts': 'Nothing is kept without attune-elements/drafts: load it before the widget',
  'no-result': 'Inside a session no result is shown',
  'no-review': 'Inside a form nothing is reviewed before the form sends',
  'no-storage-key': 'Nothing is kept without a storage-key, one for each client',
  'no-view': 'The element has no view for this item',
  'nobody-listens':
    'No listener read the detail of this event. Add one before the person can send (with React hydration: in an effect)',
  'not-loaded': 'A file of this element did not come; it is tried again',
  'result-refused': 'A score is shown to clinicians and observers only',
  'save-failed': '',
  'too-late': 'waitUntil() was called after the event was over',
  'unknown-element': 'There is no such element',
  'unknown-instrument': 'No instrument is registered under this name',
  'unknown-record': 'No record with this id is waiting here',
};

export type ErrorCode = keyof typeof sentences;

/** The mistakes already reported, by widget. */
const reported = new WeakMap<object, Set<string>>();

/**
 * What is wrong with the messages of the host for one widget, beside their types: unknown keys and placeholders, with the nearest
 * known one. Each mistake is returned once, because a framework may set equal messages at each render.
 */
export function newMistakes(host: object, strings: object): string[] {
  const before = reported.get(host) ?? new Set();
  reported.set(host, before);
  const found = mistakesIn(strings, english).map(({ about }) => about);
  return found.filter((about) => !before.has(about) && before.add(about));
}

/** A field or an item type that is unknown here. A form of another system has it. */
const UNKNOWN_HERE = /Must be known key|\btype: Must be one of/;

/** The message of a report: the sentence of its code, and `about`, the place or the reason. */
export const messageOf = (code: ErrorCode, about: string): string => {
  const isForm = code === 'bad-instrument' && UNKNOWN_HERE.test(about);
  const sentence = isForm ? 'For a form of another system, load attune-elements/define/fhir-questionnaire' : sentences[code];
  return [sentence, about].filter(Boolean).join(': ');
};
