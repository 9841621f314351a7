import { milestones } from '../../instruments/milestones.ts';
import { changeWords } from '../../internal/change-words.ts';
import { words, type CommonWords } from '../../internal/words.ts';

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
  motif: 'Drawing',
  // in the order of their numbers
  motifs: ['Stone', 'Leaf', 'Shell'],
  save: 'Save',
  // together they are the `stop` of the content
  unshare: 'Stop sharing',
  unshareNote: 'Your therapist may have seen it already.',
  removeAsk: 'Remove this milestone? Your words go with it.',
  removed: 'Removed.',
  keptMissing: 'This page does not say where this is kept.',
};

/** The interface words of the badge; a host may give its own for any of them. */
export type MilestoneWords = CommonWords & typeof changeWords & typeof own & Omit<FromContent, 'words' | 'hide' | 'show'>;

export const milestoneWords: MilestoneWords = { ...words, ...changeWords, ...content, ...own };
