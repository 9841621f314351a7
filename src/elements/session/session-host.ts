import type { ReactiveControllerHost } from 'lit';
import type { Words } from '../../ui/text/words.ts';
import type { SessionWords } from './session-words.ts';

/** The element, as far as the other files of the session use it. */
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
