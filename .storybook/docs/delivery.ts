/** How a widget gives its data to the page, and where the page sends it. */
export interface Delivery {
  event: string;
  type: string;
  /** The part of the event that the page stores, as code. */
  record: string;
  address: string;
}

const SUBMIT: Delivery = {
  event: 'attune-submit', type: 'AttuneSubmitEvent', record: 'event.detail.response', address: '/responses',
};
const MILESTONE: Delivery = {
  event: 'attune-milestone', type: 'AttuneMilestoneEvent', record: 'event.detail', address: '/milestones',
};
/** The widgets that are not questionnaires. A widget that is only read has no delivery. */
const DELIVERIES: Readonly<Record<string, Delivery | undefined>> = {
  'attune-why-trust': undefined,
  'attune-trust-levels': undefined,
  'attune-trust-trend': undefined,
  'attune-perspective-gap': undefined,
  'attune-milestone-badge': MILESTONE,
  'attune-milestones': MILESTONE,
  'attune-journal': {
    event: 'attune-journal-share', type: 'AttuneJournalShareEvent', record: 'event.detail', address: '/shared-entries',
  },
  'attune-session': {
    event: 'attune-session-submit',
    type: 'AttuneSessionSubmitEvent',
    record: 'event.detail.submissions.map(({ response }) => response)',
    address: '/sittings',
  },
};

export const deliveryOf = (tag: string): Delivery | undefined => (tag in DELIVERIES ? DELIVERIES[tag] : SUBMIT);
