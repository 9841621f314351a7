/** The interface words of single item types. Each view brings those of its own type, so that no widget carries the others. */

export const textWords = {
  underText: 'Not read right away.',
  atMost: 'At most {max} characters.',
  errorMissingText: 'Write an answer.',
  errorLong: 'Use at most {max} characters.',
};

export const numberWords = {
  errorNumber: 'Write a number {range}.',
  errorWhole: 'Write a whole number {range}.',
  between: 'from {min} to {max}',
  atLeast: 'of {min} or more',
  upTo: 'up to {max}',
};

export const dateWords = { errorDate: 'Write a date.' };

export type ItemWords = typeof textWords & typeof numberWords & typeof dateWords;
