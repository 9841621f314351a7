/** Interface words of the session alone. */
export const sessionWords = {
  part: 'Part {page} of {pages}',
  nothing: 'You have not answered anything yet.',
};

export type SessionWords = typeof sessionWords;
