import { milestones } from '../../instruments/milestones.ts';

export const milestonesWords = {
  mark: (milestones.words as Record<'mark', string>).mark,
  choose: 'Choose or write',
  empty: 'There are none here, and that is fine. You choose what to mark.',
  drawer: 'Put away',
  // Messages about a badge that moved or was removed.
  isAway: 'Put away.',
  isBack: 'Shown again.',
  removed: 'Removed.',
};

/** The interface words of the board. A host can replace each of them. */
export type MilestonesWords = typeof milestonesWords;
