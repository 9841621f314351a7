import type { ReactiveElement } from '../../ui/lit/lit.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { JournalKey } from './journal-messages.ts';

/** What the parts of a journal use of its element. */
export interface JournalHost extends ReactiveElement {
  readonly storageKey: string | undefined;
  readonly who: string | undefined;
  readonly when: string | undefined;
  readonly privacy: 'personal' | 'shared';
  readonly quickHide: boolean;
  readonly headingLevel: number;
  readonly strings: Strings<JournalKey> | undefined;
}
