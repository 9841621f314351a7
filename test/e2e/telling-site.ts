import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const cdn = new URL('../../dist/cdn/', import.meta.url);

/** What a page tells after somebody came back to it. */
export interface Told {
  /** It came from the memory of the browser. */
  persisted: boolean;
  /** What the widget says about its draft. */
  says: string;
  /** The labels of the chosen options. */
  chosen: string[];
  /** The id of the record; `null` if the widget is blank. */
  id: string | null;
}

/** No driver follows a page that comes back from memory, so the page tells what it shows, until it says something about its draft. */
const telling = (tag: string): void => {
  addEventListener('pageshow', ({ persisted }) => {
    const [{ type } = {}] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (!persisted && type !== 'back_forward') return;
    const tell = (): void => {
      const widget = document.querySelector<HTMLElement & { value?: { id: string } | null }>(tag)!;
      const root = widget.shadowRoot;
      const says = root?.querySelector('[part=draft]')?.textContent?.trim() ?? '';
      if (!root || !says) return void setTimeout(tell, 50);
      const chosen = [...root.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.labels![0]!.textContent!.trim());
      void fetch('/told', { method: 'POST', body: JSON.stringify({ persisted, says, chosen, id: widget.value?.id ?? null }) });
    };
    setTimeout(tell);
  });
};

/** A site whose pages browsers may keep in memory. It stores the records that its pages send. */
export class TellingSite {
  /** The bodies of the records that were stored, by id, each as it arrived first. */
  readonly stored = new Map<string, string>();
  readonly #server: Server;

  /** `bodyOf`: the page at a path, with a widget of this name. A page without one is blank. */
  constructor(tag: string, bodyOf: (path: string) => string | undefined) {
    this.#server = createServer(async (request, response) => {
      const { url = '', method } = request;
      response.setHeader('cache-control', 'private, max-age=600');
      if (method === 'POST') {
        const body = await text(request);
        const content = JSON.parse(body) as { id: string };
        if (url === '/told') this.#server.emit('told', content);
        else if (!this.stored.has(content.id)) this.stored.set(content.id, body);
        return response.end();
      }
      const isScript = url.endsWith('.js');
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      const body = bodyOf(url);
      const page = `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">${body ? `<script>(${telling.toString()})('${tag}')</script>${body}` : ''}`;
      response.end(isScript ? await readFile(new URL(url.slice(1), cdn)) : page);
    });
  }

  get address(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    this.#server.listen(0, 'localhost');
    await once(this.#server, 'listening');
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** What the next page tells to which somebody comes back. */
  async told(): Promise<Told> {
    const [told] = (await once(this.#server, 'told', { signal: AbortSignal.timeout(60_000) })) as [Told];
    return told;
  }
}
