import type { ReactiveControllerHost } from 'lit';
import type { StorageMode } from './entry-storage.ts';
import type { JournalWords } from './journal-words.ts';

/** What the parts of a journal use of its element. */
export interface JournalHost extends ReactiveControllerHost, HTMLElement {
  readonly kept: StorageMode;
  readonly storageKey: string | undefined;
  readonly who: string | undefined;
  readonly when: string | undefined;
  readonly privacy: 'personal' | 'shared';
  readonly quickHide: boolean;
  readonly headingLevel: number;
  readonly strings: Partial<JournalWords> | undefined;
}
