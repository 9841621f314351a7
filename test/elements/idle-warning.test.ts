import '../../src/define/journal.ts';
import '../../src/define/trust-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { idleContract } from '../contract/idle-contract.ts';
import { choose, oneInside, put, radioGroups, radiosOf, settled } from './fixtures/person.ts';

const box = (journal: HTMLElement): HTMLTextAreaElement => oneInside<HTMLTextAreaElement>(journal, 'textarea');

idleContract({
  tag: 'attune-journal',
  attributes: { 'storage-key': 'one' },
  children: '',
  fill: async (journal) => {
    put(box(journal), 'Half a thought');
    await settled(journal);
  },
  isErased: (journal) => box(journal).value === '',
  control: box,
});

idleContract({
  tag: 'attune-trust-questionnaire',
  fill: (widget) => choose(widget, 0, 1),
  isErased: (widget) => (widget as AttuneQuestionnaire).value === null,
  control: (widget) => radiosOf(radioGroups(widget)[1]!)[0]!,
});
