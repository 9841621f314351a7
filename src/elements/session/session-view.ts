import type { Sendable, Submission } from '../../core/record/submission.ts';
import { isOver } from '../../ui/templates/aside.ts';
import type { SessionState } from './session-state.ts';

// Decides what a session shows and which actions it offers. Pure. It does not render.

/** What the view is computed from. */
export interface Facts {
  state: SessionState<unknown>;
  submission: Submission<Sendable>;
  /** The number of steps; 1 if the page shows all of them at once. */
  count: number;
  /** Something was answered or left out. */
  hasAnswers: boolean;
  /** The session sends at least one questionnaire. */
  canSend: boolean;
  /** There are answers to copy, and the device is not shared. */
  hasCopy: boolean;
}

export type StepAction = 'back' | 'next' | 'send' | 'copy' | 'erase';

/** What is shown, and which actions are offered. */
export interface SessionView {
  /** The thanks after sending are shown. */
  over: boolean;
  /** The first questionnaires are shown, with the intro and the whole crisis notice. */
  first: boolean;
  /** The buttons below the questionnaires, in order. */
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
