import type { ReactiveControllerHost } from 'lit';
import type { JournalWords } from './journal-words.ts';

/** What the parts of a journal use of its element. */
export interface JournalHost extends ReactiveControllerHost, HTMLElement {
  readonly storageKey: string | undefined;
  readonly who: string | undefined;
  readonly when: string | undefined;
  readonly privacy: 'personal' | 'shared';
  readonly quickHide: boolean;
  readonly headingLevel: number;
  readonly strings: Partial<JournalWords> | undefined;
}
