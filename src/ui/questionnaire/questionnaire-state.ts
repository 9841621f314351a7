import type { Aside } from '../templates/aside.ts';

// Owns the state of a questionnaire without its answers: which page it shows, and which errors. Pure. The answers are in the
// filling session, and the way of a record to the host is in the submission.

export interface QuestionnaireState {
  /** The page of the widget. A sent record can replace it with the thanks. */
  readonly page: 'form' | Aside;
  /** The content is hidden, for people who are not alone. Only the person can show it again. */
  readonly isHidden: boolean;
  /** The widget has shown which items are blank. */
  readonly hasSeenBlanks: boolean;
  /** The keys of the items whose error is shown. */
  readonly errors: ReadonlySet<string>;
  /** The widget gave no answers to the form, because the form would put them into an address. */
  readonly isRefused: boolean;
  /** A record of these answers was sent, to the host or with a form. */
  readonly hasLeft: boolean;
}

export const initialState: QuestionnaireState = {
  page: 'form',
  isHidden: false,
  hasSeenBlanks: false,
  errors: new Set(),
  isRefused: false,
  hasLeft: false,
};

/** A new attempt begins, blank or with a restored record. */
export const begin = ({ isHidden }: QuestionnaireState, hasLeft: boolean): QuestionnaireState => ({
  ...initialState,
  isHidden,
  hasLeft,
});

export const openPage = (state: QuestionnaireState, page: QuestionnaireState['page']): QuestionnaireState => ({ ...state, page });

/** Shows the form and the errors of these items. */
export const showErrors = (state: QuestionnaireState, wrong: readonly string[]): QuestionnaireState => ({
  ...state,
  page: 'form',
  errors: new Set(wrong),
});

/** Shows the form and the items that are blank. */
export const pointOutBlanks = (state: QuestionnaireState): QuestionnaireState => ({
  ...state,
  page: 'form',
  hasSeenBlanks: true,
});

/**
 * The person changed an answer. `wrong` contains the items that still have an error. No new error is shown while they type.
 */
export function answer(state: QuestionnaireState, wrong: readonly string[]): QuestionnaireState {
  if (!state.errors.size && !state.isRefused) return state;
  return { ...state, errors: new Set(wrong.filter((key) => state.errors.has(key))), isRefused: false };
}

/** The record is sent. A review stays open, because its button shows the progress. */
export const send = (state: QuestionnaireState): QuestionnaireState => ({
  ...state,
  page: state.page === 'review' ? 'review' : 'form',
  hasLeft: true,
});

/** A form was submitted. `hasRecord`: it contained a record of this widget. */
export const submitWithForm = (state: QuestionnaireState, hasRecord: boolean): QuestionnaireState => ({
  ...state,
  isRefused: false,
  hasLeft: state.hasLeft || hasRecord,
});

/** A form would have put the answers into an address. */
export const refuse = (state: QuestionnaireState): QuestionnaireState => ({ ...state, isRefused: true });

/** The person erased the answers. `hadLeft`: a record of them was sent before, and the host may have it. */
export const showErased = (state: QuestionnaireState, hadLeft: boolean): QuestionnaireState =>
  openPage(state, hadLeft ? 'erased-sent' : 'erased');

export const setHidden = (state: QuestionnaireState, isHidden: boolean): QuestionnaireState => ({ ...state, isHidden });
