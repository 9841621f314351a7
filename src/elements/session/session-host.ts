import type { ReactiveControllerHost } from 'lit';
import type { Words } from '../../internal/words.ts';
import type { SessionWords } from './session-words.ts';

/** What the parts of a session use of its element. */
export interface SessionHost extends ReactiveControllerHost, HTMLElement {
  readonly subject: unknown;
  readonly encounter: unknown;
  readonly author: string | undefined;
  readonly layout: string | undefined;
  readonly privacy: string | undefined;
  readonly review: boolean;
  readonly quickHide: boolean;
  readonly headingLevel: number;
  readonly strings: Partial<Words & SessionWords> | undefined;
}
