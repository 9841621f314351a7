import type { ReactiveController } from '../ui/lit/lit.ts';
import type { DraftHost } from '../ui/safety/draft-keeper.ts';
import { HAND_OVER, handOver, type HandedOver } from '../storage/hand-over.ts';
import { endOf } from './content/draft.ts';
import { daysOf } from './draft-settings.ts';
import type { Keepable } from './members.ts';

/** Tells an outbox which records have a draft, and remembers which ones the outbox has. */
export class Outgoing implements ReactiveController {
  readonly #host: DraftHost;
  readonly #drafted: () => readonly Keepable[];
  readonly #onTaken: () => void;
  readonly #taken = new Set<string>();

  /** `drafted`: the questionnaires with a draft now. `onTaken`: the outbox has records that are in the draft. */
  constructor(host: DraftHost, drafted: () => readonly Keepable[], onTaken: () => void) {
    this.#host = host;
    this.#drafted = drafted;
    this.#onTaken = onTaken;
    host.addController(this);
  }

  hostConnected(): void {
    (handOver[HAND_OVER] ??= new Set()).add(this.#find);
  }

  hostDisconnected(): void {
    handOver[HAND_OVER]?.delete(this.#find);
  }

  /** Those whose record is in no outbox. */
  unsent = (all: readonly Keepable[]): Keepable[] => all.filter(({ recordId }) => !this.#taken.has(recordId));

  /** Whether there are answers, and an outbox has all of them. */
  hasAll(all: readonly Keepable[]): boolean {
    const filled = all.filter(({ isBlank }) => !isBlank);
    return !!filled.length && !this.unsent(filled).length;
  }

  #find = (text: string): HandedOver | undefined => {
    const ids = this.unsent(this.#drafted()).flatMap(({ recordId }) => (text.includes(JSON.stringify(recordId)) ? recordId : []));
    const drop = (): void => {
      for (const id of ids) this.#taken.add(id);
      this.#onTaken();
    };
    return ids.length ? { ids, until: endOf({ savedAt: Date.now(), days: daysOf(this.#host) }), drop } : undefined;
  };
}
