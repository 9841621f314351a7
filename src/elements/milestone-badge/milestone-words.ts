import { milestones } from '../../instruments/milestones.ts';
import { words, type Words } from '../../internal/words.ts';

type FromContent = Record<'device' | 'clinic' | 'shared' | 'mark' | 'words' | 'hide' | 'show' | 'remove' | 'share', string>;

const content = milestones.words as FromContent;

// The words of a button stand under the name of its action.
const own = {
  change: 'Change',
  text: 'Title',
  note: content.words,
  word: content.words,
  'put-away': content.hide,
  'bring-back': content.show,
  save: 'Save',
  cancel: 'Cancel',
  // together they are the `stop` of the content
  unshare: 'Stop sharing',
  unshareNote: 'Your therapist may have seen it already.',
  removeAsk: 'Remove this milestone? Your words go with it.',
  removed: 'Removed.',
  keptMissing: 'This page does not say where this is kept.',
  saving: 'Saving...',
  stillSaving: 'This is still saving. You can wait, or try again.',
  notSaved: 'This did not save. You can try again.',
  unconfirmed: 'This page has not confirmed this.',
};

/** The interface words of the badge; a host may give its own for any of them. */
export type MilestoneWords = Words & typeof own & Omit<FromContent, 'words' | 'hide' | 'show'>;

export const milestoneWords: MilestoneWords = { ...words, ...content, ...own };
