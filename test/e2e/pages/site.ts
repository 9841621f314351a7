import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'puppeteer-core';

const root = new URL('../../../', import.meta.url);

/** A file of the package, as it is served under `/attune/`. */
export const buildOf = (name: string): string => readFileSync(new URL(`dist/cdn/${name}`, root), 'utf8');

export interface Served {
  body: string;
  type?: string;
  headers?: Record<string, string>;
  /** Milliseconds before the answer. */
  after?: number;
  status?: number;
}

/** A page of the host, without its doctype and its title. */
export const pageOf = (content: string, { root = 'lang="en"', head = '', headers = {} as Record<string, string> } = {}): Served => ({
  headers,
  body: `<!doctype html><html ${root}><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title><link rel="icon" href="data:,">${head}${content}`,
});

export const TAG = 'attune-trust-questionnaire';

/** Waits until the questionnaire shows its questions. */
export const isReady = async (page: Page | Frame): Promise<void> => void (await page.waitForSelector(`${TAG} >>> [part~=items] [type=radio]`));

/** The tag of a short questionnaire, with what a host is asked to say. Without its script its child says where help is. */
export const questionnaire = ({ attributes = '', inside = '<span slot="crisis">Call 112.</span>' } = {}): string =>
  `<${TAG} length="pulse" who="Your therapist" when="before the next session" kept="in your records" ${attributes}>${inside}</${TAG}>`;

export const WIDGET = '<script type="module" src="/attune/trust-questionnaire.js"></script>';

/** The script of the host: it sends each record. */
export const SEND = '<script src="/send.js"></script>';
const send = `document.addEventListener('attune-submit', (event) => {
  const sent = fetch('/records', { method: 'POST', body: JSON.stringify(event.detail.response) });
  event.waitUntil(sent.then(({ ok }) => ok || Promise.reject(new Error('refused'))));
});`;

export interface Site {
  address: string;
  /** What is served, by path, beside the files of the package. */
  pages: Map<string, Served>;
  /** What was posted. */
  came: { path: string; body: string }[];
  /** Waits for the first request to this path after `begin`. */
  comes(path: string): Promise<string>;
  close(): void;
}

export async function openSite(): Promise<Site> {
  const pages = new Map<string, Served>();
  const came: Site['came'] = [];
  const find = (path: string): Served => {
    const given = pages.get(path);
    if (given) return given;
    if (path === '/send.js') return { type: 'text/javascript', body: send };
    if (!path.startsWith('/attune/')) return { status: 404, body: '' };
    return { type: 'text/javascript', body: buildOf(path.slice('/attune/'.length)) };
  };
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '', 'http://host');
      // A sandboxed page has an opaque origin.
      response.setHeader('access-control-allow-origin', '*');
      if (request.method === 'POST') {
        came.push({ path: pathname, body: await text(request) });
        response.writeHead(204).end();
        return;
      }
      const { body, type = 'text/html', headers = {}, after = 0, status = 200 } = find(pathname);
      if (after) await sleep(after);
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    came,
    async comes(path) {
      for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
        const found = came.find((each) => each.path === path);
        if (found) return found.body;
      }
      assert.fail(`no request to ${path}`);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** With `PAGE_PICTURES=1`, pictures of the pages are written into this folder, for people to look at. */
const folder = process.env['PAGE_PICTURES'] && fileURLToPath(new URL('pictures/pages/', root));

export async function picture(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png`, fullPage });
}
