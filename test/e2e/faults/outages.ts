import type { FaultyNetwork } from './faulty-network.ts';
import { type KillableServer, until } from './killable-server.ts';

/** One time without a server or its database. */
export interface Outage {
  kind: string;
  /** How many records were stored between the end of the outage before and this one. */
  storedBefore: number;
  /** How many records people sent until everything was ready again. */
  sentMeanwhile: number;
}

/** A way to end something that the clinic needs. */
export interface Cause {
  /** The servers that lose it. */
  servers: readonly KillableServer[];
  /** Resolves when everything is ready again. */
  happen(): Promise<void>;
}

interface Settings {
  /** The causes by their names. Each is used in turn. */
  causes: Readonly<Record<string, Cause>>;
  servers: readonly KillableServer[];
  network: FaultyNetwork;
  random: () => number;
  /** How many records are stored between two outages, on average. */
  between: number;
  /** How many records people have sent. */
  sent(): number;
}

/** In milliseconds. If the servers store nothing for so long, the run fails. */
const LONGEST_CALM = 120_000;
/** Each server has stored so many records since its start before something happens to one of them. */
const LEAST_STORED = 3;

/**
 * Causes one outage after the other, until it is stopped. The next one waits until all servers are ready and have stored records, and
 * comes while one of the servers that it meets has a request under way.
 */
export class Outages {
  readonly all: Outage[] = [];
  readonly #settings: Settings;
  #isOver = false;
  #running: Promise<void> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Whether each kind has come. */
  get hasEach(): boolean {
    return Object.keys(this.#settings.causes).every((kind) => this.all.some((outage) => outage.kind === kind));
  }

  /** `onFailure`: called if an outage does not end, or nothing is stored for too long. */
  start(onFailure: (cause: unknown) => void): void {
    this.#running = this.#run();
    this.#running.catch(onFailure);
  }

  /** Resolves when the outage that is under way has ended. Rejects if one of them did not end. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    const { causes, servers, network, random, between, sent } = this.#settings;
    const kinds = Object.entries(causes);
    for (let before = 0; ; before = network.acknowledged) {
      const wanted = before + Math.ceil(between * (0.5 + random()));
      const [kind, cause] = kinds[this.all.length % kinds.length]!;
      const isTime = (): boolean =>
        network.acknowledged >= wanted && servers.every(({ stored }) => stored >= LEAST_STORED) && cause.servers.some(({ underWay }) => underWay > 0);
      await until(() => this.#isOver || isTime(), LONGEST_CALM);
      if (this.#isOver) return;
      const [storedBefore, sentBefore] = [network.acknowledged - before, sent()];
      await cause.happen();
      this.all.push({ kind, storedBefore, sentMeanwhile: sent() - sentBefore });
    }
  }
}
