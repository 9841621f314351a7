import type { InstrumentDefinition } from '../../core/definition.ts';
import { isLocale } from '../../core/locale.ts';
import { inWords } from '../../core/problem.ts';
import { takeAnswers, takeResponse } from '../../core/read-response.ts';
import { resolveInstrument } from '../../core/resolve-instrument.ts';
import type { Answer, Response } from '../../core/response.ts';
import { same } from '../../core/same.ts';
import { startSession, type Session } from '../../core/session.ts';
import type { Structure } from '../../core/structure.ts';
import { langAround } from '../lang-around.ts';
import { newId } from '../new-id.ts';
import { now } from '../now.ts';
import { parsed } from '../parsed.ts';
import { report } from '../report.ts';
import { software } from '../software.ts';
import { readState } from './form-state.ts';

/** What the element asks for now. */
export interface Asked {
  definition: InstrumentDefinition | undefined;
  options: Record<string, string>;
  given: readonly Answer[];
  /** What the items of the definition need. */
  structure: Structure;
}

/**
 * Keeps the session for what the element asks for, and what the host set as value: attributes, instrument and value may
 * come in any order, before or after the element is on the page.
 */
export class SessionKeeper {
  session: Session | undefined;
  /** What `form.reset()` returns to. */
  hostValue: Response | undefined;
  #host: HTMLElement;
  #ask: () => Asked;
  #onSession: (isNew: boolean) => void;
  #structure!: Structure;
  /** What the session was started with, and what could not be started. */
  #started: unknown[] = [];
  #refused: unknown[] = [];
  #offered: { value: unknown } | undefined;
  #kept: string | undefined;
  /** The host's value that was taken last, as JSON, and the id of the record that left last. */
  #taken: string | undefined;
  #leftId: string | undefined;

  /** `onSession` is called after each change, and with `true` when the person starts anew. */
  constructor(host: HTMLElement, ask: () => Asked, onSession: (isNew: boolean) => void) {
    this.#host = host;
    this.#ask = ask;
    this.#onSession = onSession;
  }

  /** The session for what is asked now. */
  settle(): Session | undefined {
    const { definition, options, given, structure } = this.#ask();
    this.#structure = structure;
    const asked = [definition, JSON.stringify([options, given])];
    if (definition && !same(asked, this.#started) && !same(asked, this.#refused)) {
      const isStarted = this.#start(definition, options, given);
      if (isStarted) this.#started = asked;
      this.#refused = isStarted ? [] : asked;
    }
    if (this.session && this.#kept) {
      this.#takeKept(this.#kept);
    }
    if (this.session && this.#offered) {
      const { value } = this.#offered;
      this.#offered = undefined;
      this.#take(value);
    }
    return this.session;
  }

  /** Takes what the browser kept of an earlier visit; it waits like a value of the host's. */
  restore(kept: string): void {
    this.#kept = kept;
    this.settle();
  }

  /** Takes a value from the host; it waits until there is an instrument to read it with. */
  offer(value: unknown): void {
    this.#offered = { value };
  }

  /** The record has left: a draft of it that the host still has is an old one. */
  markSent(): void {
    this.#leftId = this.session?.current.response.id;
    this.session?.markSent();
  }

  /** Blank; what the host set is given up. */
  reset(): void {
    this.hostValue = this.#offered = this.#taken = this.#leftId = undefined;
    this.startOver();
  }

  /** Blank, or what the response holds. */
  startOver(restore?: Response): void {
    this.#kept = undefined;
    this.#refused = [];
    if (!this.session) return;
    this.session.reset(restore);
    this.#onSession(true);
  }

  #start(definition: InstrumentDefinition, options: Record<string, string>, given: readonly Answer[]): boolean {
    const resolved = resolveInstrument(definition, options);
    if (!resolved.ok) {
      report(this.#host, 'bad-instrument', inWords(resolved.problems));
      return false;
    }
    const { instrument } = resolved;
    const before = this.session?.current;
    if (before && !before.pristine && before.response.id !== this.hostValue?.id) {
      report(this.#host, 'instrument-in-use', 'It was begun already; call reset() before another one is asked');
      return false;
    }
    const answers = takeAnswers(instrument, given, this.#structure);
    if (!answers.ok) report(this.#host, 'bad-value', inWords(answers.problems));
    const restore = this.hostValue && takeResponse(instrument, this.hostValue, this.#structure);
    const lang = langAround(this.#host);
    const asked = {
      newId,
      now,
      locale: isLocale(lang) ? lang : instrument.language,
      software,
      ...(answers.ok && { given: answers.answers }),
      ...(restore?.ok && { restore: restore.response }),
    };
    this.session = startSession(instrument, asked, this.#structure);
    this.session.subscribe(() => this.#onSession(false));
    this.#onSession(true);
    return true;
  }

  #takeKept(kept: string): void {
    this.#kept = undefined;
    const { response, rejected } = readState(kept);
    const read = takeResponse(this.session!.instrument, response, this.#structure);
    // What the browser kept may be of an older shape; then the person starts blank.
    if (!read.ok) return;
    this.startOver(read.response);
    for (const { item, given, at } of rejected) this.session!.answer(item, given, at);
  }

  #take(value: unknown): void {
    if (value === null || value === undefined || value === '') return this.reset();
    const read = takeResponse(this.session!.instrument, parsed(value), this.#structure);
    if (!read.ok) {
      report(this.#host, 'bad-value', inWords(read.problems));
      return;
    }
    const { response } = read;
    const json = JSON.stringify(response);
    const isOld = json === this.#taken || (response.status === 'in-progress' && response.id === this.#leftId);
    if (isOld) return;
    this.#taken = json;
    this.hostValue = response;
    if (json !== JSON.stringify(this.session!.current.response)) this.startOver(response);
  }
}
