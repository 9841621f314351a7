import type { Response } from '../record/response.ts';
import { textHash } from '../plain-data/text-hash.ts';

/** What the widget does with a value that the host sets. */
export type Verdict =
  /** Nothing changes. */
  | 'ignore'
  /** The answers stay. `form.reset()` no longer returns to the host's earlier value. */
  | 'forget'
  /** The widget becomes blank. */
  | 'blank'
  /** The answers stay, and the widget reports this to the host. */
  | 'refuse'
  /** The value equals the record in the widget. */
  | 'match'
  /** The value replaces the record in the widget. */
  | 'take';

/** The record in the widget. */
interface CurrentRecord {
  id: string;
  json: string;
  pristine: boolean;
}

/** "No record": the hash of an empty text. */
const NO_RECORD = textHash('');
/** How many states are remembered. A state that was forgotten is treated like a late draft, so it replaces no answer either. */
const MOST_STATES = 1000;

/**
 * Decides whether a value that the host sets replaces the person's answers. docs/record.md has the rules as a table.
 *
 * It remembers, as hashes, the host's last value and the states of the record that the widget gave to the page. It has no
 * answers and changes none. Without a history it accepts any first value.
 */
export class HostValue {
  /** The person has answered since the widget was blank or took a value. */
  isAnswered = false;
  /** The record in the widget came from the host. */
  #isFromHost = false;
  /** `refuse` was returned since the last start, so that the host gets one report. */
  #isReported = false;
  /** The host's last value: the hash of its text, the hash of the record in it, and the id of that record. */
  #textHash = NO_RECORD;
  #recordHash = NO_RECORD;
  #recordId: string | undefined;
  /** Hashes of the states that the widget gave to the page. */
  #states = new Set<number>();
  /** Ids of the records that were sent or erased. */
  #finishedIds = new Set<string>();

  /** The widget starts with a record of the host, or blank. */
  begin(isFromHost: boolean): void {
    this.isAnswered = false;
    this.#isReported = false;
    this.#isFromHost = isFromHost;
  }

  /** The widget gives a state of its record to the page, as JSON. An empty text: the widget is blank. */
  giveOut(json: string): void {
    // The page cannot return the blank state of a widget that never had a record.
    if (!json && !this.#isFromHost && !this.#states.size) return;
    this.#states.add(textHash(json));
    if (this.#states.size > MOST_STATES) this.#states.delete(this.#states.values().next().value!);
  }

  /** The record with this id was sent or erased. */
  markGone(id: string): void {
    this.#finishedIds.add(id);
  }

  /** Whether the host sets the same text as the last time. It need not be read again then. */
  isRepeated(text: string): boolean {
    const before = this.#textHash;
    this.#textHash = textHash(text);
    return this.#textHash === before;
  }

  /** The instrument or its options changed, so the same text can now have another meaning. */
  readAgain(): void {
    this.#textHash = NO_RECORD;
  }

  /** The host sets no value. `id` is the id of the record in the widget. */
  unset(id: string): Verdict {
    const isSame = this.#recordHash === NO_RECORD;
    const isCurrent = this.#recordId === id && !this.#finishedIds.has(id);
    this.#textHash = NO_RECORD;
    this.#recordHash = NO_RECORD;
    this.#recordId = undefined;
    if (isSame) return 'ignore';
    const isLate = this.#states.delete(NO_RECORD);
    return isCurrent && !isLate ? 'blank' : 'forget';
  }

  /** The host sets a valid record. `json` is this record as JSON. */
  set({ id, status }: Response, json: string, current: CurrentRecord): Verdict {
    const hash = textHash(json);
    if (hash === this.#recordHash) return 'ignore';
    this.#recordHash = hash;
    this.#recordId = id;
    const isOwnState = this.#states.has(hash);
    if (json === current.json) {
      this.#isFromHost ||= !isOwnState;
      return 'match';
    }
    const isFinished = this.#finishedIds.has(id);
    if (isOwnState || (isFinished && status === 'in-progress')) return 'ignore';
    const isOtherRecord = id !== current.id && !isFinished;
    if (!this.isAnswered || current.pristine || (isOtherRecord && this.#isFromHost)) {
      this.#states.clear();
      this.#finishedIds.clear();
      return 'take';
    }
    if (this.#isReported) return 'ignore';
    this.#isReported = true;
    return 'refuse';
  }
}
