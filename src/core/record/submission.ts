import type { Response } from './response.ts';

/** What is sent to the host under one id: a response, or all responses of one sitting. */
export interface Sendable {
  readonly id: string;
}

/**
 * How far a record is on its way to the host. `saved`: the host confirmed it. `sent`: the host read it and said nothing
 * more. `slow`: the host has not answered for a while.
 */
export type Submission<R extends Sendable = Response> =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly record: R; readonly slow: boolean; readonly attempt: number }
  /** `isKept`: the host keeps it on this device until it can be sent. */
  | { readonly state: 'saved' | 'sent'; readonly record: R; readonly attempt: number; readonly isKept?: boolean }
  /** `isUnheard`: nothing on the host's page read the record. Otherwise saving failed. */
  | { readonly state: 'failed'; readonly record: R; readonly attempt: number; readonly isUnheard: boolean };

/**
 * What happens to a submission. `attempt` is the number of the dispatch that has this outcome. It distinguishes a late
 * outcome of an earlier dispatch from one of the current dispatch. `id` is the id of the record that has this outcome, so
 * that a late outcome never changes the state of another record. The default is the current record.
 */
export type SubmissionEvent<R extends Sendable = Response> =
  | { type: 'send'; record: R }
  | { type: 'prevented' | 'unheard' | 'unclaimed' | 'fulfilled' | 'rejected' | 'kept' | 'slow'; attempt: number; id?: string }
  /** The host read the record after the dispatch had ended. */
  | { type: 'read'; id: string }
  | { type: 'acknowledge'; id: string }
  | { type: 'fail'; id: string }
  | { type: 'edit' }
  | { type: 'reset' };

/** The initial state: nothing is on its way. */
export const idle = Object.freeze({ state: 'idle' as const });

/** The state after an event. Returns the same object if the event changes nothing. */
export function advance<R extends Sendable>(current: Submission<R>, event: SubmissionEvent<R>): Submission<R> {
  if (event.type === 'send') return send(current, event.record);
  if (current.state === 'idle') return current;
  if (event.type === 'reset') return idle;
  const { state, record, attempt } = current;
  const sending = state === 'sending';
  const isUnheard = state === 'failed' && current.isUnheard;
  if (event.type === 'edit') return sending ? current : idle;
  if (state === 'saved' || (event.id ?? record.id) !== record.id) return current;
  // What the host confirms or denies is true for the record, whichever dispatch it belongs to.
  if (event.type === 'fulfilled' || event.type === 'acknowledge') return { state: 'saved', record, attempt };
  if (event.type === 'fail') return state === 'failed' && !isUnheard ? current : { state: 'failed', record, attempt, isUnheard: false };
  if (event.type === 'read') return isUnheard ? { state: 'sent', record, attempt } : current;
  // The other outcomes are true only for their own dispatch.
  if (!sending || event.attempt !== attempt) return current;
  if (event.type === 'prevented') return idle;
  if (event.type === 'slow') return current.slow ? current : { ...current, slow: true };
  if (event.type === 'unclaimed') return { state: 'sent', record, attempt };
  if (event.type === 'kept') return { state: 'sent', record, attempt, isKept: true };
  return { state: 'failed', record, attempt, isUnheard: event.type === 'unheard' };
}

/** Another attempt sends the identical record of the first attempt, even if the caller passes a changed one with its id. */
function send<R extends Sendable>(current: Submission<R>, record: R): Submission<R> {
  if (current.state === 'idle') return { state: 'sending', record, slow: false, attempt: 1 };
  if (current.state === 'saved' || (current.state === 'sending' && !current.slow)) return current;
  return current.state === 'sending' || current.record.id === record.id
    ? { state: 'sending', record: current.record, slow: false, attempt: current.attempt + 1 }
    : { state: 'sending', record, slow: false, attempt: 1 };
}
