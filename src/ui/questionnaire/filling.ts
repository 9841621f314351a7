import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { HostValue } from '../../core/answering/host-value.ts';
import { isLocale } from '../../core/plain-data/locale.ts';
import { inWords } from '../../core/plain-data/problem.ts';
import { takeAnswers, takeResponse } from '../../core/record/read-response.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import type { Answer, Response } from '../../core/record/response.ts';
import { same } from '../../core/plain-data/same.ts';
import { startSession, type Session } from '../../core/answering/session.ts';
import type { Structure } from '../../core/answering/structure.ts';
import { langAround } from '../text/lang-around.ts';
import { newId } from '../host/new-id.ts';
import { now } from '../host/now.ts';
import { parsed } from '../host/parsed.ts';
import { report } from '../host/report.ts';
import { software } from '../host/software.ts';
import { readState } from './form-state.ts';

/** What the element asks for now. */
export interface Asked {
  definition: InstrumentDefinition | undefined;
  options: Record<string, string>;
  given: readonly Answer[];
  /** What the items of the definition need. */
  structure: Structure;
}

/** Who asks for a session, and follows it. */
interface Follower {
  asked(): Asked;
  /** The person starts anew, blank or with a restored record. */
  onBegin(): void;
  /** Something has changed in the session. */
  onChange(): void;
  /** The host sets a record before the person has answered. */
  onOffer(): void;
}

/** The JSON of the response that was written last. */
interface Written {
  response: Response;
  json: string;
  /** The page was given it. */
  isGivenOut: boolean;
}

/**
 * Owns the session for the instrument that the element asks for, and the value that the host sets. Attributes, instrument
 * and value may come in any order, before or after the element is on the page. It neither renders nor submits.
 */
export class Filling {
  session: Session | undefined;
  #host: HTMLElement;
  #follower: Follower;
  #structure!: Structure;
  /** What the session was started with, and what could not be started. */
  #started: unknown[] = [];
  #refused: unknown[] = [];
  /** What waits for an instrument to read it with. */
  #offered: { value: unknown } | undefined;
  #browserState: string | undefined;
  /** The value of the host's that was taken last: `form.reset()` returns to it. */
  #taken: Response | undefined;
  #hostValue = new HostValue();
  #written: Written | undefined;

  constructor(host: HTMLElement, follower: Follower) {
    this.#host = host;
    this.#follower = follower;
  }

  /** The session for what is asked now. */
  settle(): Session | undefined {
    const { definition, options, given, structure } = this.#follower.asked();
    this.#structure = structure;
    const asked = [definition, JSON.stringify([options, given])];
    if (definition && !same(asked, this.#started) && !same(asked, this.#refused)) {
      const isStarted = this.#start(definition, options, given);
      if (isStarted) this.#started = asked;
      this.#refused = isStarted ? [] : asked;
    }
    if (!this.session) return undefined;
    const offered = this.#offered;
    const kept = this.#browserState;
    this.#offered = this.#browserState = undefined;
    if (offered) this.#take(offered.value);
    // What the browser kept is what the person answered last.
    if (kept) this.#restoreState(kept);
    return this.session;
  }

  /** Takes what the browser kept of an earlier visit; it waits like a value of the host's. */
  restore(kept: string): void {
    this.#browserState = kept;
    this.settle();
  }

  /** Takes a value from the host; it waits until there is an instrument to read it with. */
  offer(value: unknown): void {
    this.#offered = { value };
  }

  /** The JSON of a response, written once for all who need it. */
  jsonOf(response: Response): string {
    return this.#asJson(response).json;
  }

  #asJson(response: Response): Written {
    if (this.#written?.response === response) return this.#written;
    return (this.#written = { response, json: JSON.stringify(response), isGivenOut: false });
  }

  /** The page is given this state of the record: it is an earlier one if the page sets it after the next answer. */
  giveOut<State extends Response | null>(state: State): State {
    const written = state && this.#asJson(state);
    if (!written?.isGivenOut) this.#hostValue.giveOut(written ? written.json : '');
    if (written) written.isGivenOut = true;
    return state;
  }

  /** The person has answered. */
  markAnswered(): void {
    this.#hostValue.isAnswered = true;
  }

  /** This completed record has left. */
  markSent(record: Response): void {
    this.giveOut(record);
    this.#hostValue.markGone(record.id);
    this.session?.markSent(record);
  }

  /** The host has kept this record: blank, unless the person has gone on with another one. */
  markSaved({ id }: Response): void {
    this.#taken = undefined;
    if (this.session?.current.response.id !== id) return;
    this.#hostValue.begin(false);
    this.#written = undefined;
    this.session.reset();
  }

  /** Blank, as the host wants it: whatever it sets next is taken. */
  reset(): void {
    this.#offered = undefined;
    this.#hostValue = new HostValue();
    this.#startOver();
  }

  /** Blank, as the person wants it: what the host still has of these answers does not come back. */
  erase(): void {
    if (this.session) this.#hostValue.markGone(this.session.current.response.id);
    this.#startOver();
  }

  /** What the host set and was taken, else blank. */
  formReset(): void {
    this.#startOver(this.#taken);
  }

  /** Blank, or what the host's response holds. */
  #startOver(taken?: Response): void {
    this.#taken = taken;
    this.#hostValue.begin(!!taken);
    this.#restart(taken);
  }

  #restart(restore?: Response): void {
    this.#browserState = this.#written = undefined;
    this.#refused = [];
    if (!this.session) return;
    this.session.reset(restore);
    this.#follower.onBegin();
  }

  #start(definition: InstrumentDefinition, options: Record<string, string>, given: readonly Answer[]): boolean {
    const resolved = resolveInstrument(definition, options);
    if (!resolved.ok) {
      report(this.#host, 'bad-instrument', inWords(resolved.problems));
      return false;
    }
    const { instrument } = resolved;
    const before = this.session?.current;
    if (before && !before.pristine && this.#hostValue.isAnswered) {
      report(this.#host, 'instrument-in-use', 'It was begun already; call reset() before another one is asked');
      return false;
    }
    const answers = takeAnswers(instrument, given, this.#structure);
    if (!answers.ok) report(this.#host, 'bad-value', inWords(answers.problems));
    const restore = this.#taken && takeResponse(instrument, this.#taken, this.#structure);
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
    this.session.subscribe(() => this.#follower.onChange());
    this.#hostValue.readAgain();
    this.#hostValue.begin(!!restore?.ok);
    this.#follower.onBegin();
    return true;
  }

  #restoreState(kept: string): void {
    const { response, rejected } = readState(kept);
    const read = takeResponse(this.session!.instrument, response, this.#structure);
    // What the browser kept may be of an older shape; then the person starts blank.
    if (!read.ok) return;
    this.#restart(read.response);
    for (const { item, given, at } of rejected) this.session!.answer(item, given, at);
    this.markAnswered();
  }

  #take(value: unknown): void {
    const given = parsed(value);
    if (value === undefined || value === '' || given === null) {
      const verdict = this.#hostValue.sayNothing(this.session!.current.response.id);
      if (verdict === 'blank') this.reset();
      else if (verdict === 'forget') this.#taken = undefined;
      return;
    }
    if (this.#hostValue.isRepeated(textOf(value))) return;
    if (!this.#hostValue.isAnswered) this.#follower.onOffer();
    const { instrument, current } = this.session!;
    const read = takeResponse(instrument, given, this.#structure);
    if (!read.ok) {
      report(this.#host, 'bad-value', inWords(read.problems));
      return;
    }
    const { response } = read;
    const now = { id: current.response.id, json: this.jsonOf(current.response), pristine: current.pristine };
    const verdict = this.#hostValue.say(response, JSON.stringify(response), now);
    if (verdict === 'match') this.#taken = response;
    if (verdict === 'take') this.#startOver(response);
    if (verdict === 'refuse') {
      report(this.#host, 'newer-answers', 'The person has answered since; call reset() first, then set value');
    }
  }
}

/** A value of the host's as a text, to see whether it is the same again. */
function textOf(value: unknown): string {
  const unwritable = '?';
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? unwritable);
  } catch {
    return unwritable;
  }
}
