import { isDay } from '../../core/plain-data/iso-date.ts';
import { parsed } from '../../ui/host/parsed.ts';

export interface JournalEntry {
  id: string;
  /** The day it was written, `YYYY-MM-DD`. */
  date: string;
  text: string;
  /** The prompt it answers, in words. */
  prompt?: string | undefined;
  /** The words that the host has confirmed as shared; the entry may have changed since. */
  shared?: string;
}

export type Entries = readonly JournalEntry[];

/** A journal as text: what is kept on the device, under a lock or not, and what a file carries. */
export const writeEntries = (entries: Entries): string => JSON.stringify({ 'attune-journal': 1, entries });

/** What a text of this version holds, before it is looked at; `undefined` where it is anything else. */
export function parseJournal(text: string): object | undefined {
  const journal = parsed(text) as { 'attune-journal'?: unknown } | null | undefined;
  return journal?.['attune-journal'] === 1 ? journal : undefined;
}

/** The entries in it; `undefined` where one of them is none. Nothing is dropped or mended. */
export function readEntries(journal: object | undefined): Entries | undefined {
  const { entries } = (journal ?? {}) as { entries?: unknown };
  return Array.isArray(entries) && entries.every(isEntry) ? entries : undefined;
}

function isEntry(value: unknown): value is JournalEntry {
  const { id, date, text, prompt = '', shared = '' } = (value ?? {}) as Partial<JournalEntry>;
  return [id, date, text, prompt, shared].every((one) => typeof one === 'string') && !!id && isDay(date!);
}

/**
 * Adds an entry, or puts it in the place of `before`, which it was made from. Where that is no longer there as it was,
 * because another window changed or deleted it, the entry goes in beside, under `otherId`: neither text is lost.
 */
export const putEntry = (entries: Entries, entry: JournalEntry, otherId: string, before?: JournalEntry): Entries =>
  entries.some(({ id, text }) => id === before?.id && text === before.text)
    ? entries.map((one) => (one.id === entry.id ? entry : one))
    : [...entries, { ...entry, id: otherId }];

/** Adds what was written elsewhere, by day. What is there already, to the word, under the same prompt, is not added twice; nothing is replaced. */
export function mergeEntries(entries: Entries, others: Entries, newId: () => string): Entries {
  const merged = [...entries];
  for (const entry of others) {
    const isThere = merged.some(
      ({ date, text, prompt = '' }) => date === entry.date && text === entry.text && prompt === (entry.prompt ?? ''),
    );
    if (!isThere) merged.push(merged.some(({ id }) => id === entry.id) ? { ...entry, id: newId() } : entry);
  }
  return merged.sort((a, b) => a.date.localeCompare(b.date));
}
