import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from 'puppeteer-core';

type Json = Record<string, unknown>;

/** A message that the host's page has heard. */
export interface Heard {
  /** The name of the frame that it came from. */
  from: string;
  /** The origin of that frame. */
  origin: string;
  /** What the client of Health Samurai says that it is. */
  kind: 'request' | 'event' | 'reply' | 'unknown';
  message: { messageType: string; payload: Json; messageId: string; responseToMessageId?: string; messagingHandle?: string };
}

interface OpenOptions {
  /** More of the address: `lang`. */
  parameters?: Record<string, string>;
  sandbox?: string;
  /** Another page than ours: `peer`, a renderer that is made of the client alone. */
  page?: string;
  width?: number;
  /** Whether the host sets the height that it is told. */
  isFitted?: boolean;
}

/** A page of another product, with frames in it. */
export interface HostPage {
  tab: Page;
  /** Opens the page of a renderer in a frame, and waits until it is loaded. */
  open(name: string, options?: OpenOptions): Promise<Frame>;
  /** Sends a request, and waits for the answer. */
  ask(name: string, messageType: string, payload?: unknown, handle?: string): Promise<Json>;
  /** Sends data as it is. */
  post(name: string, data: unknown): Promise<void>;
  /** What the host has heard of a type. */
  heard(messageType?: string, from?: string): Promise<Heard[]>;
  /** Waits until the host has heard as many messages of a type. */
  hears(messageType: string, count: number): Promise<Heard[]>;
  /** What the host says from now on about a message of this type. */
  answer(messageType: string, payload: Json): Promise<void>;
  /** What the pages printed, and their requests. */
  said: string[];
  requests: string[];
  /** The address of the renderers. */
  address: string;
  close(): Promise<void>;
}

const client = fileURLToPath(import.meta.resolve('sdc-smart-web-messaging-client'));
const built = fileURLToPath(new URL('../../../dist/frame', import.meta.url));

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><h1>Host</h1>
<script type="module">import * as client from '/client.js'; window.client = client; window.host();</script>`;

const peer = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Peer</title><link rel="icon" href="data:,">
<script type="module">import { createSmartMessagingClient } from '/client.js';
window.peer = createSmartMessagingClient({ application: { name: 'Peer' }, onRequestExtract: () => ({ outcome: { resourceType: 'OperationOutcome', issue: [] } }) });</script>`;

interface InPage {
  client: { isRequest(data: unknown): boolean; isResponse(data: unknown): boolean; isEvent(data: unknown): boolean };
  host(): void;
  heard: Heard[];
  answers: Record<string, Json>;
  fitted: Set<string>;
}

/** In the page: hears what the frames say, and answers it. */
function listenInPage(): void {
  const here = window as unknown as InPage;
  here.heard = [];
  here.answers = {};
  here.fitted = new Set();
  here.host = () =>
    window.addEventListener('message', ({ data, source, origin }: MessageEvent<Heard['message']>) => {
      const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
      if (!frame) return;
      const { isRequest, isResponse, isEvent } = here.client;
      const kind = isResponse(data) ? 'reply' : isEvent(data) ? 'event' : isRequest(data) ? 'request' : 'unknown';
      here.heard.push({ from: frame.id, origin, kind, message: data });
      if (data.messageType === 'attune.ui.changedHeight' && here.fitted.has(frame.id)) frame.style.height = `${String(data.payload.height)}px`;
      if (kind === 'reply' || kind === 'unknown') return;
      const payload = here.answers[data.messageType] ?? { status: 'success' };
      const target = origin === 'null' ? '*' : origin;
      (source as Window).postMessage({ messageId: crypto.randomUUID(), responseToMessageId: data.messageId, payload }, target);
    });
}

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

async function serve(files: (path: string) => string | undefined): Promise<{ address: string; server: Server }> {
  const server = createServer(({ url = '/' }, reply) => {
    const { pathname } = new URL(url, 'http://x');
    const text = files(pathname);
    if (text === undefined) return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': `${TYPES[extname(pathname)] ?? 'text/html'}; charset=utf-8` }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as { port: number }).port}`, server };
}

function read(folder: string, path: string): string | undefined {
  try {
    return readFileSync(join(folder, normalize(path)), 'utf8');
  } catch {
    return undefined;
  }
}

/** A host and its renderers, each with an origin of its own. No server allows anything to other origins. */
export async function openHostPage(browser: Browser): Promise<HostPage> {
  // A copy, so that a build during the tests does not change its files.
  const folder = mkdtempSync(join(tmpdir(), 'attune-frame-'));
  cpSync(built, folder, { recursive: true });
  const ofClient = (path: string): string | undefined => (path === '/client.js' ? readFileSync(client, 'utf8') : undefined);
  const host = await serve((path) => (path === '/' ? page : ofClient(path)));
  const renderers = await serve((path) => (path === '/peer' ? peer : path.startsWith('/a/b/c/') ? read(folder, path.slice('/a/b/c'.length)) : ofClient(path)));
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const said: string[] = [];
  const requests: string[] = [];
  tab.on('console', (message) => void said.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => void said.push(`thrown: ${(error as Error).message}`));
  tab.on('request', (request) => void requests.push(request.url()));
  await tab.setViewport({ width: 900, height: 900 });
  await tab.evaluateOnNewDocument(listenInPage);
  await tab.goto(host.address, { waitUntil: 'load' });
  const heard = (messageType?: string, from?: string): Promise<Heard[]> =>
    tab.evaluate(
      (type, name) => (window as unknown as InPage).heard.filter(({ message, from }) => (!type || message.messageType === type) && (!name || from === name)),
      messageType,
      from,
    );
  return {
    tab,
    said,
    requests,
    address: renderers.address,
    heard,
    async open(name, { parameters, sandbox, page = 'a/b/c/index.html', width = 600, isFitted } = {}) {
      const search = new URLSearchParams({ embedded_mode: 'true', messaging_handle: `handle of ${name}`, messaging_origin: host.address, ...parameters });
      await tab.evaluate(
        ({ name, address, sandbox, width, isFitted }) =>
          new Promise((resolve) => {
            if (isFitted) (window as unknown as InPage).fitted.add(name);
            const frame = Object.assign(document.createElement('iframe'), { id: name, title: name, src: address, onload: resolve });
            frame.style.cssText = `width: ${width}px; height: 400px`;
            if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
            document.body.append(frame);
          }),
        { name, address: `${renderers.address}/${page}?${search}`, sandbox, width, isFitted },
      );
      const element = await tab.waitForSelector(`iframe#${name}`);
      const frame = await element!.contentFrame();
      assert.ok(frame);
      return frame;
    },
    ask: (name, messageType, payload = {}, handle = `handle of ${name}`) =>
      tab.evaluate(
        async ({ name, messageType, payload, handle }) => {
          const messageId = crypto.randomUUID();
          const { contentWindow } = document.querySelector<HTMLIFrameElement>(`iframe#${name}`)!;
          contentWindow!.postMessage({ messagingHandle: handle, messageId, messageType, payload }, '*');
          const { heard } = window as unknown as InPage;
          for (let turn = 0; turn < 1000; turn++) {
            const answer = heard.find(({ message, kind }) => kind === 'reply' && message.responseToMessageId === messageId);
            if (answer) return answer.message.payload;
            await new Promise((done) => void setTimeout(done, 10));
          }
          throw new Error(`no answer to ${messageType}`);
        },
        { name, messageType, payload: payload as Json, handle },
      ),
    post: (name, data) => tab.evaluate((id, data) => document.querySelector<HTMLIFrameElement>(`iframe#${id}`)!.contentWindow!.postMessage(data, '*'), name, data),
    async hears(messageType, count) {
      await tab.waitForFunction(
        (type, least) => (window as unknown as InPage).heard.filter(({ message }) => message.messageType === type).length >= least,
        { timeout: 15_000, polling: 20 },
        messageType,
        count,
      );
      return heard(messageType);
    },
    answer: (messageType, payload) => tab.evaluate((type, payload) => void ((window as unknown as InPage).answers[type] = payload), messageType, payload),
    async close() {
      await context.close();
      for (const { server } of [host, renderers]) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
