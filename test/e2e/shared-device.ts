import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const SECRET = 'Xylophone under water';
export const CONTROL = 'A field of the page itself';
const file = new URL('../../dist/cdn/trust-questionnaire.js', import.meta.url);

/** All that the next person could find: what is shown, what controls hold, and what the site has stored. */
export interface Standing {
  persisted: boolean;
  shown: string;
  written: string[];
  chosen: number;
  stored: string[];
  /** A field beside the widget, to see that the browser restores what it can. */
  control: string;
}

// The page itself sends this, because no driver follows a page that comes back from memory, nor a browser that was started by itself.
const script = `addEventListener('pageshow', ({ persisted }) => setTimeout(async () => {
  const root = document.querySelector('attune-trust-questionnaire').shadowRoot;
  const databases = await indexedDB.databases();
  await fetch('/standing', { method: 'POST', body: JSON.stringify({
    persisted,
    shown: root.textContent.replace(/\\s+/g, ' '),
    written: [...root.querySelectorAll('textarea, input:not([type=radio], [type=checkbox])')].map(({ value }) => value).filter(Boolean),
    chosen: root.querySelectorAll(':checked').length,
    stored: [...Object.entries(localStorage), ...Object.entries(sessionStorage), ...databases.map(({ name }) => name), ...await caches.keys(), document.cookie, history.state ?? ''].flat().filter(Boolean),
    control: document.querySelector('#control').value,
  }) });
}, 700));
addEventListener('attune-submit', (event) => event.waitUntil(fetch('/taken', { method: 'POST', body: JSON.stringify(event.detail.response) })));`;
const head = `<!doctype html><html lang="en"><title>Form</title><link rel="icon" href="data:,"><script type="module" src="/widget.js"></script><script>${script}</script>`;
const widget = (more = '') => `<attune-trust-questionnaire layout="list" length="pulse" who="Your therapist" when="soon" kept="here"${more}><p slot="crisis">Call 112.</p></attune-trust-questionnaire>`;
const control = '<textarea id="control" name="control"></textarea>';
const pages: Record<string, string> = {
  '/shared': `${head}${widget(' privacy="shared"')}${control}`,
  // Six seconds.
  '/idle': `${head}${widget(' privacy="shared" idle-minutes="0.1"')}${control}`,
  '/in-a-form': `${head}<form method="post">${widget(' privacy="shared"')}${control}</form>`,
  // One's own device: what a browser restores there.
  '/own': `${head}<form method="post">${widget()}${control}</form>`,
  '/elsewhere': '<!doctype html><html lang="en"><title>Elsewhere</title>',
};

export interface Site {
  address: string;
  /** What a page sends next: what it has, or a response to the form. */
  next(name: 'standing' | 'taken'): Promise<Standing>;
  close(): void;
}

/** Serves pages that browsers may store. */
export async function openSite(): Promise<Site> {
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'private, max-age=600');
    if (request.method === 'POST') {
      void text(request).then((body) => server.emit(request.url!.slice(1), JSON.parse(body)));
      response.end();
    } else if (request.url === '/widget.js') {
      response.setHeader('content-type', 'text/javascript');
      void readFile(file).then((source) => response.end(source));
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(pages[request.url!] ?? '');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: async (name) => (await (once(server, name, { signal: AbortSignal.timeout(60_000) }) as Promise<Standing[]>))[0]!,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const isBlank = ({ shown, written, chosen, stored }: Standing): void => {
  assert.ok(!shown.includes(SECRET), shown);
  assert.deepEqual({ written, chosen, stored }, { written: [], chosen: 0, stored: [] });
};

// In the page:

export const sendStanding = (): void => void dispatchEvent(new PageTransitionEvent('pageshow'));

/** Chooses an answer to each question, and sends. */
export const send = (): void => {
  const root = document.querySelector('attune-trust-questionnaire')!.shadowRoot!;
  root.querySelectorAll('fieldset').forEach((question) => question.querySelector('input')!.click());
  [...root.querySelectorAll('button')].find(({ textContent }) => /^\s*(Send|Finish)/.test(textContent))!.click();
};

export const isSent = (): boolean => /Saved/.test(document.querySelector('attune-trust-questionnaire')!.shadowRoot!.textContent);

export const isErased = (): boolean => {
  const root = document.querySelector('attune-trust-questionnaire')!.shadowRoot!;
  return root.textContent.includes('Erased. Nothing was sent.') && !root.querySelector('textarea')?.value;
};
