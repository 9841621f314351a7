import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { gad7 } from '../core/fixtures/published.ts';
import { engines } from './engines.ts';

const build = new URL('../../dist/cdn/attune.js', import.meta.url);

/** The page, split where the network pauses: by then the widget is on the page, and its child is incomplete. */
const pages: Record<string, { tag: string; halves: [string, string]; shows: RegExp }> = {
  'a questionnaire given in a script': {
    tag: 'attune-questionnaire',
    halves: cut(`<attune-questionnaire><script type="application/json">${JSON.stringify(gad7)}</script>
      <p slot="crisis">Call 0800 111.</p></attune-questionnaire>`),
    shows: /0 of 7 answered/,
  },
  'a trend given in a script': {
    tag: 'attune-trust-trend',
    halves: cut(`<attune-trust-trend audience="clinician"><script type="application/json">
      [{"date": "2026-03-01", "instrument": {"id": "trust-pulse", "version": "1.0.0", "options": {}}}]</script></attune-trust-trend>`),
    shows: /No score/,
  },
  'a questionnaire whose own help comes later': {
    tag: 'attune-trust-questionnaire',
    halves: ['<attune-trust-questionnaire>', '<p slot="crisis">Call 0800 111.</p></attune-trust-questionnaire>'],
    shows: /0 of \d+ answered/,
  },
};

function cut(text: string): [string, string] {
  const middle = text.indexOf('"version"');
  return [text.slice(0, middle), text.slice(middle)];
}

const [{ skip, launch }] = engines;
describe('on a page that loads slowly, with an async script', { skip }, () => {
  let browser: Browser;
  let server: Server;
  let head: string;
  let pending: ServerResponse | undefined;

  before(async () => {
    server = createServer((request, response) => {
      if (request.url === '/attune.js') {
        response.setHeader('content-type', 'text/javascript');
        void readFile(build).then((source) => response.end(source));
        return;
      }
      if (request.url !== '/') {
        response.writeHead(204).end();
        return;
      }
      response.setHeader('content-type', 'text/html');
      response.write(`<!doctype html><html lang="en"><title>Slow</title><script type="module" async src="/attune.js"></script>${head}`);
      pending = response;
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  for (const [name, { tag, halves, shows }] of Object.entries(pages)) {
    test(`${name} is shown completely, and nothing is reported about the incomplete child`, async () => {
      head = halves[0];
      const page = await browser.newPage();
      const errors: string[] = [];
      await page.exposeFunction('tell', (code: string) => void errors.push(code));
      await page.evaluateOnNewDocument(() => {
        document.addEventListener('attune-error', (event) => {
          (globalThis as unknown as { tell(code: string): void }).tell((event as CustomEvent<{ code: string }>).detail.code);
        });
      });
      const whole = page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForSelector(`${tag}:defined`);
      assert.equal(await page.evaluate(() => document.readyState), 'loading');
      pending!.end(halves[1]);
      await whole;
      await page.waitForFunction(
        (tag: string, pattern: string) => new RegExp(pattern).test(document.querySelector(tag)!.shadowRoot!.textContent!),
        { timeout: 10_000 },
        tag,
        shows.source,
      );
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
});
