import { PendingEvent } from './pending-event.ts';

export interface MilestoneDetail {
  /** The id of the badge. It is the same for every change of this badge. */
  id: string;
  /** The milestone's key: `first-step`, ... or `custom`. */
  milestone: string;
  /** The day that the person marked, `YYYY-MM-DD`. */
  date: string;
  /** The person's own title, for `custom`. */
  text?: string;
  /** The person's own note. */
  note?: string;
  /** The drawing that the person chose, for `custom`. */
  motif?: 1 | 2 | 3;
  action: 'mark' | 'word' | 'share' | 'unshare' | 'put-away' | 'bring-back' | 'remove';
}

/**
 * The person changes a milestone. The badge shows the change only after every promise given to `waitUntil` has fulfilled.
 * `preventDefault()` leaves the badge unchanged.
 */
export class AttuneMilestoneEvent extends PendingEvent<MilestoneDetail> {
  constructor(detail: MilestoneDetail, onLate: () => void) {
    super('attune-milestone', detail, onLate);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attune-milestone': AttuneMilestoneEvent;
  }
}
