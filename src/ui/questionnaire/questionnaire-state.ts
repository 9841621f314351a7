import type { Item } from '../../core/instrument/instrument.ts';
import type { Instance } from '../../core/answering/snapshot.ts';
import type { Aside } from '../templates/aside.ts';

// Owns the state of a questionnaire without its answers: which page it shows, and which errors. Pure. The answers are in the
// filling session, and the way of a record to the host is in the submission.

/** The items that the person should look at, in order and as they were when the person tried to send. */
export interface Summary {
  readonly of: 'errors' | 'blanks';
  readonly instances: readonly Instance[];
}

export interface QuestionnaireState {
  /** The page of the widget. A sent record can replace it with the thanks. */
  readonly page: 'form' | Aside;
  /** The content is hidden, for people who are not alone. Only the person can show it again. */
  readonly isHidden: boolean;
  /** The widget has shown which items are blank. */
  readonly hasSeenBlanks: boolean;
  /**
   * What the summary lists since the person last tried to send: items with an error, or blank ones. It stays the same while
   * they answer, so that nothing on the page moves.
   */
  readonly summary: Summary | undefined;
  /** The keys of the items whose error is shown. */
  readonly errors: ReadonlySet<string>;
  /** The keys of what the person was asked to look at again, because it breaks a rule that does not prevent sending, or is blank. */
  readonly pointedOut: ReadonlySet<string>;
  /** The items whose error is gone since then, by key, as they were. */
  readonly mended: ReadonlyMap<string, Instance>;
  /** The widget gave no answers to the form, because the form would put them into an address. */
  readonly isRefused: boolean;
  /** A record of these answers was sent, to the host or with a form. */
  readonly hasLeft: boolean;
}

export const initialState: QuestionnaireState = {
  page: 'form',
  isHidden: false,
  hasSeenBlanks: false,
  summary: undefined,
  errors: new Set(),
  pointedOut: new Set(),
  mended: new Map(),
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
export const showErrors = (state: QuestionnaireState, wrong: readonly Instance[]): QuestionnaireState => ({
  ...state,
  page: 'form',
  summary: { of: 'errors', instances: wrong },
  errors: new Set(wrong.map(({ key }) => key)),
  mended: new Map(),
});

/** Shows the form and the items that are blank. */
export const pointOutBlanks = (state: QuestionnaireState, blank: readonly Instance[]): QuestionnaireState => ({
  ...state,
  page: 'form',
  summary: { of: 'blanks', instances: blank },
  pointedOut: new Set(blank.map(({ key }) => key)),
  hasSeenBlanks: true,
});

/**
 * The person changed an answer. `wrong` contains the items that still have an error. No new error is shown while they type.
 */
export function answer(state: QuestionnaireState, wrong: readonly string[]): QuestionnaireState {
  const { errors, isRefused, summary } = state;
  const left = new Set(wrong.filter((key) => errors.has(key)));
  if (!isRefused && left.size === errors.size) return state;
  const listed = summary?.of === 'errors' ? summary.instances : [];
  const mended = new Map(listed.filter(({ key }) => !left.has(key)).map((instance) => [instance.key, instance]));
  return { ...state, errors: left, mended, isRefused: false };
}

/** The person goes on to the next page. The summary of this one is done. */
export const goOn = (state: QuestionnaireState): QuestionnaireState =>
  state.summary?.of === 'errors' && !state.errors.size ? { ...state, summary: undefined, mended: new Map() } : state;

/** The items are shown in another wording: `itemOf` has them. What the person should look at stays the same. */
export function translate(state: QuestionnaireState, itemOf: (instance: Instance) => Item): QuestionnaireState {
  const inNewWording = (instance: Instance): Instance => ({ ...instance, item: itemOf(instance) });
  const { summary, mended } = state;
  return {
    ...state,
    summary: summary && { ...summary, instances: summary.instances.map(inNewWording) },
    mended: new Map([...mended].map(([key, instance]) => [key, inNewWording(instance)])),
  };
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
