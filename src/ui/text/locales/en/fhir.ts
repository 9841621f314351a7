/** Messages of the item types that FHIR forms need, and other forms rarely. They are files of their own in other languages. */
export const fhir = {
  // the whole form
  limitedForm: 'Some parts of this form are shown differently here, or are missing.',
  listsOnTheWay: 'Some lists of answers are still on their way. Until they are here, you can answer in your own words.',
  errorRule: 'These answers do not fit together. Please look at them again.',
  lookAgain: 'Please look at this again. You can also send it as it is.',
  oneWay: 'When you go on, you cannot come back to this page.',
  goOnTitle: {
    one: 'Please look at this before you go on',
    other: 'Please look at these {count} questions before you go on',
  },
  goOnMended: 'That is all. You can go on now.',
  // limits that depend on other answers. {min} and {max} are numbers, dates or times
  limitBetween: 'From {min} to {max}.',
  limitFrom: 'From {min} on.',
  limitUpTo: 'Up to {max}.',
  // a date with a time
  errorMoment: 'Write a date and a time.',
  errorMomentBetween: 'Write a date and a time from {min} to {max}.',
  errorMomentFrom: 'Write a date and a time from {min} on.',
  errorMomentUpTo: 'Write a date and a time up to {max}.',
  /** {zone} is a name, or an offset such as UTC+05:30. */
  zone: 'Time zone: {zone}',
  // texts, addresses and numbers
  /** {format} is how to write the answer: DD.MM.YYYY. */
  format: 'Write it like this: {format}',
  errorPattern: 'This is not written in the form that is needed here.',
  errorAddress: 'Write a whole address, such as https://example.org.',
  errorDecimals: { one: 'Write at most 1 decimal place.', other: 'Write at most {count} decimal places.' },
  unit: 'Unit',
  chooseUnit: 'Choose a unit',
  errorUnit: 'Choose a unit for the number.',
  // lists
  chooseOne: 'Choose one',
  otherAnswer: 'Other',
  ownWords: 'In your own words',
  orOwnWords: 'You can also write your own answer.',
  errorList: 'Choose an answer from the list.',
  errorAlone: 'One of these answers can only be chosen alone.',
  errorFewest: { one: 'Choose at least 1 answer.', other: 'Choose at least {count} answers.' },
  errorMost: { one: 'Choose at most 1 answer.', other: 'Choose at most {count} answers.' },
  found: { one: '1 answer found.', other: '{count} answers found.' },
  foundFirst: 'The first {shown} of {count} answers. Write more to find others.',
  foundNone: 'There is no such answer in the list.',
  /** {text} is an answer that the person has chosen. What they have answered since has taken it out of the list. */
  noLongerOffered: '{text} (no longer in the list)',
  noChoicesYet: 'There is nothing to choose from yet. It depends on your other answers.',
  removeChosen: 'Remove “{text}”',
  // files
  fileTypes: 'Possible types: {types}.',
  fileSize: 'At most {size}.',
  errorFile: 'Choose a file.',
  errorFileTypes: 'Choose a file of another type. Possible types: {types}.',
  errorFileSize: 'Choose a smaller file, of at most {size}.',
  errorFileUnread: 'This file has not been read. Wait a moment, or choose it again.',
  fileGone: 'Only the name of this file is still here. Choose the file again, or keep the answer as it is.',
  // groups, links and pictures
  notAsked: 'Because of your other answers, you can skip this.',
  errorGroup: 'Answer at least one of these questions.',
  moreAbout: 'More about this',
  media: 'Picture or recording',
  /** What a link says that opens a new window. */
  newWindow: '{text} (in a new window)',
} as const;
