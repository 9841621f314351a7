import { html } from '../../html.ts';
import { phone } from '../phone.ts';

const callOrPaper = html`Call us on ${phone}, and we go through them together, or ask the desk for them on paper.`;
const questionsLost = html`<p>Did you see no questions? ${callOrPaper}</p>`;

export const intake = {
  title: 'Before your first visit',
  /** How each part is called, and how long it takes. */
  parts: {
    name: { title: 'Your name', detail: 'Any name you like.' },
    trust: { title: 'What you expect of a therapist', detail: 'Thirteen lines, three minutes.' },
    together: { title: 'Our work, and what stays private', detail: 'Three topics: what is clear, and what you want to ask.' },
    terms: { title: 'Roles, cost and ending', detail: 'Three topics: what is clear, and what you want to ask.' },
  },
  callOrPaper,
};

export const list = {
  opening: 'Four short parts, some five minutes in all. Take them in any order, leave out what you like, and send what you have.',
  parts: 'The parts',
  notStarted: 'Not started',
  saved: 'Saved',
  savedLines: (answered: number, of: number) => `Saved, ${answered} of ${of} answered`,
  check: 'Check my answers, then send',
  device: 'On this device',
  deviceWords:
    'What you save stays at the clinic for a day, for this browser only; then it is erased. Until you send it, nobody there reads it. Anyone who uses this browser can open it: if you share the device, forget it before you go.',
  forget: 'Forget what I filled in on this device',
  howItIsKept:
    'Each part is saved when you say so, for a day and for this browser only, so that you can stop and go on later. To find it again, the browser keeps one cookie, and one more if you choose a language. What you have not saved yet is kept on this device only if you say yes to that. Nobody at the clinic reads it before you send it.',
  toldSent: { title: 'Sent', text: html`What you filled in before was sent to the clinic. This is a new form.` },
  told: {
    saved: { title: 'Saved', text: (part: string) => html`<strong>Saved:</strong> ${part}.` },
    erased: { title: 'Erased', text: (part: string) => html`<strong>Erased:</strong> ${part}.` },
    blank: { title: 'Left blank', text: (part: string) => html`You left “${part}” blank, so there was nothing to save. That is fine.` },
  },
  noQuestions: html`Did you see no questions? ${callOrPaper}`,
};

export const part = {
  place: (number: number, of: number) => `Part ${number} of ${of}`,
  notSaved: 'Not saved',
  problem: 'This was not saved',
  failed: 'Something went wrong at the clinic.',
  again: 'Your answers are still below: please save them again. If you see this a second time, call us on 555 0142.',
  /** Answers without script to questions that were not asked. */
  savedWithout: html`<strong>Saved, but not all of it.</strong> Some of what you answered is only for people who gave another answer before. It is marked below: change the other answer or clear this one, and save again. Or leave it as it is.`,
  save: 'Save this part',
  back: 'Back without saving',
  inTheMiddle: 'You can save in the middle, and take it up again later.',
  nobodyReads: 'Nobody at the clinic reads it before you send it.',
  erase: 'Erase what I saved of this part',
  /** Shown with questions in a translation that nobody has reviewed. */
  draft: html`<strong>These words are a draft.</strong> Nobody has checked this translation yet. Your therapist reads your answers, and beside them the words that you saw. No score is computed from them.`,
  name: 'What should we call you?',
  nameHint: 'Any name you like. You can leave it empty.',
  who: 'Your therapist',
  when: 'before you meet',
  kept: 'in your clinic file, for three years',
  concern: html`You can also talk to the desk on ${phone}. They are not therapists, and they will not pass it on unless you ask.`,
};

export const check = {
  title: 'Check your answers',
  opening: 'This is all that will be sent. You can change any of it, and leave blank what you like.',
  sending: 'When you send this, it goes to the clinic and nowhere else. Your therapist sees it before you meet; it is kept in your clinic file, for three years.',
  send: 'Send to the clinic',
  notYet: 'Not yet',
  partBlank: 'You left this part blank.',
  fillIn: 'Fill it in',
  called: 'What we call you',
  blank: 'left blank',
  answer: 'Answer',
  change: 'Change',
  absent: { unknown: 'Can’t say yet', declined: 'Skipped', 'not-applicable': 'Did not come up' },
  first: (question: string) => `${question} (ask this first)`,
  questions: 'What you want to ask',
};

export const confirm = {
  eraseTitle: 'Erase this part?',
  eraseBlank: (part: string) =>
    html`“${part}” came without an answer, and there are answers that you saved before. Nothing was changed. Erase them only if you want that part to be blank.`,
  eraseSaved: (part: string) => html`What you saved of “${part}” will be gone. The other parts stay.`,
  erase: 'Erase this part',
  keep: 'Keep it',
  forgetTitle: 'Forget all of it?',
  forget: 'Forget what I filled in',
  forgetWords:
    'Every part that you saved and did not send will be erased at the clinic, and so will what this device has kept of the form. This browser will not find it again. What you sent before stays at the clinic.',
  forgotten: 'Forgotten',
  forgottenWords: 'What was saved is erased, and this browser holds nothing of it. If you share this device, close this window too.',
  unsentPage: 'Not sent',
  unsent: 'It was not sent',
  unsentWords: 'Something went wrong at the clinic. Every part that you saved is still there.',
  tryAgain: 'Try again',
  backToParts: 'Back to the parts',
  keepsHappening: html`If it keeps happening, call us on ${phone}.`,
};

export const thanks = {
  page: 'Thank you',
  answers: 'Thank you. We have it.',
  answersWords: html`<p>Your answers are kept at the clinic. Your therapist reads them before you meet, and brings your questions into the room, so you do not have to remember them. What you left blank stays blank, and that is fine. If you want to change something, tell us or your therapist.</p>`,
  name: 'Thank you. We have your name.',
  nameWords: html`<p>No answers came with it. You can leave out any of them, so that is fine.</p>
${questionsLost}`,
  nothing: 'Nothing was filled in',
  nothingWords: html`<p>No part was saved, so there was nothing to send, and nothing was kept. You can leave out anything, all of it too, and still come to us.</p>
${questionsLost}`,
  next: 'What happens next',
  steps: [
    html`If we have not agreed on a time yet, call us on ${phone}, weekdays 9 to 17. We find one together.`,
    html`You come as you are. The first session is for looking around: you can ask anything, and decide nothing.`,
    html`If it does not feel right, say so, or tell the desk. We help you find someone else, here or elsewhere.`,
  ],
  shared: 'Nothing of it can be opened from this browser any more. If you used a shared computer, close this window now.',
};
