import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { freePort } from '../../tools/free-port.mjs';

const cdn = new URL('../../dist/cdn/', import.meta.url);

/** A page, and an endpoint that can be stopped and started on the same port. */
export class RestingEndpoint {
  /** The bodies that were stored, by id. */
  readonly stored = new Map<string, string>();
  deliveries = 0;
  /** The status that is answered instead of storing. */
  refuse = 0;
  readonly #pageOf: (path: string) => string;
  #port = 0;
  #server: Server | undefined;

  /** `pageOf`: the page at a path that is no file of the CDN build. */
  constructor(pageOf: (path: string) => string) {
    this.#pageOf = pageOf;
  }

  get address(): string {
    return `http://localhost:${this.#port}`;
  }

  async start(): Promise<void> {
    this.#port ||= await freePort();
    this.#server = createServer(async (request, response) => {
      const { url = '', method } = request;
      if (method === 'POST') {
        const body = await text(request);
        this.deliveries++;
        if (this.refuse) return response.writeHead(this.refuse).end();
        const { id } = JSON.parse(body) as { id: string };
        const isKnown = this.stored.has(id);
        this.stored.set(id, body);
        return response.writeHead(isKnown ? 200 : 201).end();
      }
      const isScript = url.endsWith('.js');
      response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html', 'cache-control': 'no-store' });
      response.end(isScript ? await readFile(new URL(url.slice(1), cdn)) : this.#pageOf(url));
    });
    this.#server.listen(this.#port, 'localhost');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    if (this.#server) await new Promise((done) => this.#server!.close(done));
    this.#server = undefined;
  }
}
