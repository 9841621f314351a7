import { milestones } from '../../instruments/milestones.ts';
import { changeWords } from '../../ui/text/change-words.ts';
import { textWords } from '../../ui/text/item-words.ts';
import { words, type CommonWords } from '../../ui/text/words.ts';

type FromContent = Record<'device' | 'clinic' | 'shared' | 'mark' | 'words' | 'hide' | 'show' | 'remove' | 'share', string>;

const content = milestones.words as FromContent;

// The key of a button's label is the name of its action.
const own = {
  change: 'Change',
  text: 'Title',
  note: content.words,
  word: content.words,
  'put-away': content.hide,
  'bring-back': content.show,
  motif: 'Drawing',
  // In the order of their numbers.
  motifs: ['Stone', 'Leaf', 'Shell'],
  save: 'Save',
  // Together, these two are the `stop` of the content.
  unshare: 'Stop sharing',
  unshareNote: 'Your therapist may have seen it already.',
  removeAsk: 'Remove this milestone? Your words go with it.',
  removed: 'Removed.',
  keptMissing: 'This page does not say where this is kept.',
};

/** The interface words of the badge. A host can replace each of them. */
export type MilestoneWords = CommonWords & typeof textWords & typeof changeWords & typeof own & Omit<FromContent, 'words' | 'hide' | 'show'>;

/** The words that the badge shows. Each common word is named, so that a CDN file leaves the others out. */
export const milestoneWords = {
  underText: textWords.underText,
  errorLong: textWords.errorLong,
  savedPlain: words.savedPlain,
  retry: words.retry,
  ...changeWords,
  ...content,
  ...own,
};

export type BadgeWords = typeof milestoneWords;
