import type { Value } from 'attune-elements/core';

/** What a made-up person answered to one instrument. `left` names items that were left out, each with the reason. */
export interface MadeUpAnswers {
  instrument: string;
  options?: Record<string, string>;
  given: Record<string, Value | readonly Value[]>;
  /** The questions of last time on the card, and whether each was answered. */
  last?: Record<string, 'yes' | 'partly' | 'no'>;
  left?: Record<string, 'unknown' | 'not-applicable' | 'declined'>;
  /** What was sent first, and then replaced by the rest. */
  first?: MadeUpAnswers['given'];
}

export interface MadeUpSession {
  /** Days before today. */
  ago: number;
  therapist: string;
  mode: 'in-person' | 'video' | 'phone';
  records: MadeUpAnswers[];
}

export interface MadeUpMilestone {
  milestone: string;
  ago: number;
  text?: string;
  note?: string;
  /** The drawing of a milestone of their own. */
  motif?: number;
  shared?: boolean;
  putAway?: boolean;
}

/** A journal entry that was shared. Entries that were not shared are not made up either. */
export interface MadeUpEntry {
  ago: number;
  /** The prompt that it answers: its item in the journal. */
  prompt?: string;
  text: string;
  /** What was shared first, before it was changed and shared again. */
  first?: string;
}

export interface MadeUpPerson {
  called: string;
  intake?: MadeUpAnswers[];
  sessions: MadeUpSession[];
  milestones?: MadeUpMilestone[];
  journal?: MadeUpEntry[];
}

export const therapists = ['Ida Lindqvist', 'Tomas Okafor', 'Mirela Sandu', 'Jun Watanabe', 'Ruth Abelson'] as const;
