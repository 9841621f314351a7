import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { engines } from '../../e2e/engines.ts';
import { startVisit, type Visit } from '../../e2e/visit.ts';
import { freePort } from '../../../tools/free-port.mjs';
import { createApi, type Api } from './api.ts';

/** The field `host` of a host's package.json. `test/hosts/README.md` describes it. */
export interface HostSettings {
  title: string;
  files?: string;
  start?: string[];
  scenarios: string[];
  everywhere?: Everywhere;
}

/** The ways in which the page `/everywhere` writes a widget, by their names in the table. */
export type Everywhere = Record<string, { selector: string; query?: string; no?: string[]; instead?: string }>;

/** A built application that is being served, and a browser. */
export interface App {
  settings: HostSettings;
  api: Api;
  address: string;
  /**
   * Opens a page, does `work` there, and closes it. Then the page must have printed no error and no warning, except what
   * `expected` matches. With `isHeld` no element is defined until the page calls `defineAll`.
   */
  visit(path: string, work: (visit: Visit) => Promise<void>, expected?: RegExp, options?: { isHeld?: boolean }): Promise<void>;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a folder. What is no file in it is a page of the application. */
const fromFolder = (folder: string) => ({ url }: IncomingMessage, response: ServerResponse): void => {
  const { pathname } = new URL(url ?? '', 'http://host');
  const file = [join(folder, pathname), join(folder, pathname, 'index.html'), join(folder, 'index.html')].find(
    (path) => existsSync(path) && statSync(path).isFile(),
  )!;
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
};

/** Passes requests on to the application's own server. */
const fromServer = (port: number) => (incoming: IncomingMessage, response: ServerResponse): void => {
  const { url, method, headers } = incoming;
  const outgoing = ask({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => void response.writeHead(502).end());
  incoming.pipe(outgoing);
};

/** Starts the application's own server, and waits until it accepts connections. */
async function startServer([command = '', ...args]: string[], cwd: string): Promise<{ port: number; stop(): void }> {
  const port = await freePort();
  const env = { ...process.env, HOST: '127.0.0.1', HOSTNAME: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' };
  const child = spawn(command === 'node' ? process.execPath : command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const accepts = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
  for (const last = Date.now() + 60_000; !(await accepts()); ) {
    assert.equal(child.exitCode, null, 'the server of the application has ended');
    assert.ok(Date.now() < last, 'the server of the application does not answer');
    await sleep(100);
  }
  return { port, stop: () => void child.kill() };
}

/** Runs before any script of a page: each definition of an element waits for `defineAll`. */
const hold = (): void => {
  const held: Parameters<typeof customElements.define>[] = [];
  const define = customElements.define.bind(customElements);
  customElements.define = (...all) => void held.push(all);
  Object.assign(window, { defineAll: () => held.forEach((all) => define(...all)) });
};

export const settingsOf = (folder: string): HostSettings =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { host: HostSettings }).host;

export async function openApp(folder: string): Promise<App> {
  const settings = settingsOf(folder);
  const api = createApi();
  const own = settings.start && (await startServer(settings.start, folder));
  const page = own ? fromServer(own.port) : fromFolder(join(folder, settings.files ?? 'dist'));
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/api/')) return page(request, response);
    api.answer(request, response).catch((error: Error) => response.writeHead(400).end(error.message));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await engines[0].launch();

  return {
    settings,
    api,
    address,
    async visit(path, work, expected, { isHeld = false } = {}) {
      api.begin();
      const visit = await startVisit(browser);
      try {
        if (isHeld) await visit.page.evaluateOnNewDocument(hold);
        // A page from a server answers to clicks once its scripts have run.
        await visit.page.goto(`${address}${path}`, { waitUntil: own ? 'networkidle0' : 'load' });
        // One without a server draws its page after it was loaded.
        await visit.page.waitForFunction(() => /<(a|form|button|attune-[a-z-]+)\b/.test(document.body.innerHTML));
        await work(visit);
        const said = visit.said.filter((line) => /^(error|warn|thrown)/.test(line) && !expected?.test(line));
        assert.deepEqual(said, [], 'printed by the page');
      } catch (error) {
        (error as Error).message += `\nprinted by the page:\n${visit.said.join('\n')}`;
        throw error;
      } finally {
        await visit.close();
      }
    },
    async close() {
      await browser.close();
      own?.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}
