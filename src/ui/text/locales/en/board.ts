/** Messages of the board of milestones. */
export const board = {
  choose: 'Choose or write',
  empty: 'There are none here, and that is fine. You choose what to mark.',
  drawer: 'Put away',
  // messages about a badge that moved or was removed
  isAway: 'Put away.',
  isBack: 'Shown again.',
  removed: 'Removed.',
} as const;
