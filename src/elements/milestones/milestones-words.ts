import { milestones } from '../../instruments/milestones.ts';

export const milestonesWords = {
  mark: (milestones.words as Record<'mark', string>).mark,
  choose: 'Choose one, or write your own',
  empty: 'There are none here, and that is fine. You choose what to mark.',
  drawer: 'Put away',
  // what became of one that no longer stands where it stood
  isAway: 'Put away.',
  isBack: 'Shown again.',
  removed: 'Removed.',
};

/** The interface words of the board; a host may give its own for any of them. */
export type MilestonesWords = typeof milestonesWords;
