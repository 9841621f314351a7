// A form without script, and no script on its page: what is in it when somebody goes back to it, and what arrives when they send it again.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Response } from 'attune-elements/core';
import { readForm, renderFallback } from 'attune-elements/html';
import { getInstrument } from 'attune-elements/instruments';
import type { Browser, Page } from 'puppeteer-core';
import { engines } from './engines.ts';

const got = getInstrument('trust-12', { variant: 'intake' });
assert.ok(got.ok);
const { instrument } = got;
const SECRET = 'Xylophone under water';

/** How each page is served, and the option of its form. */
const pages = {
  '/own': { cache: 'private, max-age=600', privacy: 'personal' },
  '/shared': { cache: 'no-store', privacy: 'shared' },
} as const;

interface Site {
  server: Server;
  arrived: Response[];
  /** The records by their ids, each as it arrived first. */
  stored: Map<string, Response>;
}

async function serve(): Promise<Site> {
  const arrived: Response[] = [];
  const stored = new Map<string, Response>();
  let forms = 0;
  const take = (body: string): void => {
    const read = readForm(new URLSearchParams(body), { name: 'trust', find: getInstrument, now: new Date().toISOString() });
    if (read.state !== 'completed') return;
    arrived.push(read.response);
    if (!stored.has(read.response.id)) stored.set(read.response.id, read.response);
  };
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      return void text(request).then((body) => {
        take(body);
        // Chromium shows a page from its memory on Back, also one with `no-store`, unless a cookie has changed since.
        response.writeHead(303, { location: '/thanks', 'set-cookie': `sent=${arrived.length}; HttpOnly; SameSite=Strict; Path=/` }).end();
      });
    }
    const page = pages[request.url as keyof typeof pages] as (typeof pages)[keyof typeof pages] | undefined;
    const content = page ? renderFallback(instrument, { id: `form-${++forms}`, action: '/send', name: 'trust', who: 'Your therapist', privacy: page.privacy }) : '<h1>Thank you</h1>';
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': page?.cache ?? 'no-store', 'content-security-policy': "script-src 'none'" };
    response.writeHead(200, headers).end(`<!doctype html><html lang="en"><title>Form</title><link rel="icon" href="data:,">${content}`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, arrived, stored };
}

for (const { engine, skip, launch } of engines) {
  describe(`a form without script that somebody goes back to, in ${engine}`, { skip }, () => {
    let site: Site;
    let browser: Browser;
    let page: Page;

    before(async () => {
      site = await serve();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      site?.server.closeAllConnections();
      site?.server.close();
    });
    beforeEach(async () => {
      const context = await browser.createBrowserContext();
      page = await context.newPage();
      site.arrived.length = 0;
      site.stored.clear();
    });
    afterEach(() => page.browserContext().close());

    const send = async (): Promise<void> => void (await Promise.all([page.waitForNavigation(), page.click('form button')]));
    const fillIn = async (path: keyof typeof pages): Promise<void> => {
      await page.goto(`http://127.0.0.1:${(site.server.address() as AddressInfo).port}${path}`);
      await page.click('[name="trust.t01"][value="agree"]');
      await page.type('[name="trust.t-help"]', SECRET);
    };
    /** What the form holds: the chosen options, what is written, and the id of its record. */
    const held = () =>
      page.evaluate(() => ({
        chosen: [...document.querySelectorAll<HTMLInputElement>('[type=radio]:checked')].map(({ value }) => value).filter(Boolean),
        written: [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input:not([type])')].map(({ value }) => value).filter(Boolean),
        id: document.querySelector<HTMLInputElement>('[name="trust.id"]')!.value,
      }));
    const isBlank = async (): Promise<void> => {
      const { chosen, written } = await held();
      assert.deepEqual({ chosen, written }, { chosen: [], written: [] });
    };

    test('on a shared device nothing is there after sending and Back', async () => {
      await fillIn('/shared');
      await send();
      await page.goBack();
      await isBlank();
    });

    test('on a shared device nothing is there after a reload', async () => {
      await fillIn('/shared');
      await page.reload();
      await isBlank();
    });

    // No driver follows a page that comes back from the memory of Firefox.
    if (engine !== 'chrome') return;

    test('on one’s own device the answers are still there, under the same id; sent again as they are, they are one record', async () => {
      await fillIn('/own');
      const { id } = await held();
      await send();
      await page.goBack();
      assert.deepEqual(await held(), { chosen: ['agree'], written: [SECRET], id });
      await send();
      const [first, second] = site.arrived;
      assert.deepEqual(second?.answers, first?.answers);
      assert.deepEqual([...site.stored.keys()], [id]);
    });
  });
}
