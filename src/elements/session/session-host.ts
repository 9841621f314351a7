import type { ReactiveControllerHost } from 'lit';
import type { Words } from '../../ui/text/words.ts';
import type { SessionWords } from './session-words.ts';

/** What the parts of a session use of its element. */
export interface SessionHost extends ReactiveControllerHost, HTMLElement {
  readonly subject: string | undefined;
  readonly encounter: string | undefined;
  readonly author: string | undefined;
  readonly layout: string | undefined;
  readonly privacy: string | undefined;
  readonly review: boolean;
  readonly quickHide: boolean;
  readonly headingLevel: number;
  readonly strings: Partial<Words & SessionWords> | undefined;
}
