/** The interface words of the reflection, beside the common ones. */
export const reflectionWords = {
  gone: 'What you write is gone when you leave this page.',
  notSent: 'What you wrote was not sent. It is gone when you leave this page.',
  keep: 'Keep a copy if you need one.',
};

export type ReflectionWords = typeof reflectionWords;
