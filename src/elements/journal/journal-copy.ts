import { journalContent } from '../../instruments/progress-journal.ts';
import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import type { Entries } from './journal-entries.ts';
import type { JournalWords } from './journal-messages.ts';
import { day } from '../../ui/text/format.ts';

/** Entries to read or print, with their days in the language of the interface. */
export function copyOf(entries: Entries, t: JournalWords): OwnCopy {
  const lines = entries.map(({ date, prompt = '', text }) => ({ label: `${day(t, date)} ${prompt}`.trim(), text }));
  return { title: journalContent.title, lines };
}
