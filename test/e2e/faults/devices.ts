import { setTimeout as pause } from 'node:timers/promises';
import { Outbox, type Surroundings } from '../../../src/outbox/outbox.ts';
import { read, type Sendable } from '../../../src/outbox/content/waiting.ts';

/** The waits of the outbox are this much shorter than in a browser. */
const HASTE = 50;
/** Of 100 records: in so many the browser is killed, within so many milliseconds after the person has sent. */
const KILLED = 5;
const SOON = 30;
/** A person does not send more while so many records wait on the device. */
const MOST_WAITING = 5;

/** A device whose browser can be killed: what was stored stays, and what was under way is never heard of again. */
export class Device {
  kills = 0;
  /** By how many milliseconds its clock is wrong now. */
  wrongBy = 0;
  /** The ids that this device's person was told to be saved. */
  readonly told = new Set<string>();
  /** Those of which the person was told that the device keeps them until they can be sent. */
  readonly kept = new Set<string>();
  readonly #address: string;
  readonly #token: string;
  readonly #texts = new Map<string, string>();
  readonly #random: () => number;
  #visit: { outbox: Outbox; end(): void } | undefined;

  constructor(address: string, token: string, random: () => number) {
    this.#address = address;
    this.#token = token;
    this.#random = random;
  }

  /** What its clock shows now, as ISO 8601. */
  get time(): string {
    return new Date(Date.now() + this.wrongBy).toISOString();
  }

  /** The records that wait on the device. Those that were refused do not. */
  get waiting(): Sendable[] {
    return this.#records(false);
  }

  /** The records that the endpoint has refused and that are still on the device. */
  get setAside(): Sendable[] {
    return this.#records(true);
  }

  get isFull(): boolean {
    return this.waiting.length >= MOST_WAITING;
  }

  /** The person visits the page, if it is not open. What waits is sent. */
  visit(): Outbox {
    this.#visit ??= this.#open();
    return this.#visit.outbox;
  }

  /** Ends the browser in the middle of what it does. */
  kill(): void {
    this.kills++;
    this.#visit?.end();
    this.#visit = undefined;
  }

  /** The person sends a record, and perhaps the browser is killed in the meantime. */
  async send(record: Sendable): Promise<void> {
    const outbox = this.visit();
    const sending = outbox.send(record).then(
      (sent) => {
        if (sent.state === 'sent') this.told.add(record.id);
        else this.kept.add(record.id);
        if (sent.state === 'kept') void sent.whenSent.then(() => this.told.add(record.id), () => {});
      },
      () => {},
    );
    if (this.#random() * 100 < KILLED) {
      await pause(this.#random() * SOON);
      this.kill();
    } else await sending;
  }

  #records(areRefused: boolean): Sendable[] {
    return [...this.#texts.values()].flatMap((text) => {
      const found = read(text);
      return found && (found.refused !== undefined) === areRefused ? [found.record] : [];
    });
  }

  #open(): { outbox: Outbox; end(): void } {
    let isDead = false;
    /** A killed browser does not come back from what it was waiting for. */
    const alive = async <T>(value: T): Promise<T> => (isDead ? new Promise<T>(() => {}) : value);
    const began = Date.now();
    const locks = new Set<string>();
    const timers = new Set<NodeJS.Timeout>();
    const requests = new AbortController();
    const texts = this.#texts;
    const around: Surroundings = {
      store: {
        get: (name) => alive(texts.has(name) ? ({ ok: true, text: texts.get(name)! } as const) : undefined),
        entries: () => alive([...texts].map(([name, text]) => ({ name, ok: true as const, text }))),
        set: async (name, text) => void (await alive(undefined), texts.set(name, text), await alive(undefined)),
        setAll: async (all) => void (await alive(undefined), all.forEach(({ name, text }) => texts.set(name, text)), await alive(undefined)),
        replace: async (name, text) => void (await alive(undefined), texts.has(name) && texts.set(name, text), await alive(undefined)),
        delete: async (name) => void (await alive(undefined), texts.delete(name), await alive(undefined)),
        clear: async () => texts.clear(),
      },
      fetch: async (address, init) => alive(await fetch(address, { ...init, signal: AbortSignal.any([init.signal!, requests.signal]) })),
      now: () => began + (Date.now() - began) * HASTE + this.wrongBy,
      random: this.#random,
      after(milliseconds, work) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          work();
        }, milliseconds / HASTE);
        timers.add(timer);
        return () => clearTimeout(timer);
      },
      async alone(name, work) {
        if (locks.has(name)) return undefined;
        locks.add(name);
        return work().finally(() => locks.delete(name));
      },
      tell: () => {},
      isShared: () => false,
      draftsOf: () => [],
      copiesOf: () => [],
    };
    const headers = (): Record<string, string> => ({ authorization: `Bearer ${this.#token}` });
    const outbox = new Outbox({ url: `${this.#address}/api/responses`, owner: 'person', headers }, around);
    const end = (): void => {
      isDead = true;
      outbox.close();
      timers.forEach(clearTimeout);
      // A request that may outlive its page goes on, others end.
      if (this.#random() < 0.5) requests.abort();
    };
    void outbox.flush();
    return { outbox, end };
  }
}
