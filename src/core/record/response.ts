import type { AbsentReason, TranslationUsed, Value } from '../instrument/instrument.ts';

/** What the person did with one item. An item without an answer is unanswered, which is not the same as left out. */
export type Answer = {
  item: string;
  /** The index of the repetition in each repeating group around the item, outermost first, from 0. */
  at?: readonly number[];
} & ({ state: 'answered'; values: readonly Value[] } | { state: AbsentReason });

/** The record of one attempt at an instrument. */
export interface Response {
  schema: 1;
  /** Created once per attempt: the host's idempotency key. */
  id: string;
  /** The id of an earlier record that the person changed after it was sent. */
  replaces?: string;
  /** Exactly what was asked. */
  instrument: {
    id: string;
    version: string;
    options: Record<string, string>;
    /** The language of the wording on screen, as a BCP 47 tag. Records of older packages do not have it. */
    language?: string;
    /** Which translation was on screen. Without it, the wording was the source. */
    translation?: TranslationUsed;
  };
  status: 'in-progress' | 'completed';
  /** Both times are ISO 8601 with an offset. */
  startedAt: string;
  completedAt?: string;
  /** The language of the interface, as a BCP 47 tag. */
  locale: string;
  /** In the instrument's order. */
  answers: readonly Answer[];
  /** The text that informed the person who will see the answers. */
  disclosure?: string;
  subject?: string;
  encounter?: string;
  author?: 'client' | 'therapist' | 'observer';
  software: { name: string; version: string };
}
