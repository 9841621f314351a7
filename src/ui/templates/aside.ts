import type { Sendable, Submission } from '../../core/record/submission.ts';

/** What may stand in place of what is filled in, in a questionnaire or in a session of several. */
export type Aside = 'review' | 'copy' | 'erase' | 'erased' | 'erased-sent';

/** The record has left, and nobody said that it was lost. */
export type Over<R extends Sendable> = Submission<R> & { state: 'saved' | 'sent' };

/** Whether that is what the page tells. A review is where it was sent from. */
export const isOver = <R extends Sendable>(submission: Submission<R>, page: string): submission is Over<R> =>
  (submission.state === 'saved' || submission.state === 'sent') && page !== 'copy' && !page.startsWith('erase');
