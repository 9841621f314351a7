/** Interface words of the boundary card alone. */
export const boundaryWords = {
  title: 'What I want to ask',
  first: 'first',
  print: 'Print',
  copy: 'Copy',
  copied: 'Copied.',
};
