/** Limits of expressions, so that one of a stranger cannot hang the page. Steps are nodes of a syntax tree that are evaluated, and results. */
export const expressionLimits = {
  /** Characters of one expression. */
  characters: 10_000,
  /** Tokens of all expressions of a form. A parser needs up to 0.3 ms for one. */
  tokens: 10_000,
  /** Steps of one evaluation. Each one that needs more halves the number for the form. */
  steps: 250_000,
  /** The number is not less than this. */
  leastSteps: 1_000,
  /** Members of one collection. */
  members: 20_000,
  /** Members of one collection in an expression that compares each member with each other. */
  comparedMembers: 900,
  /** Characters of one text. */
  text: 200_000,
} as const;
