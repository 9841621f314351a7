import { isDay } from '../../core/plain-data/iso-date.ts';
import { parsed } from '../../ui/host/parsed.ts';

// Owns what a journal contains, as data and as text. It does not store anything and does not know the DOM.

export interface JournalEntry {
  id: string;
  /** The day on which it was written, `YYYY-MM-DD`. */
  date: string;
  text: string;
  /** The text of the prompt that it answers. */
  prompt?: string | undefined;
  /** The text that the host has confirmed as shared. The entry may have changed since. */
  shared?: string;
}

export type Entries = readonly JournalEntry[];

/** A journal as text: what is stored on the device, encrypted or not, and what a file contains. */
export const writeEntries = (entries: Entries): string => JSON.stringify({ 'attune-journal': 1, entries });

/** The journal in a text, with unchecked content. `undefined` if the text is not a journal of this version. */
export function parseJournal(text: string): object | undefined {
  const journal = parsed(text) as { 'attune-journal'?: unknown } | null | undefined;
  return journal?.['attune-journal'] === 1 ? journal : undefined;
}

/** The entries of a journal. `undefined` if one of them is invalid: nothing is dropped or repaired. */
export function readEntries(journal: object | undefined): Entries | undefined {
  const { entries } = (journal ?? {}) as { entries?: unknown };
  return Array.isArray(entries) && entries.every(isEntry) ? entries : undefined;
}

function isEntry(value: unknown): value is JournalEntry {
  const { id, date, text, prompt = '', shared = '' } = (value ?? {}) as Partial<JournalEntry>;
  return [id, date, text, prompt, shared].every((one) => typeof one === 'string') && !!id && isDay(date!);
}

/**
 * Adds an entry, or replaces `before`, the entry that it was made from. If another window has changed or erased `before`, the
 * entry is added under `otherId`: neither text is lost.
 */
export const putEntry = (
  entries: Entries,
  entry: JournalEntry,
  { before, otherId }: { before?: JournalEntry | undefined; otherId: string },
): Entries =>
  entries.some(({ id, text }) => id === before?.id && text === before.text)
    ? entries.map((one) => (one.id === entry.id ? entry : one))
    : [...entries, { ...entry, id: otherId }];

/**
 * Adds entries that were written elsewhere, in order of days. It replaces nothing. An entry with the same day, prompt and
 * text is not added twice.
 */
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
