/**
 * The interface words of single item types. Each view has the words of its type, so that a widget's file contains no others.
 */

export const plainTextWords = {
  underText: 'Not read right away.',
  errorMissingText: 'Write an answer.',
};

export const textWords = {
  ...plainTextWords,
  atMost: 'At most {max} characters.',
  errorLong: 'Use at most {max} characters.',
  errorShort: 'Write at least {min} characters.',
  charactersLeft: 'Characters left: {count}.',
  charactersOver: 'Too many characters: {count}.',
};

export const numberWords = {
  errorNumber: 'Write a number {range}.',
  errorWhole: 'Write a whole number {range}.',
  between: 'from {min} to {max}',
  atLeast: 'of {min} or more',
  upTo: 'up to {max}',
};

export const dateWords = { errorDate: 'Write a date.' };

export const timeWords = {
  errorTime: 'Write a time.',
  errorTimeBetween: 'Write a time from {min} to {max}.',
  errorTimeFrom: 'Write a time from {min} on.',
  errorTimeUpTo: 'Write a time up to {max}.',
};

export const sliderWords = {
  notAnswered: 'Not answered yet',
  chooseValue: 'Choose {value}',
};

export type ItemWords = typeof textWords & typeof numberWords & typeof dateWords & typeof timeWords & typeof sliderWords;
