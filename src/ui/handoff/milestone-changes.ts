import type { MilestoneDetail } from '../../events/milestone-event.ts';

type Change = { shared?: boolean; putAway?: boolean; removed?: boolean };

/** What each action changes in a milestone, for actions without text. */
export const CHANGES: Readonly<Partial<Record<MilestoneDetail['action'], Change>>> = {
  share: { shared: true },
  unshare: { shared: false },
  'put-away': { putAway: true },
  'bring-back': { putAway: false },
  remove: { removed: true },
};
