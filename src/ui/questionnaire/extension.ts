import type { AgendaLine } from '../../core/record/agenda.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Answer, Response } from '../../core/record/response.ts';
import type { Session } from '../../core/answering/session.ts';
import type { Instance } from '../../core/answering/snapshot.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import type { ResultTemplate } from './templates/result-words-template.ts';

/** What is wrong in what the host gave or where it placed the widget. */
export type Mistake = [code: string, message: string];

/**
 * What one questionnaire element adds to the engine. An element gives one such object; the engine asks it, and never the
 * other way round.
 */
export interface Extension {
  /** The instrument, its options open; `undefined` while the host has not given it. */
  definition(): InstrumentDefinition | undefined;
  /** The values of its options. Without this, each property of an option's name sets that option. */
  options?(): Record<string, string>;
  /** Answers that the host gives for hidden items. */
  given?(): readonly Answer[];
  /** What the person wants to talk about, for the event. */
  agenda?(instrument: Instrument, record: Response): AgendaLine[];
  /** Content under the items, and after sending. */
  extra?(instrument: Instrument, record: Response, isSent: boolean): unknown;
  /** The answers are in memory only: the browser restores none of them. */
  readonly memoryOnly?: boolean;
  /** `extra` depends on the answers, so it is rendered again after each answer. */
  readonly extraShowsAnswers?: boolean;
  /** Mistakes in attributes of the element's own. */
  mistakes?(): Mistake[];
  /** Lines under the person's own answers, to review or keep. */
  copyNotes?(instrument: Instrument): OwnCopy['lines'];
  /** Called after each answer. It may change other answers. */
  afterAnswer?(session: Session, instance: Instance): void;
  /** Content under a group's heading. */
  groupNote?(instance: Instance, instrument: Instrument): unknown;
  /** Content over the field of a typed item. */
  fieldNote?(instance: Instance, instrument: Instrument): unknown;
  /** How a score is shown, where the instrument may be for others than clients. */
  readonly scoreTemplate?: ResultTemplate;
}

/** The options of the instrument: the extension's, else each property of an option's name that the host has set. */
export function optionsOf({ definition, options }: Extension, element: object): Record<string, string> {
  if (options) return options();
  const own = element as Record<string, string | undefined>;
  const names = Object.keys(definition()?.options ?? {});
  return Object.fromEntries(names.flatMap((name) => (own[name] ? [[name, own[name]]] : [])));
}
