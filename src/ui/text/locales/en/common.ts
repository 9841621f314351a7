/** Messages that several widgets use. The wording of instruments is not here: it is versioned content. */
export const common = {
  // who will see it
  whoSees: 'Who sees this: {who}.',
  whoSeesWhen: 'Who sees this: {who}, {when}.',
  whereKept: 'Kept: {kept}.',
  // safety: a reviewer must confirm these in each language
  crisis: 'In danger, or might hurt yourself or someone?',
  crisisUnwatched: 'No one is watching this form.',
  crisisMore: 'More help',
  crisisShort: 'If you are in danger',
  crisisDefault: 'Call your local emergency number, or tell someone near you.',
  /** Before a text that it names. */
  labelled: '{label}: ',
  // moving on
  back: 'Back',
  next: 'Next',
  // one item
  yes: 'Yes',
  no: 'No',
  // sending
  send: 'Send',
  sending: 'Sending...',
  stillSending: 'This is still sending. You can wait, or try again.',
  retry: 'Try again',
  savedPlain: 'Saved.',
  sent: 'Thank you. This page has your answers.',
  keptHere: 'Kept on this device until it can be sent.',
  keptUnsent: 'If it cannot be sent at once, it is kept on this device until it can.',
  failed: 'This did not send. Your answers are still here. Try again.',
  notTaken: 'This page did not take your answers. They are still here. Try again.',
  notTakenCopy: 'This page did not take your answers. They are still here. Try again, or keep a copy.',
  change: 'Change my answers',
  // review and copy
  review: 'Look at my answers',
  reviewTitle: 'Your answers',
  editAnswers: 'Go back and change',
  leftBlank: 'Left blank',
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
  idle: {
    other:
      'Are you still there? Your answers will be erased in less than {count} seconds. Press Escape or the button to keep them.',
  },
  stay: 'I am still here',
  hide: 'Hide this',
  show: 'Show',
} as const;
