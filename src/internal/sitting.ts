import { createContext } from '@lit/context';
import type { Instrument } from '../core/instrument.ts';
import type { Response } from '../core/response.ts';
import type { SubmitDetail } from '../events/submit-event.ts';
import type { OwnCopy } from './own-copy.ts';

/** What `<attune-session>` gives the widgets inside it. It is one object for as long as the session stands. */
export interface Sitting {
  readonly subject: string | undefined;
  readonly encounter: string | undefined;
  readonly author: Response['author'];
  /** Records of earlier sittings. */
  readonly earlier: readonly Response[];
  /** The records are on their way: nothing may be changed now. */
  readonly isSending: boolean;
  /** A member has new answers, or none any more. */
  onChange(): void;
  join(member: SittingMember): void;
  leave(member: SittingMember): void;
}

/** A questionnaire inside a session, which does the sending for all of them. */
export interface SittingMember {
  readonly widget: HTMLElement;
  /** What it asks, and whether nothing was answered or left out; `false` where it takes no part: in a form, disabled. */
  current(): { instrument: Instrument; isBlank: boolean } | undefined;
  /** The person's own answers, for the page of all of them. */
  copy(): OwnCopy;
  /** Whether the answers may go on. With `show`, the person is shown what to look at where they may not. */
  isReady(show: boolean): boolean;
  /** The completed record, its score and agenda. It counts as sent from now on: a change of it is another record, which replaces it. */
  take(): SubmitDetail;
  /** Blank, under a new id. */
  reset(): void;
  /** The sitting has changed. */
  update(): void;
  /** Somebody is there. */
  stay(): void;
}

export const sittingContext = createContext<Sitting>('attune-session');

/** What a session calls on the widgets that were there before it: they ask for it once more. */
export const seekSitting = Symbol.for('attune.seek-sitting');
