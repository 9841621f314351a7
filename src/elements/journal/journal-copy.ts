import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import type { Entries } from './journal-entries.ts';
import type { JournalContent } from './journal-content.ts';
import type { JournalWords } from './journal-messages.ts';
import { day } from '../../ui/text/format.ts';

/** The words that a journal shows. */
export interface JournalTexts {
  t: JournalWords;
  content: JournalContent;
}

/** Entries to read or print, with their days in the language of the interface. */
export function copyOf(entries: Entries, { t, content }: JournalTexts): OwnCopy {
  const lines = entries.map(({ date, prompt = '', text }) => ({ label: `${day(t, date)} ${prompt}`.trim(), text }));
  return { title: content.title, lines };
}
