/** The reasons to leave an item out, by the state of its answer. */
export const absenceWords = {
  declined: 'Left out',
  unknown: "Can't say",
  'not-applicable': 'Did not come up',
};

export type AbsenceWords = typeof absenceWords;

/** The interface words that only questionnaires need, so that the files of other widgets do not contain them. */
export const formWords = {
  // who will see it
  whoSeesMissing: 'This page does not say who will read your answers. You may want to ask before you send.',
  staysHere: 'Stays on this page. It is not sent.',
  concern:
    'If your therapist did something that felt wrong or unsafe, you can tell someone else. You do not have to tell your therapist first.',
  // length and progress
  length: '{time}, {questions}; leave out any, stop at any time',
  minutes: '{minutes} minutes',
  minute: '1 minute',
  questions: '{total} questions',
  question: '1 question',
  progress: '{answered} of {total} answered',
  page: 'Page {page} of {pages}',
  // one item
  clear: 'Undo',
  add: 'Add',
  remove: 'Remove',
  cannotShow: 'This question cannot be shown here. You can go on without it.',
  // what is missing or wrong
  errorTitle: 'Please look at this before you send',
  errorTitleAll: 'Please look at these {count} questions before you send',
  errorMended: 'That is all. You can send it now.',
  errorMissing: 'Choose an answer.',
  errorMissingOr: 'Choose one, or “{option}”.',
  blankOne: 'You left 1 question blank. You can send it like this.',
  blank: 'You left {count} questions blank. You can send it like this.',
  // sending
  sendPart: 'Finish and send what I have',
  saved: 'Saved. {who} will see this {when}.',
  formGet: 'This form cannot carry your answers safely, so nothing was sent. Your answers are still here.',
};

export type FormWords = typeof formWords;
