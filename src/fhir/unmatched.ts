import type { Value } from '../core/instrument/instrument.ts';

/** An answer that has no place in a record, or none for all of it. */
export interface Unmatched {
  linkId: string;
  /** The repetition in each repeating group around the item. */
  at: readonly number[];
  /** The answers as the resource has them. */
  answer: readonly unknown[];
  /** What the record has in their place, such as the words of a concept. */
  values?: readonly Value[];
  /** What the record has beside them: the other answers to the same question. */
  beside?: readonly Value[];
  /** The items around one that is no question of the instrument, and it itself: its linkId, and its index among those with the same linkId. */
  path?: readonly (readonly [linkId: string, index: number])[];
  /** What else the item of the resource has, such as extensions. */
  rest?: Readonly<Record<string, unknown>>;
}
