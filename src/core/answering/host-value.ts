import type { Response } from '../record/response.ts';
import { textHash } from '../plain-data/text-hash.ts';

/** What becomes of a value that the host sets. */
export type Verdict =
  /** Nothing changes. */
  | 'ignore'
  /** The answers stay; the host's value is forgotten. */
  | 'forget'
  /** The widget is made blank. */
  | 'blank'
  /** The answers stay. The host gets a report. */
  | 'refuse'
  /** It is what is there already. */
  | 'match'
  /** It replaces what is there. */
  | 'take';

/** The record as it is in the widget. */
interface Standing {
  id: string;
  json: string;
  pristine: boolean;
}

const NOTHING = textHash('');
/** How many states are remembered. An older one is treated as a late draft, so it replaces no answer either. */
const MOST_STATES = 1000;

/**
 * Decides who wins between what the host sets and what the person answered; docs/record.md has the table. It owns what
 * the host said last and which states the widget gave out, as hashes. It holds no answer and changes none. A new one
 * knows nothing, so it takes whatever is set first.
 */
export class HostValue {
  /** The person has answered since the widget was blank or took a value. */
  isAnswered = false;
  /** The record in the widget was brought by the host. */
  #isFromHost = false;
  #isReported = false;
  /** What the host set last, as it came, and as it was read. */
  #given = NOTHING;
  #said = NOTHING;
  #saidId: string | undefined;
  #states = new Set<number>();
  /** Ids of the records that were sent or erased. */
  #gone = new Set<string>();

  /** The person starts, with the host's record or blank. */
  begin(isFromHost: boolean): void {
    this.isAnswered = this.#isReported = false;
    this.#isFromHost = isFromHost;
  }

  /** The widget gives out a state of its record, as JSON; an empty text when it is blank. */
  giveOut(json: string): void {
    // A widget that was never filled in gives out nothing that could come back late.
    if (!json && !this.#isFromHost && !this.#states.size) return;
    this.#states.add(textHash(json));
    if (this.#states.size > MOST_STATES) this.#states.delete(this.#states.values().next().value!);
  }

  /** The record with this id was sent or erased. */
  markGone(id: string): void {
    this.#gone.add(id);
  }

  /** Whether the host set this very text last time; it need not be read again then. */
  isRepeated(given: string): boolean {
    const before = this.#given;
    this.#given = textHash(given);
    return this.#given === before;
  }

  /** The same text may be read otherwise from now on. */
  readAgain(): void {
    this.#given = NOTHING;
  }

  /** The host sets nothing, while the widget has the record with this id. */
  sayNothing(id: string): Verdict {
    const isSame = this.#said === NOTHING;
    const isCurrent = this.#saidId === id && !this.#gone.has(id);
    this.#given = this.#said = NOTHING;
    this.#saidId = undefined;
    if (isSame) return 'ignore';
    const isLate = this.#states.delete(NOTHING);
    return isCurrent && !isLate ? 'blank' : 'forget';
  }

  /** The host sets a record that can be read; `json` is that record's. */
  say({ id, status }: Response, json: string, now: Standing): Verdict {
    const said = textHash(json);
    if (said === this.#said) return 'ignore';
    this.#said = said;
    this.#saidId = id;
    const isState = this.#states.has(said);
    if (json === now.json) {
      this.#isFromHost ||= !isState;
      return 'match';
    }
    const isGone = this.#gone.has(id);
    if (isState || (isGone && status === 'in-progress')) return 'ignore';
    const isOther = id !== now.id && !isGone;
    if (!this.isAnswered || now.pristine || (isOther && this.#isFromHost)) {
      this.#states.clear();
      this.#gone.clear();
      return 'take';
    }
    if (this.#isReported) return 'ignore';
    this.#isReported = true;
    return 'refuse';
  }
}
