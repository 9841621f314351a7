import type { AbsentReason, Value } from '../instrument/instrument.ts';

/** What was answered to one item. An item that has none is unanswered, which is not the same as left out. */
export type Answer = {
  item: string;
  /** The index in each enclosing repeating group, outermost first, from 0. */
  at?: readonly number[];
} & ({ state: 'answered'; values: readonly Value[] } | { state: AbsentReason });

/** The record of one attempt at an instrument. */
export interface Response {
  schema: 1;
  /** Minted per attempt: the host's idempotency key. */
  id: string;
  /** The id of an earlier record that the person changed after it was sent. */
  replaces?: string;
  instrument: { id: string; version: string; options: Record<string, string> };
  status: 'in-progress' | 'completed';
  /** ISO 8601 with offset, as `completedAt`. */
  startedAt: string;
  completedAt?: string;
  /** BCP 47. */
  locale: string;
  /** In the instrument's order. */
  answers: readonly Answer[];
  /** The words that told the person who will see this. */
  disclosure?: string;
  subject?: string;
  encounter?: string;
  author?: 'client' | 'therapist' | 'observer';
  software: { name: string; version: string };
}
