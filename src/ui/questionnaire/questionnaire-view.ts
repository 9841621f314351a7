import type { EntryMode } from '../../core/instrument/instrument.ts';
import type { Instance, Snapshot } from '../../core/answering/snapshot.ts';
import { same } from '../../core/plain-data/same.ts';
import type { Submission } from '../../core/record/submission.ts';
import { isOver, type Aside } from '../templates/aside.ts';
import { findInstance } from './find-instance.ts';
import type { QuestionnaireState, Summary } from './questionnaire-state.ts';

// Decides what a questionnaire shows and which actions it offers, from its settings, answers, submission and state. Pure.
// It does not render. The items and the progress are not part of it, because an answer updates only those.

/** The settings and the place of the widget, as far as the view depends on them. */
export interface Settings {
  isPaged: boolean;
  /** The order in which the person answers, if the instrument has one and it is followed here. */
  entryMode?: EntryMode | undefined;
  /** Every item must be answered or left out before sending. */
  isRequired: boolean;
  isReadonly: boolean;
  /** No item can be answered now. */
  isDisabled: boolean;
  /** A form or a session around the widget sends the record. */
  isSentByOther: boolean;
  /** In a session. The session also offers copies, erases and shows the progress. */
  isInSitting: boolean;
  /** On a device that others use. */
  isShared: boolean;
  /** The answers are shown again before they are sent. */
  hasReview: boolean;
}

/** What the view is computed from. */
export interface Facts {
  settings: Settings;
  /** The record is always empty, so there is nothing to send. */
  isUnsent: boolean;
  snapshot: Snapshot;
  submission: Submission;
  state: QuestionnaireState;
}

export type FormAction = 'back' | 'next' | 'send' | 'copy' | 'erase';

/** What is shown, and which actions are offered. */
export interface QuestionnaireView {
  screen: 'hidden' | 'form' | 'over' | Aside;
  /** The first page of items, with the introduction and the whole crisis notice. Also true if there is only one page. */
  isFirst: boolean;
  isLast: boolean;
  isPaged: boolean;
  /** The number of this page, from 1. */
  page: number;
  /** The number of pages. */
  pages: number;
  /** The number of questions. */
  total: number;
  /** The buttons below the items, in order. */
  offers: readonly FormAction[];
  /** The buttons that the first answer adds. Their place is kept free, so that no other button moves. */
  reserved: readonly FormAction[];
  /** What the send button does: open the review, send everything, or send what is answered so far. */
  sends: 'review' | 'send' | 'sendPart';
  /** The send button is disabled. */
  isDisabled: boolean;
  /** The record is always empty, so there is nothing to send. */
  isUnsent: boolean;
  /** In a session, which shows the progress. */
  isInSitting: boolean;
  /** The person has to look at a page before they go to the next one. */
  goesOn?: boolean;
  /** The person cannot come back to this page. */
  isOneWay?: boolean;
  /** The answers can be read, and not changed. */
  isReadonly: boolean;
  /** The items take no input now. */
  isLocked: boolean;
  /** An expression or a calculation of the form does not work. */
  hasProblems: boolean;
  /** The items of the summary that are on the page, in order. */
  summary: readonly Instance[];
  /** What the items of the summary have. */
  summaryOf: Summary['of'];
  /** The keys of the items of the summary that need nothing more. */
  mended: readonly string[];
}

/** The keys of what prevents sending: rejected answers, blank items that must be answered or left out, and broken rules. */
export const wrongItems = ({ rejected, blank, needed, broken = [] }: Snapshot, { isReadonly, isRequired }: Settings): readonly string[] =>
  isReadonly ? [] : [...rejected, ...(isRequired ? blank : needed), ...broken];

/** What the person has to look at before the answers may be sent; `undefined` if they may be sent now. */
export function whatStops({ settings, snapshot, state }: Facts): 'errors' | 'blanks' | 'review' | undefined {
  const { isReadonly, isInSitting, hasReview } = settings;
  if (wrongItems(snapshot, settings).length) return 'errors';
  // In a session, a person may leave out a whole questionnaire.
  const isLeftOut = isInSitting && snapshot.pristine;
  if ((snapshot.blank.length || snapshot.warned?.length) && !isReadonly && !state.hasSeenBlanks && !isLeftOut) return 'blanks';
  return hasReview && !isInSitting && state.page !== 'review' ? 'review' : undefined;
}

export function viewOf({ settings, isUnsent, snapshot, submission, state }: Facts): QuestionnaireView {
  const { isPaged, isRequired, isReadonly, isDisabled, isSentByOther, isInSitting, isShared, hasReview } = settings;
  const { page, pages, total, answered, pristine, blank, instances, warned = [] } = snapshot;
  const isFirst = !isPaged || page === 1;
  const isLast = !isPaged || page === pages.length;
  const isSending = !isSentByOther && !isUnsent;
  const isCopied = !isShared && !isInSitting;
  const isOffered: Record<FormAction, boolean> = {
    back: !isFirst,
    next: !isLast,
    send: isSending && (isLast || answered > 0),
    copy: isCopied && !pristine,
    erase: !isDisabled && !isInSitting && !isReadonly,
  };
  const { of, instances: listed } = state.summary ?? { of: 'blanks', instances: [] };
  const summary = listed.filter(({ key }) => !key || findInstance(instances, key));
  return {
    screen: state.isHidden ? 'hidden' : isOver(submission, state.page) ? 'over' : state.page,
    isFirst,
    isLast,
    isPaged,
    page,
    pages: pages.length,
    total,
    reserved: [...(isSending && !isOffered.send ? ['send' as const] : []), ...(isCopied && pristine ? ['copy' as const] : [])],
    offers: (Object.keys(isOffered) as FormAction[]).filter((action) => isOffered[action]),
    sends: hasReview && state.page !== 'review' ? 'review' : state.hasSeenBlanks || (!isLast && !isRequired) ? 'sendPart' : 'send',
    isDisabled,
    isUnsent,
    isInSitting,
    isReadonly,
    isLocked: isDisabled || submission.state === 'sending',
    hasProblems: !!snapshot.problems,
    summary,
    summaryOf: of,
    mended: summary.map(({ key }) => key).filter((key) => (of === 'errors' ? !state.errors.has(key) : !blank.includes(key) && !warned.includes(key))),
  };
}

/** Whether two views show the same. Then only the items and the progress need an update. */
export function isSameView(a: QuestionnaireView, b: QuestionnaireView): boolean {
  return (Object.keys(a) as (keyof QuestionnaireView)[]).every((name) => {
    const [before, now] = [a[name], b[name]];
    return before === now || (Array.isArray(before) && same(before, now as readonly unknown[]));
  });
}
