import type { Aside } from '../../ui/templates/aside.ts';

// Owns where the person is in a session. It does not know the DOM, the answers or the submission.

/** The questionnaires, or a page that replaces them. */
export type Page = 'steps' | Aside;

/** The questionnaires of each step. They are only compared by identity. */
export type Steps<Member> = readonly (readonly Member[])[];

export interface SessionState<Member> {
  /** The open step, from 1. */
  readonly step: number;
  /** A questionnaire of the step in which the person is active. That step stays open when steps are inserted before it. */
  readonly busyWith: Member | undefined;
  readonly page: Page;
  /** The person tried to send without an answer. */
  readonly isEmpty: boolean;
  /** Something was sent since the session was blank. */
  readonly hasLeft: boolean;
  /** The content is hidden, for people who are not alone. Only the person can show it again. */
  readonly isHidden: boolean;
}

export const initialState: SessionState<never> = {
  step: 1,
  busyWith: undefined,
  page: 'steps',
  isEmpty: false,
  hasLeft: false,
  isHidden: false,
};

/** The number of the step that contains a questionnaire, or 0. */
export const stepOf = <Member>(member: Member | undefined, steps: Steps<Member>): number =>
  steps.findIndex((members) => members.includes(member!)) + 1;

export const goTo = <Member>(state: SessionState<Member>, step: number, steps: Steps<Member>): SessionState<Member> => ({
  ...state,
  page: 'steps',
  step,
  busyWith: steps[step - 1]?.[0],
});

/** The person is active: the open step stays open from now on. */
export const holdStep = <Member>(state: SessionState<Member>, steps: Steps<Member>): SessionState<Member> =>
  stepOf(state.busyWith, steps) ? state : { ...state, busyWith: steps[state.step - 1]?.[0] };

/** The steps may have changed. Forgets a questionnaire that was removed. */
export function fitStep<Member>(state: SessionState<Member>, steps: Steps<Member>): SessionState<Member> {
  const held = stepOf(state.busyWith, steps);
  const step = Math.max(1, Math.min(held || state.step, steps.length));
  return { ...state, step, busyWith: held ? state.busyWith : undefined };
}

/** An answer has changed. A review without answers closes. */
export const answer = <Member>(state: SessionState<Member>, hasAnswers: boolean): SessionState<Member> => ({
  ...state,
  isEmpty: false,
  page: state.page === 'review' && !hasAnswers ? 'steps' : state.page,
});

/**
 * The person presses the send button. `isLeaving`: the records are sent now; there are answers, and no review is needed
 * first.
 */
export function askToSend<Member>(
  state: SessionState<Member>,
  hasAnswers: boolean,
  review: boolean,
): { state: SessionState<Member>; isLeaving: boolean } {
  const page = hasAnswers && review ? 'review' : state.page;
  const isLeaving = hasAnswers && page === state.page;
  return { state: { ...state, page, isEmpty: !hasAnswers, hasLeft: state.hasLeft || isLeaving }, isLeaving };
}

/** The session is blank again. Hidden content stays hidden. */
export const reset = ({ isHidden }: SessionState<unknown>): SessionState<never> => ({ ...initialState, isHidden });

/** The person erases. The page may say that nothing was sent only if that is true. */
export const erase = (state: SessionState<unknown>): SessionState<never> => ({
  ...reset(state),
  page: state.hasLeft ? 'erased-sent' : 'erased',
});
