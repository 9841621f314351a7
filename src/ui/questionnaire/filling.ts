import type { Instrument } from '../../core/instrument/instrument.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { HostValue } from '../../core/answering/host-value.ts';
import { inWords } from '../../core/plain-data/problem.ts';
import { takeAnswers, takeResponse, type ReadResponse } from '../../core/record/read-response.ts';
import { type Overlay, withOverlay } from '../../core/instrument/overlay.ts';
import { resolveInstrument } from '../../core/instrument/resolve-instrument.ts';
import type { Answer, Response } from '../../core/record/response.ts';
import { same } from '../../core/plain-data/same.ts';
import type { Prefill } from '../../core/answering/initial-values.ts';
import { startSession, type Session } from '../../core/answering/session.ts';
import type { Structure } from '../../core/answering/structure.ts';
import { newId } from '../host/new-id.ts';
import { now } from '../host/now.ts';
import { parsed } from '../host/parsed.ts';
import { report } from '../host/report.ts';
import { software } from '../host/software.ts';
import type { Asked } from './asked-by.ts';
import { readState } from './form-state.ts';

/** The user of a filling. It says which instrument is filled in, and follows the session. */
interface Follower {
  /** The language of the interface around content in a language. */
  locale(): string;
  asked(): Asked;
  /** A new attempt begins, blank or with a restored record. */
  onBegin(): void;
  /** Something has changed in the session. */
  onChange(): void;
  /** The instrument is about to be shown in another language. */
  onTranslate(to: Instrument): void;
  /** The host sets a record before the person has answered. */
  onOffer(): void;
}

/** The JSON of the response that was serialised last. */
interface Written {
  response: Response;
  json: string;
  /** The page has received it. */
  isGivenOut: boolean;
}

/**
 * Owns the filling session, and the value that the host sets. Attributes, instrument and value may come in any order,
 * before or after the element is on the page. It does not render and does not submit.
 */
export class Filling {
  session: Session | undefined;
  /** How often it was made blank, or got another record of the host. */
  endings = 0;
  #host: HTMLElement;
  #follower: Follower;
  #structure!: Structure;
  #takeChangedLists: Asked['takeChangedLists'];
  #prefill: readonly Prefill[] | undefined;
  /** The request that the session was started with. */
  #started: unknown[] = [];
  /** The last request that could not be started. */
  #refused: unknown[] = [];
  /** A value from the host that waits for an instrument. */
  #offered: { value: unknown } | undefined;
  /** The state that the browser restores; it waits for an instrument too. */
  #browserState: string | undefined;
  /** The last value of the host that was accepted. `form.reset()` returns to it. */
  #taken: Response | undefined;
  /** The translation that is shown. */
  #overlay: Overlay | undefined;
  /** The language of the interface, as the record names it. */
  #locale = '';
  #hostValue = new HostValue();
  #written: Written | undefined;

  constructor(host: HTMLElement, follower: Follower) {
    this.#host = host;
    this.#follower = follower;
  }

  /** Starts a session if the instrument or its options have changed, and reads what was waiting. Returns the session. */
  settle(): Session | undefined {
    const asking = this.#follower.asked();
    const { definition, overlay, options, given, structure, prefill } = asking;
    // The page may load the code for more items later.
    const isOtherCode = structure !== this.#structure;
    this.#structure = structure;
    this.#takeChangedLists = asking.takeChangedLists;
    const asked = [definition, JSON.stringify([options, given])];
    if (definition && !same(asked, this.#started) && !same(asked, this.#refused)) {
      const isStarted = this.#start({ ...asking, definition });
      if (isStarted) this.#started = asked;
      this.#refused = isStarted ? [] : asked;
    } else if (definition && same(asked, this.#started)) {
      if (overlay !== this.#overlay || isOtherCode) this.#translate(definition, overlay, options);
      // The record names the language of the interface too.
      else if (this.#follower.locale() !== this.#locale) this.#show(this.session!.instrument);
      if (prefill !== this.#prefill) {
        this.#prefill = prefill;
        this.#follower.onOffer();
        this.session!.prefill(prefill ?? []);
      }
    }
    if (!this.session) return undefined;
    const offered = this.#offered;
    const state = this.#browserState;
    this.#offered = undefined;
    this.#browserState = undefined;
    if (offered) this.#take(offered.value);
    // The person's last answers are newer than the value of the host.
    if (state) this.#restoreState(state);
    return this.session;
  }

  /** Restores the state of an earlier visit, from the browser, as soon as there is an instrument. */
  restore(state: string): void {
    this.#browserState = state;
    this.settle();
  }

  /** Takes the answers of a form without script: the person's, but older than what they have answered here. */
  adopt(answers: readonly Answer[]): void {
    const { response } = this.session!.current;
    this.#restart({ ...response, answers: this.isAnswered ? [...response.answers, ...answers] : answers });
    this.markAnswered();
  }

  /** Accepts a value from the host. It is read at the next `settle()` with an instrument. */
  offer(value: unknown): void {
    this.#offered = { value };
  }

  /** The JSON of a response. It is serialised once for all uses. */
  jsonOf(response: Response): string {
    return this.#asJson(response).json;
  }

  #asJson(response: Response): Written {
    if (this.#written?.response !== response) this.#written = { response, json: JSON.stringify(response), isGivenOut: false };
    return this.#written;
  }

  /** Notes that the page receives this state of the record. If the page sets it after another answer, it is out of date. */
  giveOut<State extends Response | null>(state: State): State {
    const written = state && this.#asJson(state);
    if (!written?.isGivenOut) this.#hostValue.giveOut(written ? written.json : '');
    if (written) written.isGivenOut = true;
    return state;
  }

  /** The person has answered since it was blank or took a value. */
  get isAnswered(): boolean {
    return this.#hostValue.isAnswered;
  }

  /** Checks a record from outside. */
  read(data: unknown): ReadResponse {
    return takeResponse(this.session!.instrument, data, this.#structure);
  }

  /** Checks a record from outside. If only lists of answers have changed, the answers that do not fit are kept as rejected input. */
  #readAll(data: unknown, instrument = this.session!.instrument): ReadResponse {
    const read = takeResponse(instrument, data, this.#structure);
    const changed = read.ok ? undefined : this.#takeChangedLists?.(instrument, data, this.#structure);
    if (changed?.problems.length) report(this.#host, 'answers-not-in-list', inWords(changed.problems));
    return changed ? { ok: true, response: changed.response } : read;
  }

  /** Notes that the person has answered. */
  markAnswered(): void {
    this.#hostValue.isAnswered = true;
  }

  /** Notes that this completed record was sent. */
  markSent(record: Response): void {
    this.giveOut(record);
    this.#hostValue.markGone(record.id);
    this.session?.markSent(record);
  }

  /** The host has saved this record. Makes the widget blank, unless the person has begun another record. */
  markSaved({ id }: Response): void {
    this.#taken = undefined;
    if (this.session?.current.response.id !== id) return;
    this.endings++;
    this.#hostValue.begin(false);
    this.#written = undefined;
    this.session.reset();
  }

  /** Makes the widget blank for the host. The next value that the host sets is accepted. */
  reset(): void {
    this.#offered = undefined;
    this.#hostValue = new HostValue();
    this.#startOver();
  }

  /** Makes the widget blank for the person. A value of the host with these answers is refused from now on. */
  erase(): void {
    if (this.session) this.#hostValue.markGone(this.session.current.response.id);
    this.#startOver();
  }

  /** Returns to the last accepted value of the host, else to blank. */
  formReset(): void {
    this.#startOver(this.#taken);
  }

  /** Begins a new attempt: blank, or with the host's response. */
  #startOver(taken?: Response): void {
    this.endings++;
    this.#taken = taken;
    this.#hostValue.begin(!!taken);
    this.#restart(taken);
  }

  #restart(restore?: Response): void {
    this.#browserState = undefined;
    this.#written = undefined;
    this.#refused = [];
    if (!this.session) return;
    this.session.reset(restore);
    this.#follower.onBegin();
  }

  /** Shows the same instrument in another language. Every answer stays. */
  #translate(definition: InstrumentDefinition, overlay: Overlay | undefined, options: Asked['options']): void {
    this.#overlay = overlay;
    const resolved = resolveInstrument(overlay ? withOverlay(definition, overlay) : definition, options);
    if (resolved.ok) this.#show(resolved.instrument);
  }

  #show(instrument: Instrument): void {
    this.#locale = this.#follower.locale();
    this.#follower.onTranslate(instrument);
    this.session!.translate(instrument, this.#locale, this.#structure);
  }

  #start({ definition, overlay, options, given, prefill, firstPageSize }: Asked & { definition: InstrumentDefinition }): boolean {
    const resolved = resolveInstrument(overlay ? withOverlay(definition, overlay) : definition, options);
    if (!resolved.ok) {
      report(this.#host, 'bad-instrument', inWords(resolved.problems));
      return false;
    }
    const { instrument } = resolved;
    const before = this.session?.current;
    if (before && !before.pristine && this.#hostValue.isAnswered) {
      report(this.#host, 'instrument-in-use');
      return false;
    }
    this.#overlay = overlay;
    this.#prefill = prefill;
    this.#locale = this.#follower.locale();
    const answers = takeAnswers(instrument, given, this.#structure);
    if (!answers.ok) report(this.#host, 'bad-value', inWords(answers.problems));
    const restore = this.#taken && this.#readAll(this.#taken, instrument);
    const asked = {
      newId,
      now,
      locale: this.#locale,
      software,
      firstPageSize,
      ...(prefill && { prefill }),
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

  #restoreState(state: string): void {
    const { response, rejected } = readState(state);
    const read = this.#readAll(response);
    // An older version may have written the state. Then the person starts blank.
    if (!read.ok) return;
    this.#restart(read.response);
    for (const { item, given, at } of rejected) this.session!.answer(item, given, at);
    this.markAnswered();
  }

  #take(value: unknown): void {
    const given = parsed(value);
    if (value === undefined || value === '' || given === null) {
      const verdict = this.#hostValue.unset(this.session!.current.response.id);
      if (verdict === 'blank') this.reset();
      else if (verdict === 'forget') this.#taken = undefined;
      return;
    }
    if (this.#hostValue.isRepeated(textOf(value))) return;
    if (!this.#hostValue.isAnswered) this.#follower.onOffer();
    const { current } = this.session!;
    const read = this.#readAll(given);
    if (!read.ok) {
      report(this.#host, 'bad-value', inWords(read.problems));
      return;
    }
    const { response } = read;
    const now = { id: current.response.id, json: this.jsonOf(current.response), pristine: current.pristine };
    const verdict = this.#hostValue.set(response, JSON.stringify(response), now);
    if (verdict === 'match') this.#taken = response;
    if (verdict === 'take') this.#startOver(response);
    if (verdict === 'refuse') {
      report(this.#host, 'newer-answers');
    }
  }
}

/** A value of the host as text, to compare it with the value before. */
function textOf(value: unknown): string {
  const unwritable = '?';
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? unwritable);
  } catch {
    return unwritable;
  }
}
