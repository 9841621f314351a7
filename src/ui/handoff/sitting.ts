import { createContext } from '../lit/context.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { ReadResponse } from '../../core/record/read-response.ts';
import type { Response } from '../../core/record/response.ts';
import type { SubmitDetail } from '../../events/submit-event.ts';
import type { OwnCopy } from '../safety/own-copy.ts';

/** What `<attune-session>` gives to the widgets inside it. It stays the same object as long as the session exists. */
export interface Sitting {
  /** The `<attune-session>`. */
  readonly element: HTMLElement;
  readonly subject: string | undefined;
  readonly encounter: string | undefined;
  readonly author: Response['author'];
  /** Records of earlier sittings, also of other instruments. They are not validated yet. */
  readonly earlier: readonly Response[];
  /** The records are on their way. No answer may change now. */
  readonly isSending: boolean;
  /** The answers of a member have changed. */
  onAnswer(): void;
  /** Something else about a member has changed. */
  onChange(): void;
  /** Shows the step of a member, because it contains something that the person should see. */
  show(member: SittingMember): void;
  /** The host has read the answers of a member from its `value`. */
  noteRead(): void;
  /** Returns `false` if the widget is in no step of the session. */
  join(member: SittingMember): boolean;
  leave(member: SittingMember): void;
}

/** A questionnaire inside a session. The session sends for all its members. */
export interface SittingMember {
  readonly widget: HTMLElement;
  /** Its instrument and its answers so far; `undefined` without an instrument. */
  current(): MemberContent | undefined;
  /** The person's answers, for the review and the copy of the session. */
  copy(): OwnCopy;
  /** The answers as the browser stores them; `null` if there are none, or if they must not be stored. */
  state(): string | null;
  /** Whether its answers are in a draft now. Then the browser does not store them beside it. */
  setDrafted(isDrafted: boolean): void;
  /** Checks a record from outside for its instrument. */
  read(data: unknown): ReadResponse;
  /** Restores answers of the person that `state()` returned. */
  restore(state: string): void;
  /** Whether the answers may be sent. If not, `show` shows the person what to look at. */
  isReady(show: boolean): boolean;
  /**
   * Completes the record and returns it with its score and agenda. It counts as sent from now on: a later change begins
   * another record, which replaces it.
   */
  handOver(): SubmitDetail;
  /** Makes it blank, under a new id. The next value that the host sets is accepted. */
  reset(): void;
  /** Makes it blank, under a new id. A value of the host with these answers is refused from now on. */
  erase(): void;
  /** The sitting has changed. */
  update(): void;
  /** During the warning before erasing: fewer seconds than this are left. Otherwise 0. */
  secondsLeft(): number;
  /** A person is active. */
  stay(): void;
}

export interface MemberContent {
  instrument: Instrument;
  /** The id of its current record. */
  recordId: string;
  /** Nothing was answered or left out. */
  isBlank: boolean;
  /** The person has answered, and not only the host. */
  hasPersonAnswered: boolean;
  /** The answers must not be stored. */
  isNeverStored: boolean;
  /** How often it was made blank: by the person, by the host, or because the host has saved the record. */
  endings: number;
  /** The session sends its record: it is in no form, not disabled, and not always empty. */
  isSent: boolean;
}

export const sittingContext = createContext<Sitting>('attune-session');

/** The method that a session calls on widgets that existed before it, so that they look for it again. */
export const seekSitting = Symbol.for('attune.seek-sitting');
