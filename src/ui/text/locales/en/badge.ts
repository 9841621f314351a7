/** Messages of the milestone badge. The key of a button's label is the name of its action. */
export const badge = {
  change: 'Change',
  text: 'Title',
  motif: 'Drawing',
  // the drawings, in the order of their numbers
  motif1: 'Stone',
  motif2: 'Leaf',
  motif3: 'Shell',
  save: 'Save',
  // Together, these two are the `stop` of the content.
  unshare: 'Stop sharing',
  unshareNote: 'Your therapist may have seen it already.',
  removeAsk: 'Remove this milestone? Your words go with it.',
  removed: 'Removed.',
  keptMissing: 'This page does not say where this is kept.',
} as const;
