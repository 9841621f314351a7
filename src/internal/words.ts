import type { ItemWords } from './item-words.ts';

/** The interface words around every widget. Instrument wording is not here: it is versioned content. */
export const words = {
  // who will see it
  whoSees: '{who} will see this {when}.',
  whereKept: 'It is kept {kept}.',
  whoSeesMissing: 'This page does not say who will read your answers. You may want to ask before you send.',
  // kindness
  crisis:
    'No one is watching this form while you fill it in. If you are in danger, or might hurt yourself or someone else, get help now.',
  crisisShort: 'If you are in danger',
  crisisDefault: 'Call your local emergency number, or tell someone near you.',
  staysHere: 'Stays on this page. It is not sent.',
  concern:
    'If your therapist did something that felt wrong or unsafe, you can tell someone else. You do not have to tell your therapist first.',
  stop: 'You can stop at any time. You do not have to finish.',
  // length and progress
  lines: '{total} lines, {time}.',
  line: '1 line, {time}.',
  minutes: 'about {minutes} minutes',
  minute: 'about a minute',
  progress: '{answered} of {total} answered',
  page: 'Page {page} of {pages}.',
  back: 'Back',
  next: 'Next',
  // one item
  clear: 'Undo this answer',
  add: 'Add',
  remove: 'Remove',
  yes: 'Yes',
  no: 'No',
  cannotShow: 'This question cannot be shown here. You can go on without it.',
  // what is missing or wrong
  errorTitle: 'Please look at this before you send',
  errorMissing: 'Choose an answer, or leave it out.',
  blankOne: 'You left 1 line blank. You can send it like this.',
  blank: 'You left {count} lines blank. You can send it like this.',
  // sending
  send: 'Send',
  sendPart: 'Finish and send what I have',
  sending: 'Sending...',
  stillSending: 'This is still sending. You can wait, or try again.',
  retry: 'Try again',
  saved: 'Saved. {who} will see this {when}.',
  savedPlain: 'Saved.',
  sent: 'Thank you. This page has your answers.',
  failed: 'This did not send. Your answers are still here. Try again.',
  notTaken: 'This page did not take your answers. They are still here. Try again.',
  notTakenCopy: 'This page did not take your answers. They are still here. Try again, or keep a copy.',
  formGet: 'This form cannot carry your answers safely, so nothing was sent. Your answers are still here.',
  change: 'Change my answers',
  // review and copy
  review: 'Look at my answers',
  reviewTitle: 'Your answers',
  editAnswers: 'Go back and change',
  leftBlank: 'Left blank',
  declined: 'Left out',
  unknown: "Can't say",
  'not-applicable': 'Did not come up',
  copy: 'Keep a copy',
  print: 'Print',
  noPrint: 'Printing does not work here. You can select the words and copy them.',
  save: 'Save as a file',
  close: 'Close',
  // erasing and hiding
  erase: 'Stop and erase',
  eraseAsk: 'Erase your answers? They cannot be brought back.',
  eraseYes: 'Erase',
  eraseNo: 'Keep them',
  erased: 'Erased here. What you sent before may have arrived.',
  erasedUnsent: 'Erased. Nothing was sent.',
  startAgain: 'Start again',
  idle: 'Are you still there? Your answers will be erased in less than {seconds} seconds. Press Escape or the button to keep them.',
  stay: 'I am still here',
  hide: 'Hide this',
  show: 'Show',
};

export type CommonWords = typeof words;

/** The words of a widget that presents items: those of the types that it presents are brought by their views. */
export type Words = CommonWords & ItemWords;
