import { waitUntil } from '@open-wc/testing';
import '../../src/define/all.ts';
import { repeatedPressContract } from '../contract/repeated-press-contract.ts';
import { activate, chooseAll, oneInside, put, read, settled } from './fixtures/person.ts';

/** Waits until a journal has finished its work. */
const ready = async (journal: HTMLElement): Promise<void> => {
  await settled(journal);
  await waitUntil(() => !read(journal).includes('Please wait'), 'it is still at work', { timeout: 9000 });
  await settled(journal);
};

for (const kept of ['device', 'passphrase']) {
  repeatedPressContract({
    tag: 'attune-journal',
    title: `with kept="${kept}"`,
    attributes: { 'storage-key': 'one', 'quick-hide': '' },
    children: '',
    ready,
    prepare: async (journal) => {
      const box = (): HTMLTextAreaElement => oneInside<HTMLTextAreaElement>(journal, 'textarea');
      put(box(), 'One');
      await activate(journal, 'Add to my journal');
      await ready(journal);
      journal.setAttribute('kept', kept);
      await ready(journal);
      put(box(), 'Two');
    },
  });
}

const badges: Record<string, Record<string, string>> = {
  'that is not marked': {},
  'that is marked': { date: '2026-03-02' },
  'that is shared': { date: '2026-03-02', shared: '' },
};
for (const [title, attributes] of Object.entries(badges)) {
  repeatedPressContract({
    tag: 'attune-milestone-badge',
    title,
    attributes: { milestone: 'said-no', kept: 'clinic', ...attributes },
  });
}

repeatedPressContract({
  tag: 'attune-milestones',
  attributes: { kept: 'clinic', milestones: JSON.stringify([{ id: 'a', milestone: 'said-no', date: '2026-03-02', shared: true }]) },
  children: '',
});

repeatedPressContract({
  tag: 'attune-session',
  attributes: { layout: 'list' },
  children: `<p slot="crisis">Call 0800 111.</p>
    <attune-trust-questionnaire length="pulse"></attune-trust-questionnaire>
    <attune-rapport-check></attune-rapport-check>`,
  prepare: (session) => chooseAll(session.querySelector('attune-trust-questionnaire')!, 3),
});

for (const more of [{ review: '' }, { layout: 'paged' }] as Record<string, string>[]) {
  repeatedPressContract({
    tag: 'attune-questionnaire',
    title: `with ${Object.keys(more).join()}`,
    attributes: { instrument: 'trust-pulse', 'quick-hide': '', ...more },
    prepare: (widget) => chooseAll(widget, 3),
  });
}
