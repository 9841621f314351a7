import type { Sendable, Submission } from '../../core/record/submission.ts';
import { isOver } from '../../ui/templates/aside.ts';
import type { SessionState } from './session-state.ts';

// Owns what a session shows and which actions it offers, as plain data. It does not render.

/** What the view depends on. */
export interface Facts {
  state: SessionState<unknown>;
  submission: Submission<Sendable>;
  /** How many steps there are; 1 where all stand on the page at once. */
  count: number;
  /** Something was answered or left out. */
  hasAnswers: boolean;
  /** There is a questionnaire that the session sends. */
  canSend: boolean;
  /** There are answers to copy, and this is no device that others use. */
  hasCopy: boolean;
}

export type StepAction = 'back' | 'next' | 'send' | 'copy' | 'erase';

export interface SessionView {
  /** The records were handed over, and this is what the page tells. */
  over: boolean;
  /** The first questionnaires stand on the page: with the intro, and the whole crisis notice. */
  first: boolean;
  /** What is offered under the questionnaires, in order. */
  offers: StepAction[];
}

export function viewOf({ state, submission, count, hasAnswers, canSend, hasCopy }: Facts): SessionView {
  const { page, step } = state;
  const over = isOver(submission, page);
  const isLast = step >= count;
  const isOffered: Record<StepAction, boolean> = {
    back: step > 1 && count > 1,
    next: !isLast,
    send: isLast && canSend,
    copy: hasCopy,
    erase: hasAnswers,
  };
  return {
    over,
    first: page === 'steps' && !over && (step === 1 || count === 1),
    offers: (Object.keys(isOffered) as StepAction[]).filter((action) => isOffered[action]),
  };
}
