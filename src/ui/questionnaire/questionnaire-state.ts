import type { Aside } from '../templates/aside.ts';

// Owns what a questionnaire remembers beside the answers: which page it shows, and which errors it pointed out. Pure.
// The answers are in the session, and what became of a record is in the submission.

export interface QuestionnaireState {
  /** The page of the widget, unless it shows that a record was handed over. */
  readonly page: 'form' | Aside;
  /** The widget is blanked for people who are not alone. Only the person ends it. */
  readonly isHidden: boolean;
  /** The blank items were pointed out. */
  readonly hasSeenBlanks: boolean;
  /** The keys of the items whose error is shown. */
  readonly errors: ReadonlySet<string>;
  /** The form would have put the answers into an address, so they were withheld. */
  readonly isRefused: boolean;
  /** A record of these answers has left the widget, to the host or with a form. */
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

/** The person starts, blank or with a restored record. */
export const begin = ({ isHidden }: QuestionnaireState, hasLeft: boolean): QuestionnaireState => ({
  ...initialState,
  isHidden,
  hasLeft,
});

export const show = (state: QuestionnaireState, page: QuestionnaireState['page']): QuestionnaireState => ({ ...state, page });

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

/** The person changed an answer. `wrong` has the items that still have an error; no new error is shown while they type. */
export function answer(state: QuestionnaireState, wrong: readonly string[]): QuestionnaireState {
  if (!state.errors.size && !state.isRefused) return state;
  return { ...state, errors: new Set(wrong.filter((key) => state.errors.has(key))), isRefused: false };
}

/** The record goes to the host. A review stays, because the button there reports what became of it. */
export const send = (state: QuestionnaireState): QuestionnaireState => ({
  ...state,
  page: state.page === 'review' ? 'review' : 'form',
  hasLeft: true,
});

/** A form was submitted. `hasRecord`: it carried a record of this widget. */
export const submitWithForm = (state: QuestionnaireState, hasRecord: boolean): QuestionnaireState => ({
  ...state,
  isRefused: false,
  hasLeft: state.hasLeft || hasRecord,
});

/** A form would have put the answers into an address. */
export const refuse = (state: QuestionnaireState): QuestionnaireState => ({ ...state, isRefused: true });

/** The person erased the answers. `hadLeft`: a record of them had left the widget, and the host may still have it. */
export const showErased = (state: QuestionnaireState, hadLeft: boolean): QuestionnaireState =>
  show(state, hadLeft ? 'erased-sent' : 'erased');

export const hide = (state: QuestionnaireState, isHidden: boolean): QuestionnaireState => ({ ...state, isHidden });
