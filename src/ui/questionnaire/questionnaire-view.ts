import type { Instance, Snapshot } from '../../core/answering/snapshot.ts';
import { same } from '../../core/plain-data/same.ts';
import type { Submission } from '../../core/record/submission.ts';
import { isOver, type Aside } from '../templates/aside.ts';
import { findInstance } from './find-instance.ts';
import type { QuestionnaireState } from './questionnaire-state.ts';

// Decides what a questionnaire shows and which actions it offers, from its settings, answers, submission and state. Pure.
// It renders nothing. The items and the progress are not in it, because an answer renders those alone.

/** What the view needs to know of the settings and of the place of the widget. */
export interface Settings {
  isPaged: boolean;
  /** Every item must be answered or left out before sending. */
  isRequired: boolean;
  isReadonly: boolean;
  /** Nothing can be answered now. */
  isDisabled: boolean;
  /** A form or a session around the widget sends. */
  isSentByOther: boolean;
  /** In a session. It also keeps copies and erases. */
  isInSitting: boolean;
  /** On a device that others use. */
  isShared: boolean;
  /** The answers are shown once more before they are sent. */
  hasReview: boolean;
}

export interface Facts {
  settings: Settings;
  /** The record is always empty, so there is nothing to send. */
  isUnsent: boolean;
  snapshot: Snapshot;
  submission: Submission;
  state: QuestionnaireState;
}

export type FormAction = 'back' | 'next' | 'send' | 'copy' | 'erase';

export interface QuestionnaireView {
  screen: 'hidden' | 'form' | 'over' | Aside;
  /** The first page of items, with the introduction and the whole crisis notice; also where items have one page only. */
  isFirst: boolean;
  isLast: boolean;
  isPaged: boolean;
  /** The number of this page, of how many, and the number of items that count. */
  page: number;
  pages: number;
  total: number;
  /** The buttons under the items, in order. */
  offers: readonly FormAction[];
  /** What the send button does: it opens the review, sends all, or sends what is answered so far. */
  sends: 'review' | 'send' | 'sendPart';
  /** The send button is disabled. */
  isDisabled: boolean;
  /** The record is always empty, so there is nothing to send. */
  isUnsent: boolean;
  /** The items take no input now. */
  isLocked: boolean;
  /** The items to look at before sending, in order. */
  summary: readonly Instance[];
  /** The summary is of errors, not of blank items. */
  hasErrors: boolean;
}

/** The keys of the items that stop the sending: unusable answers, and blank ones that must be answered or left out. */
export const wrongItems = ({ rejected, blank, needed }: Snapshot, { isReadonly, isRequired }: Settings): readonly string[] =>
  isReadonly ? [] : [...rejected, ...(isRequired ? blank : needed)];

/** What the person has to look at before the answers may go; undefined where nothing stops them. */
export function whatStops({ settings, snapshot, state }: Facts): 'errors' | 'blanks' | 'review' | undefined {
  const { isReadonly, isInSitting, hasReview } = settings;
  if (wrongItems(snapshot, settings).length) return 'errors';
  // In a session one may leave out a whole questionnaire, as one may ignore a widget on a page.
  const isLeftOut = isInSitting && snapshot.pristine;
  if (snapshot.blank.length && !isReadonly && !state.hasSeenBlanks && !isLeftOut) return 'blanks';
  return hasReview && !isInSitting && state.page !== 'review' ? 'review' : undefined;
}

export function viewOf({ settings, isUnsent, snapshot, submission, state }: Facts): QuestionnaireView {
  const { isPaged, isRequired, isReadonly, isDisabled, isSentByOther, isInSitting, isShared, hasReview } = settings;
  const { page, pages, total, answered, pristine, blank, instances } = snapshot;
  const isFirst = !isPaged || page === 1;
  const isLast = !isPaged || page === pages.length;
  const isOffered: Record<FormAction, boolean> = {
    back: !isFirst,
    next: !isLast,
    send: !isSentByOther && !isUnsent && (isLast || answered > 0),
    copy: !isShared && !isInSitting && !pristine,
    erase: !isDisabled && !isInSitting && !isReadonly,
  };
  const hasErrors = state.errors.size > 0;
  const keys = hasErrors ? [...state.errors] : state.hasSeenBlanks ? blank : [];
  return {
    screen: state.isHidden ? 'hidden' : isOver(submission, state.page) ? 'over' : state.page,
    isFirst,
    isLast,
    isPaged,
    page,
    pages: pages.length,
    total,
    offers: (Object.keys(isOffered) as FormAction[]).filter((action) => isOffered[action]),
    sends: hasReview && state.page !== 'review' ? 'review' : blank.length && !isRequired ? 'sendPart' : 'send',
    isDisabled,
    isUnsent,
    isLocked: isDisabled || submission.state === 'sending',
    summary: keys.flatMap((key) => findInstance(instances, key) ?? []),
    hasErrors,
  };
}

/** Whether two views show the same, so that nothing has to be rendered but the items and the progress. */
export function isSameView(a: QuestionnaireView, b: QuestionnaireView): boolean {
  return (Object.keys(a) as (keyof QuestionnaireView)[]).every((name) => {
    const [before, now] = [a[name], b[name]];
    return before === now || (Array.isArray(before) && same(before, now as readonly unknown[]));
  });
}
