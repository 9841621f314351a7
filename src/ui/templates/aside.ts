import type { Sendable, Submission } from '../../core/record/submission.ts';

/** A page of a questionnaire or a session that is shown instead of the items. */
export type Aside = 'review' | 'copy' | 'erase' | 'erased' | 'erased-sent';

/** A submission whose record the host has. */
export type Over<R extends Sendable> = Submission<R> & { state: 'saved' | 'sent' };

/**
 * Whether the thanks are shown: the host has the record, and the person has opened no other page since. A review is a page
 * from which the person sends, so the thanks replace it too.
 */
export const isOver = <R extends Sendable>(submission: Submission<R>, page: 'form' | 'steps' | Aside): submission is Over<R> =>
  (submission.state === 'saved' || submission.state === 'sent') && (page === 'form' || page === 'steps' || page === 'review');
