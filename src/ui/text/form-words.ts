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
  stop: 'You can stop at any time. You do not have to finish.',
  // length and progress
  lines: '{total} lines, {time}.',
  line: '1 line, {time}.',
  minutes: 'about {minutes} minutes',
  minute: 'about a minute',
  progress: '{answered} of {total} answered',
  page: 'Page {page} of {pages}.',
  // one item
  clear: 'Undo this answer',
  add: 'Add',
  remove: 'Remove',
  cannotShow: 'This question cannot be shown here. You can go on without it.',
  // what is missing or wrong
  errorTitle: 'Please look at this before you send',
  errorMissing: 'Choose an answer, or leave it out.',
  blankOne: 'You left 1 line blank. You can send it like this.',
  blank: 'You left {count} lines blank. You can send it like this.',
  // sending
  sendPart: 'Finish and send what I have',
  saved: 'Saved. {who} will see this {when}.',
  formGet: 'This form cannot carry your answers safely, so nothing was sent. Your answers are still here.',
};

export type FormWords = typeof formWords;
