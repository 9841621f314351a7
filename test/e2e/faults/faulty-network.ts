import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { KillableServer } from './killable-server.ts';
import { drawFault, type Fault } from './plan.ts';
import { otherRecord } from './records.ts';

/** In milliseconds: how long a request is held without an answer, and how much others may overtake one that is late. */
const STALL = 1500;
const LATE = 300;

/** What a request met. `away`: no server was ready, so it met no fault of the plan. `killed`: its server was killed before it answered. */
export type Met = Fault | 'away' | 'killed';

/** What the network itself answers to a request for a page or a script, without faults. */
export type Files = (address: URL) => { type: string; content: string | Buffer } | undefined;

interface Answer {
  status: number;
  retryAfter: string | null;
}

/** Everything between the devices and the servers. Each record that is sent meets the fault that the plan draws, if a server is there. */
export class FaultyNetwork {
  readonly counts: Partial<Record<Met, number>> = {};
  /** How many records the servers said to have stored, and which answers other than 200 and 201 they gave. */
  acknowledged = 0;
  readonly refusals: Record<number, number> = {};
  /** How many requests a server has answered with 500 or more, or not at all. */
  unstored = 0;
  /** The answers of other records that were delivered under the id of a person's record. */
  readonly others = new Map<string, string>();
  readonly #servers: readonly KillableServer[];
  readonly #random: () => number;
  readonly #files: Files | undefined;
  readonly #server: Server = createServer((request, response) => {
    this.#handle(request, response).catch(() => response.destroy());
  });

  constructor(servers: readonly KillableServer[], random: () => number, files?: Files) {
    this.#servers = servers;
    this.#random = random;
    this.#files = files;
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      const file = this.#files?.(new URL(request.url!, 'http://network'));
      return void response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.content);
    }
    const body = await buffer(request);
    if (!this.#oneThatIsReady()) {
      this.#note('away');
      return void response.destroy();
    }
    const drawn = drawFault(this.#random);
    // The other record is made for the devices, which have no pages.
    const fault = drawn === 'other-record' && this.#files ? 'none' : drawn;
    if (fault === 'cut-before' || fault === '500' || fault === '429') this.#note(fault);
    if (fault === 'cut-before') return void response.destroy();
    if (fault === '500' || fault === '429') return void response.writeHead(Number(fault), fault === '429' ? { 'retry-after': '1' } : {}).end();
    if (fault === 'stall') await pause(STALL * this.#random());
    if (fault === 'late') await pause(LATE * this.#random());
    if (fault === 'other-record') await this.#deliverAnother(request, body);
    const deliveries = Array.from({ length: fault === 'doubled' ? 2 : 1 }, () => this.#forward(request, body));
    const [{ status, retryAfter }] = (await Promise.all(deliveries)) as [Answer];
    this.#note(fault);
    if (fault === 'cut-after' || fault === 'stall') return void response.destroy();
    response.writeHead(status, retryAfter === null ? {} : { 'retry-after': retryAfter }).end();
  }

  /** Delivers a record with other answers under the same id. */
  async #deliverAnother(request: IncomingMessage, body: Buffer): Promise<void> {
    const other = otherRecord(JSON.parse(String(body)));
    this.others.set(other.id, JSON.stringify(other.answers));
    await this.#forward(request, Buffer.from(JSON.stringify(other)));
  }

  /** Delivers a request to one of the servers that are ready. Rejects if the server is killed before it answers. */
  async #forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const server = this.#oneThatIsReady();
    if (!server) return this.#lost('away');
    const { 'content-type': type = '', authorization = '' } = headers;
    server.underWay++;
    try {
      const answer = await fetch(server.address + url, {
        method: method!,
        headers: { 'content-type': type, authorization },
        body: new Uint8Array(body),
      });
      await answer.arrayBuffer();
      const { status } = answer;
      if (status === 201) {
        server.stored++;
        this.acknowledged++;
      } else if (status !== 200) this.refusals[status] = (this.refusals[status] ?? 0) + 1;
      if (status >= 500) this.unstored++;
      return { status, retryAfter: answer.headers.get('retry-after') };
    } catch {
      this.unstored++;
      return this.#lost('killed');
    } finally {
      server.underWay--;
    }
  }

  #oneThatIsReady(): KillableServer | undefined {
    const ready = this.#servers.filter(({ address }) => address);
    return ready[Math.floor(this.#random() * ready.length)];
  }

  #note(met: Met): void {
    this.counts[met] = (this.counts[met] ?? 0) + 1;
  }

  #lost(met: Met): never {
    this.#note(met);
    throw new Error(met);
  }
}
