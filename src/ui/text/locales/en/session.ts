/** Messages of the session, which shows several questionnaires one after another. */
export const session = {
  sessionTitle: 'Your questions',
  part: 'Part {page} of {pages}',
  stayed: 'Some of what you wrote was not sent. It is gone when you leave this page.',
  nothing: 'You have not answered anything yet.',
} as const;
