import type { AgendaLine } from '../../core/record/agenda.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Overlay } from '../../core/instrument/overlay.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Answer, Response } from '../../core/record/response.ts';
import type { Prefill } from '../../core/answering/initial-values.ts';
import type { Session } from '../../core/answering/session.ts';
import type { Instance } from '../../core/answering/snapshot.ts';
import type { Structure } from '../../core/answering/structure.ts';
import type { ErrorCode } from '../host/developer-messages.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import type { Table } from '../text/catalogue.ts';
import type { ResultTemplate } from './templates/result-words-template.ts';

/** A mistake of the host. `about` is its place or its reason. */
export type Mistake = [code: ErrorCode, about?: string];

/**
 * What one questionnaire element adds to the engine. Each element has one such object, and the engine calls it. A button in
 * its content may change answers through the element's `alter`.
 */
export interface Extension {
  /** The definition of the instrument; `undefined` as long as the host has not set one. */
  definition(): InstrumentDefinition | undefined;
  /** The values of the instrument's options. Without this, a property with the name of an option sets that option. */
  options?(): Record<string, string>;
  /** The translation of the definition into a language that the host has not registered. The same object each time. */
  overlay?(language: string): Overlay | undefined;
  /** Answers to hidden items, from the host. */
  given?(): readonly Answer[];
  /** The code that this definition needs, if it is not that of all definitions of the element. The same until it changes. */
  structure?(): Structure | undefined;
  /** Values at the start of items, from elsewhere. The same list until they change. */
  prefill?(): readonly Prefill[] | undefined;
  /** What the person wants to talk about, for the submit event. */
  agenda?(instrument: Instrument, record: Response): AgendaLine[];
  /** Content below the items, and after sending. `hasProblems`: an expression or a calculation does not work. */
  extra?(instrument: Instrument, record: Response, isSent: boolean, hasProblems: boolean): unknown;
  /** The answers are in memory only. The browser does not restore them. */
  readonly memoryOnly?: boolean;
  /** `extra` depends on the answers. It is rendered again after each answer. */
  readonly extraShowsAnswers?: boolean;
  /** Mistakes in the element's own attributes. */
  mistakes?(): Mistake[];
  /** Lines below the person's answers in the review and in a copy. */
  copyNotes?(instrument: Instrument): OwnCopy['lines'];
  /** Called after each answer. It may change other answers. */
  afterAnswer?(session: Session, instance: Instance): void;
  /** Content below the heading of a group. */
  groupNote?(instance: Instance, instrument: Instrument): unknown;
  /** Content above the field of a typed item. */
  fieldNote?(instance: Instance, instrument: Instrument): unknown;
  /** Shows a score. Only for instruments that others than clients can fill in. */
  readonly scoreTemplate?: ResultTemplate;
  /** The messages that only this element has, in English. */
  readonly messages?: Table;
}
