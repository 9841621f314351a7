/**
 * The largest input that Attune accepts. Real instruments and records are far smaller. Larger input is refused with a
 * problem before anything is built from it, so that no input can hang or crash a page or a server.
 * `docs/instruments.md` has the same list.
 */
export const limits = {
  /** Characters of one JSON text: an attribute, a child script, a draft. Also of all texts and keys in one data value. */
  jsonText: 20_000_000,
  /** Values inside one data value. Every object, list, text, number and boolean counts as one. */
  dataValues: 1_000_000,
  /** Levels of objects and lists in one data value. */
  dataDepth: 256,
  /** Characters of all texts and keys in one definition. */
  definitionText: 5_000_000,
  /** Characters of one text in a definition. */
  wordingText: 100_000,
  /** Items of an instrument. An item in a repeating group counts once for each initial repetition. */
  items: 20_000,
  /** Characters of the id of an item. */
  itemId: 255,
  /** Levels of items inside items. */
  itemDepth: 50,
  /** Conditions of an instrument. Every part of an `all` or `any` counts too, and every item that a calculation uses. */
  conditions: 100_000,
  /** Levels of `all` and `any` inside one condition. */
  conditionDepth: 50,
  /** Choices of one list. */
  choices: 10_000,
  /** Choices of all items together. An item in a repeating group counts as in `items`. */
  allChoices: 200_000,
  /** Whole numbers from `min` to `max` of one rating. */
  ratingValues: 1_000,
  /** `repeats.min` and `repeats.max` of an item. */
  repetitions: 1_000,
  /** Items in the repetitions that one record adds. */
  repeatedItems: 100_000,
  /** Options of an instrument. */
  options: 100,
  /** Values of one option. */
  optionValues: 1_000,
  /** Subscales of an instrument. */
  scoringScales: 1_000,
  /** Answers in one record. */
  answers: 100_000,
  /** Characters of one answer. `maxLength` of an item can only lower this limit. */
  answerText: 1_000_000,
  /** Decimal places of a number. */
  decimals: 20,
  /** Characters of one pattern, and states of the automaton that it becomes. */
  patternStates: 10_000,
  /** Steps of one comparison of a text with a pattern. A step is a state, or a way to another state, at one character. */
  patternSteps: 20_000_000,
  /** Problems in one report. */
  problems: 20,
} as const;
