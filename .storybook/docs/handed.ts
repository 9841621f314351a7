/** What a widget hands over to the page, and where a page keeps it. */
export interface Handed {
  event: string;
  type: string;
  /** What of the event is kept. */
  record: string;
  address: string;
}

const SUBMIT: Handed = {
  event: 'attune-submit', type: 'AttuneSubmitEvent', record: 'event.detail.response', address: '/responses',
};
const MILESTONE: Handed = {
  event: 'attune-milestone', type: 'AttuneMilestoneEvent', record: 'event.detail', address: '/milestones',
};
/** Of what is no questionnaire; nothing comes from a widget that is only read. */
const HANDED: Readonly<Record<string, Handed | undefined>> = {
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

export const handedBy = (tag: string): Handed | undefined => (tag in HANDED ? HANDED[tag] : SUBMIT);
