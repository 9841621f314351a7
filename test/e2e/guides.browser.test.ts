// The code of three guides, copied without a change into pages of a host.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import * as html from 'attune-elements/html';
import * as instruments from 'attune-elements/instruments';
import type { Response } from 'attune-elements/core';
import { engines } from './engines.ts';
import { choose, chosen, isAsked, press, sees, startVisit } from './visit.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The blocks of code of a guide, in their order. */
const codeOf = (guide: string, language: string): string[] =>
  [...read(`docs/${guide}.md`).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code!);

const tag = 'attune-trust-questionnaire';
const widget = `<script type="module" src="/attune/trust-questionnaire.js"></script>
<${tag} length="pulse" who="Your therapist" when="soon" kept="in your clinic file"><span slot="crisis">Call 112.</span></${tag}>`;
const honest = { 'My therapist was honest with me.': 'Agree' };

/** What the host has: pages by path, drafts by key, and whether it takes records. */
const host = { page: '', drafts: new Map<string, string>(), isDown: false, came: [] as { path: string; authorization?: string | undefined; body: string }[] };

/** In the page: how many texts its databases hold. */
const textsOnDevice = async (): Promise<number> => {
  let count = 0;
  for (const { name } of await indexedDB.databases()) {
    const done = <Result>(request: IDBRequest<Result>): Promise<Result> => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open(name!));
    count += await done(database.transaction('texts').objectStore('texts').count());
    database.close();
  }
  return count;
};

const [{ skip, launch }] = engines;
describe('the code of the guides to the outbox, to drafts and to forms without script', { skip }, () => {
  let browser: Browser;
  let server: Server;
  before(async () => {
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url!, 'http://host');
      const { method } = request;
      if (pathname.startsWith('/attune/')) {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(read(`dist/cdn/${pathname.slice('/attune/'.length)}`));
      } else if (pathname.startsWith('/drafts/')) {
        const key = decodeURIComponent(pathname.slice('/drafts/'.length));
        if (method === 'PUT') host.drafts.set(key, await text(request));
        if (method === 'DELETE') host.drafts.delete(key);
        const draft = host.drafts.get(key);
        response.writeHead(method === 'GET' && draft === undefined ? 404 : 200).end(method === 'GET' ? draft : '');
      } else if (method === 'POST') {
        host.came.push({ path: pathname, authorization: request.headers.authorization, body: await text(request) });
        response.writeHead(host.isDown ? 503 : 204).end();
      } else {
        response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Page</title>${host.page}`);
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(() => {
    Object.assign(host, { page: '', drafts: new Map(), isDown: false, came: [] });
  });

  /** Opens a page, and does `work` there. Then it has printed nothing, except what `expected` matches. */
  const paste = async (page: string, work: (page: Page) => Promise<void>, expected = /^$/): Promise<void> => {
    host.page = page;
    const visit = await startVisit(browser);
    try {
      await visit.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await work(visit.page);
      assert.deepEqual(visit.said.filter((line) => !expected.test(line)), []);
    } finally {
      await visit.close();
    }
  };
  const sendAll = async (page: Page): Promise<void> => {
    await press(page, tag, 'Send');
    await press(page, tag, 'Finish and send what I have');
  };

  const [outbox = '', unsent = ''] = codeOf('outbox', 'html');
  const [shown = ''] = codeOf('outbox', 'js');
  /** What the guide leaves to the page. */
  const withToken = (code: string): string => `<script>const token = 'the token';</script>${code}`;

  test('an outbox sends a record with the headers of the page', () =>
    paste(withToken(outbox) + widget, async (page) => {
      await choose(page, tag, honest);
      await sendAll(page);
      await sees(page, tag, 'Saved.');
      const [{ path, authorization, body }] = host.came as [(typeof host.came)[number]];
      assert.deepEqual([path, authorization], ['/api/responses', 'Bearer the token']);
      assert.equal((JSON.parse(body) as Response).status, 'completed');
    }));

  test('the list shows what an outbox could not send', () =>
    paste(unsent + withToken(outbox.replace('</script>', `${shown}</script>`)) + widget, async (page) => {
      host.isDown = true;
      await choose(page, tag, honest);
      await sendAll(page);
      await sees(page, tag, 'Kept on this device until it can be sent.');
      await sees(page, 'attune-unsent', 'It waits on this device, and is sent as soon as it can be.');
    }, /503/));

  const [inDevice = ''] = codeOf('drafts', 'html');
  const [ownStore = ''] = codeOf('drafts', 'js');
  const keepAnswers = async (page: Page): Promise<void> => {
    await isAsked(page, tag);
    await press(page, tag, 'Keep them');
    await choose(page, tag, honest);
  };
  const comesBack = async (page: Page): Promise<void> => {
    await page.reload();
    await press(page, tag, 'Go on');
    await page.waitForFunction((selector) => document.querySelector(selector)!.shadowRoot!.querySelector(':checked'), {}, tag);
    assert.deepEqual(await chosen(page, tag), ['Agree']);
  };

  test('a draft on the device comes back', () =>
    paste(inDevice, async (page) => {
      await keepAnswers(page);
      await page.waitForFunction(textsOnDevice);
      await comesBack(page);
    }, /no-crisis/));

  test('a draft in a store of the host comes back, and is gone when the record is stored', () => {
    const script = `const widget = document.querySelector('${tag}');
      document.addEventListener('attune-submit', (event) => event.waitUntil(fetch('/responses', { method: 'POST', body: JSON.stringify(event.detail.response) })));
      ${ownStore}`;
    return paste(`<script type="module" src="/attune/drafts.js"></script>${widget}<script type="module">${script}</script>`, async (page) => {
      await keepAnswers(page);
      for (const end = Date.now() + 15_000; !host.drafts.size && Date.now() < end; ) await new Promise((go) => setTimeout(go, 20));
      assert.equal(host.drafts.size, 1);
      await comesBack(page);
      await sendAll(page);
      await sees(page, tag, 'Saved.');
      assert.equal(host.drafts.size, 0);
    }, /404/);
  });

  const [written = '', taken = ''] = codeOf('without-script', 'js');
  /** Runs the code of the guide on a server: writes the form, and takes what comes back. Returns what it saved and answered. */
  const onServer = async (entries: Record<string, string>): Promise<{ form: string; saved: Response[]; answers: [number, string][] }> => {
    const saved: Response[] = [];
    const answers: [number, string][] = [];
    const code = `${written}${taken}return html;`.replace(/^import .*$/gm, '');
    const run = new Function('getInstrument', 'renderFallback', 'readForm', 'entriesOf', 'id', 'save', 'respond', `return (async () => {${code.replace('const read =', 'const entries = entriesOf(html); const read =')}})();`) as (...given: unknown[]) => Promise<string>;
    const hidden = (form: string): [string, string][] => [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]);
    const form = await run(
      instruments.getInstrument, html.renderFallback, html.readForm,
      (written: string) => new URLSearchParams([...hidden(written), ...Object.entries(entries)]),
      'c0ffee00-0000-4000-8000-000000000001',
      (record: Response) => void saved.push(record),
      (status: number, page: string) => void answers.push([status, page]),
    );
    return { form, saved, answers };
  };

  test('a server writes a form, and stores what comes back', async () => {
    const { form, saved, answers } = await onServer({ 'trust.t01': 'agree' });
    assert.match(form, /<form [^>]*action="\/answers"/);
    assert.match(form, /Your therapist/);
    assert.deepEqual(saved.map(({ status, instrument }) => [status, instrument.options['variant']]), [['completed', 'intake']]);
    assert.deepEqual(answers, []);
  });

  test('a server shows a form again as it was sent, if something in it is no answer', async () => {
    const { saved, answers } = await onServer({ 'trust.t01': 'agree', 'trust.t03': 'no such answer' });
    assert.deepEqual(saved, []);
    const [[status, page]] = answers as [[number, string]];
    assert.equal(status, 422);
    assert.match(page, /value="agree"[^>]* checked/);
  });

  test('a widget goes on with what was chosen in the form inside it', () => {
    const [scripts = ''] = codeOf('without-script', 'html');
    const { instrument } = instruments.getInstrument('trust-pulse') as { instrument: Parameters<typeof html.renderFallback>[0] };
    const form = html.renderFallback(instrument, { id: 'r1', name: 'trust' });
    // The scripts come when the person has chosen.
    return paste(`<form method="post"><${tag} name="trust" length="pulse">${form}</${tag}></form>`, async (page) => {
      await page.click('[name="trust.t01"][value="agree"]');
      await page.evaluate((code) => document.head.append(document.createRange().createContextualFragment(code)), scripts);
      await page.waitForSelector(`${tag} >>> :checked`);
      assert.deepEqual(await chosen(page, tag), ['Agree']);
    }, /no-crisis/);
  });
});
