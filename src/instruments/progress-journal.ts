import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { licence } from './scales.ts';

/** What the journal shows. It is apart from the definition so that the CDN file of the journal leaves out the rest. */
export const journalContent = {
  id: 'progress-journal',
  version: '1.0.0',
  language: 'en',
  title: 'My journal',
  prompts: [
    'One thing I noticed about myself today.',
    'A feeling I had, and what it might have been telling me.',
    'Something I said out loud for the first time.',
    'A small thing that went better than I thought.',
    'Something I want to bring to my next session.',
    'A time I asked for what I needed.',
    'Words I would say to a friend who felt like this.',
  ],
  words: {
    memory: 'This is not kept. Close the page and it is gone.',
    device: 'Only on this device. Anyone who can unlock it may be able to read this. Your browser may delete it. Save a copy.',
    passphrase: 'Locked with your words. Lost words cannot be reset. Your browser may delete it. Save a copy.',
  },
};

/** A private journal: prompts to begin with, each a `display` item, and a true statement about each place of storage. */
export const progressJournal: InstrumentDefinition = {
  schema: 1,
  id: journalContent.id,
  version: journalContent.version,
  language: journalContent.language,
  title: journalContent.title,
  audience: 'client',
  licence,
  normed: false,
  scales: {},
  absent: {},
  items: /* @__PURE__ */ journalContent.prompts.map((text, i) => ({ id: `j${i + 1}`, type: 'display', text })),
  words: journalContent.words,
};
