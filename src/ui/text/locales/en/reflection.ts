/** Messages of the reflection, for clinicians. */
export const reflection = {
  gone: 'What you write is gone when you leave this page.',
  notSent: 'What you wrote was not sent. It is gone when you leave this page.',
  keep: 'Keep a copy if you need one.',
} as const;
