import { milestones } from '../../instruments/milestones.ts';
import { words, type Words } from '../../internal/words.ts';

const own = {
  change: 'Change',
  ownTitle: 'Title',
  keep: 'Save',
  cancel: 'Cancel',
  // together they are the `stop` of the content
  unshare: 'Stop sharing',
  unshareNote: 'Your therapist may have seen it already.',
  removeAsk: 'Remove this milestone? Your words go with it.',
  removeNo: 'Keep it',
  removed: 'Removed.',
  keptMissing: 'This page does not say where this is kept.',
  saving: 'Saving...',
  stillSaving: 'This is still saving. You can wait, or try again.',
  notSaved: 'This did not save. You can try again.',
  unconfirmed: 'This page has not confirmed this.',
};

type FromContent = Record<'device' | 'clinic' | 'shared' | 'mark' | 'words' | 'hide' | 'show' | 'remove' | 'share', string>;

/** The interface words of the badge; a host may give its own for any of them. */
export type MilestoneWords = Words & typeof own & FromContent;

export const milestoneWords: MilestoneWords = { ...words, ...own, ...(milestones.words as FromContent) };
