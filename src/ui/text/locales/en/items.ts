// The messages of single item types. Each view has the messages of its type, so that a widget's file contains no others.

export const plainTextMessages = {
  underText: 'Not read right away.',
  errorMissingText: 'Write an answer.',
} as const;

export const textMessages = {
  ...plainTextMessages,
  atMost: { one: 'At most 1 character.', other: 'At most {count} characters.' },
  errorLong: { one: 'Use at most 1 character.', other: 'Use at most {count} characters.' },
  errorShort: { one: 'Write at least 1 character.', other: 'Write at least {count} characters.' },
  charactersLeft: 'Characters left: {count}.',
  charactersOver: 'Too many characters: {count}.',
} as const;

export const decimalMessages = {
  errorNumber: 'Write a number.',
  errorNumberBetween: 'Write a number from {min} to {max}.',
  errorNumberFrom: 'Write a number of {min} or more.',
  errorNumberUpTo: 'Write a number up to {max}.',
} as const;

export const integerMessages = {
  errorWhole: 'Write a whole number.',
  errorWholeBetween: 'Write a whole number from {min} to {max}.',
  errorWholeFrom: 'Write a whole number of {min} or more.',
  errorWholeUpTo: 'Write a whole number up to {max}.',
} as const;

export const dateMessages = { errorDate: 'Write a date.' } as const;

export const timeMessages = {
  errorTime: 'Write a time.',
  errorTimeBetween: 'Write a time from {min} to {max}.',
  errorTimeFrom: 'Write a time from {min} on.',
  errorTimeUpTo: 'Write a time up to {max}.',
} as const;

export const sliderMessages = {
  notAnswered: 'Not answered yet',
  chooseValue: 'Choose {value}',
} as const;

/** The messages of all item types: one group of the catalogue. */
export const items = {
  ...textMessages,
  ...decimalMessages,
  ...integerMessages,
  ...dateMessages,
  ...timeMessages,
  ...sliderMessages,
} as const;
