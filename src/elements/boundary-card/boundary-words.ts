/** The interface words of the boundary card, beside the common ones. */
export const boundaryWords = {
  write: 'Write a question',
  agenda: 'What I want to ask',
  first: 'first',
  agendaCopy: 'Copy',
  copied: 'Copied.',
};

export type BoundaryWords = typeof boundaryWords;
