/** Messages of the boundary card. */
export const boundary = {
  write: 'Write a question',
  agenda: 'What I want to ask',
  agendaFirst: '{text} (first)',
  agendaCopy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Not copied. You can select the words and copy them.',
} as const;
