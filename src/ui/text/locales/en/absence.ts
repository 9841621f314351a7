/** The reasons to leave an item out, by the state of its answer. */
export const absence = {
  declined: 'Left out',
  unknown: "Can't say",
  'not-applicable': 'Did not come up',
} as const;
