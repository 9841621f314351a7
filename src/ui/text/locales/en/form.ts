/** Messages that only questionnaires need, so that the files of other widgets do not contain them. */
export const form = {
  // who will see it
  whoSeesMissing: 'This page does not say who will read your answers. You may want to ask before you send.',
  staysHere: 'Stays on this page. It is not sent.',
  concern:
    'If your therapist did something that felt wrong or unsafe, you can tell someone else. You do not have to tell your therapist first.',
  // length and progress. {time} is a number of minutes in words: "3 minutes"
  length: {
    one: '{time}, 1 question; leave out any, stop at any time',
    other: '{time}, {count} questions; leave out any, stop at any time',
  },
  progress: '{answered} of {total} answered',
  page: 'Page {page} of {pages}',
  // one item
  clear: 'Undo',
  add: 'Add',
  remove: 'Remove ({number})',
  cannotShow: 'This question cannot be shown here. You can go on without it.',
  // what is missing or wrong
  errorTitle: {
    one: 'Please look at this before you send',
    other: 'Please look at these {count} questions before you send',
  },
  errorMended: 'That is all. You can send it now.',
  errorMissing: 'Choose an answer.',
  errorMissingOr: 'Choose one, or “{option}”.',
  blank: {
    one: 'You left 1 question blank. You can send it like this.',
    other: 'You left {count} questions blank. You can send it like this.',
  },
  // sending
  sendPart: 'Finish and send what I have',
  formGet: 'This form cannot carry your answers safely, so nothing was sent. Your answers are still here.',
} as const;
