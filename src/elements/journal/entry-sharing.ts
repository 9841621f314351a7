import type { ReactiveControllerHost } from '../../ui/lit/lit.ts';
import { AttuneJournalShareEvent, type JournalShareDetail } from '../../events/journal-share-event.ts';
import { HostChange } from '../../ui/handoff/host-change.ts';
import type { Entries, JournalEntry } from './journal-entries.ts';
import type { Sharing } from './journal-view.ts';

/** Owns the entry that is on its way to the host, and what the host has answered. It does not store that and does not render. */
export class EntrySharing implements Sharing {
  readonly answers = new Map<string, string | undefined>();
  lastId = '';
  readonly progress: HostChange<JournalShareDetail>;

  /** Calls `onDone` when the host has confirmed an entry, or, with `false`, when the host does not say. */
  constructor(host: ReactiveControllerHost & HTMLElement, onDone: (id: string, isConfirmed: boolean) => void) {
    this.progress = new HostChange<JournalShareDetail>(host, AttuneJournalShareEvent, ({ id, text }, isConfirmed) => {
      this.answers.set(id, isConfirmed ? text : undefined);
      onDone(id, isConfirmed);
    });
  }

  /** Offers an entry to the host. While one is on its way, only that one can be offered again, and only after a long wait. */
  offer({ id, date, text, prompt }: JournalEntry): void {
    const { state, isOpen } = this.progress;
    if (state === 'saving' || (isOpen && id !== this.lastId)) return;
    this.lastId = id;
    void this.progress.send(isOpen ? undefined : { id, date, text, ...(prompt && { prompt }) });
  }

  /** The result of the last offer is not shown any more. What the host has confirmed is. */
  closeResult(): void {
    if (!this.progress.isOpen) this.progress.forget();
  }

  /** The entries, each with the text that the host has confirmed as shared. */
  noteIn(entries: Entries): Entries {
    return entries.map((entry) => {
      const shared = this.answers.get(entry.id);
      return shared === undefined ? entry : { ...entry, shared };
    });
  }
}
