/** The interface words of the session, beside the common ones. */
export const sessionWords = {
  sessionTitle: 'Your questions',
  part: 'Part {page} of {pages}',
  stayed: 'Some of what you wrote was not sent. It is gone when you leave this page.',
  nothing: 'You have not answered anything yet.',
};

export type SessionWords = typeof sessionWords;
