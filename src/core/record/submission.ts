import type { Response } from './response.ts';

/** What goes to the host: a response, or all those of one sitting, under one id. */
export interface Sendable {
  readonly id: string;
}

/** Where a record is on its way to the host. */
export type Submission<R extends Sendable = Response> =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly record: R; readonly slow: boolean; readonly attempt: number }
  | { readonly state: 'saved' | 'sent'; readonly record: R; readonly attempt: number }
  /** `isUnheard`: nothing on the host's page read the record. */
  | { readonly state: 'failed'; readonly record: R; readonly attempt: number; readonly isUnheard: boolean };

/**
 * What happens to a submission. `attempt` is the number of the dispatch that an outcome belongs to, so that a late
 * outcome of an earlier one is told from the current one; `id` is the record it belongs to (without it, the current
 * one), so that a late outcome never speaks for another record.
 */
export type SubmissionEvent<R extends Sendable = Response> =
  | { type: 'send'; record: R }
  | { type: 'prevented' | 'unheard' | 'unclaimed' | 'fulfilled' | 'rejected' | 'slow'; attempt: number; id?: string }
  /** The host read the record after its dispatch. */
  | { type: 'read'; id: string }
  | { type: 'acknowledge'; id: string }
  | { type: 'fail'; id: string }
  | { type: 'edit' }
  | { type: 'reset' };

/** Nothing is on its way. */
export const idle = Object.freeze({ state: 'idle' as const });

/** The state after an event. One that does not apply gives the same object back. */
export function advance<R extends Sendable>(now: Submission<R>, event: SubmissionEvent<R>): Submission<R> {
  if (event.type === 'send') return send(now, event.record);
  if (now.state === 'idle') return now;
  if (event.type === 'reset') return idle;
  const { state, record, attempt } = now;
  const sending = state === 'sending';
  const isUnheard = state === 'failed' && now.isUnheard;
  if (event.type === 'edit') return sending ? now : idle;
  // the host's word on a record stands, whichever dispatch it belongs to
  if (state === 'saved' || (event.id ?? record.id) !== record.id) return now;
  if (event.type === 'fulfilled' || event.type === 'acknowledge') return { state: 'saved', record, attempt };
  if (event.type === 'fail') return state === 'failed' && !isUnheard ? now : { state: 'failed', record, attempt, isUnheard: false };
  if (event.type === 'read') return isUnheard ? { state: 'sent', record, attempt } : now;
  if (!sending || event.attempt !== attempt) return now;
  if (event.type === 'prevented') return idle;
  if (event.type === 'slow') return now.slow ? now : { ...now, slow: true };
  if (event.type === 'unclaimed') return { state: 'sent', record, attempt };
  return { state: 'failed', record, attempt, isUnheard: event.type === 'unheard' };
}

/** A record that was tried before goes out as it was, whatever is handed in under its id. */
function send<R extends Sendable>(now: Submission<R>, record: R): Submission<R> {
  if (now.state === 'idle') return { state: 'sending', record, slow: false, attempt: 1 };
  if (now.state === 'saved' || (now.state === 'sending' && !now.slow)) return now;
  return now.state === 'sending' || now.record.id === record.id
    ? { state: 'sending', record: now.record, slow: false, attempt: now.attempt + 1 }
    : { state: 'sending', record, slow: false, attempt: 1 };
}
