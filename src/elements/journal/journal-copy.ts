import { journalContent } from '../../instruments/progress-journal.ts';
import type { OwnCopy } from '../../ui/safety/own-copy.ts';
import { localDay } from '../../ui/text/local-day.ts';
import type { Entries } from './journal-entries.ts';

/** Entries to read or print, with their days in the language around the element. */
export function copyOf(entries: Entries, element: Element): OwnCopy {
  const lines = entries.map(({ date, prompt = '', text }) => ({ label: `${localDay(element, date)} ${prompt}`.trim(), text }));
  return { title: journalContent.title, lines };
}
