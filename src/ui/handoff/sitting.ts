import { createContext } from '@lit/context';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Response } from '../../core/record/response.ts';
import type { SubmitDetail } from '../../events/submit-event.ts';
import type { OwnCopy } from '../safety/own-copy.ts';

/** What `<attune-session>` gives the widgets inside it. It is one object for as long as the session stands. */
export interface Sitting {
  /** The session's element. */
  readonly element: HTMLElement;
  readonly subject: string | undefined;
  readonly encounter: string | undefined;
  readonly author: Response['author'];
  /** Records of earlier sittings; of other instruments too, and not read yet. */
  readonly earlier: readonly Response[];
  /** The records are on their way: nothing may be changed now. */
  readonly isSending: boolean;
  /** A member has other answers, or none any more. */
  onAnswer(): void;
  /** Something else about a member has changed. */
  onChange(): void;
  /** Shows the step of a member: there is something in it to look at. */
  show(member: SittingMember): void;
  /** The host reads the answers of a member from its `value`. */
  noteRead(): void;
  /** False where the session would not show the widget as one of its steps. */
  join(member: SittingMember): boolean;
  leave(member: SittingMember): void;
}

/** A questionnaire inside a session, which does the sending for all of them. */
export interface SittingMember {
  readonly widget: HTMLElement;
  /** What stands in it; `undefined` while it has no instrument. */
  current(): MemberContent | undefined;
  /** The person's own answers, for the page of all of them. */
  copy(): OwnCopy;
  /** Whether the answers may go on. With `show`, the person is shown what to look at where they may not. */
  isReady(show: boolean): boolean;
  /** The completed record, its score and agenda. It counts as sent from now on: a change of it is another record, which replaces it. */
  handOver(): SubmitDetail;
  /** Blank, under a new id. Whatever the host sets next is taken. */
  reset(): void;
  /** Blank, under a new id. What the host still has of these answers does not come back. */
  erase(): void;
  /** The sitting has changed. */
  update(): void;
  /** While it warns that it is about to be erased: less than so many seconds are left. Else 0. */
  secondsLeft(): number;
  /** Somebody is there. */
  stay(): void;
}

export interface MemberContent {
  instrument: Instrument;
  /** Of its record so far. */
  recordId: string;
  /** Nothing was answered or left out. */
  isBlank: boolean;
  /** The session sends it: it is in no form, not disabled, and there is something to send. */
  isSent: boolean;
}

export const sittingContext = createContext<Sitting>('attune-session');

/** What a session calls on the widgets that were there before it: they ask for it once more. */
export const seekSitting = Symbol.for('attune.seek-sitting');
