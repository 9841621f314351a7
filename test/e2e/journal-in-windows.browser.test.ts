import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { engines } from './engines.ts';

const WORDS = 'four words that I know';
const script = readFileSync(new URL('../../dist/cdn/journal.js', import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types attune";

const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>Journal</title><script type="module" src="/journal.js" crossorigin></script>${body}`;
const pages: Record<string, string> = {
  '/': page('<attune-journal kept="passphrase" storage-key="one"></attune-journal>'),
  '/open': page('<attune-journal kept="device" storage-key="one"></attune-journal>'),
  '/framed': page('<iframe sandbox="allow-scripts" src="/open"></iframe>'),
};

/** In the page: waits until the journal shows a text. */
const stands = (selector: string): Promise<void> =>
  new Promise((done) => {
    const look = (): void => {
      const root = document.querySelector('attune-journal')?.shadowRoot;
      if (root?.querySelector(selector)) done();
      else setTimeout(look, 10);
    };
    look();
  });
/** In the page: what a person sees of the journal. */
const seen = (): { note: string; entries: string[] } => {
  const root = document.querySelector('attune-journal')!.shadowRoot!;
  const texts = (selector: string): string[] =>
    [...root.querySelectorAll(selector)].map((one) => one.textContent!.replace(/\s+/g, ' ').trim());
  return { note: texts('[part=kept]')[0]!, entries: texts('[part=text]') };
};
/** In the page: writes entries, one after the other, as fast as the journal accepts them. */
const writes = async (texts: string[]): Promise<void> => {
  const root = document.querySelector('attune-journal')!.shadowRoot!;
  for (const text of texts) {
    const box = root.querySelector<HTMLTextAreaElement>('#box')!;
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    root.querySelector<HTMLButtonElement>('[data-do=put]')!.click();
    while (box.value) await new Promise((later) => setTimeout(later, 1));
  }
};

for (const { engine, skip, launch } of engines) {
  describe(`a journal in ${engine}`, { skip }, () => {
    let browser: Browser;
    let server: Server;
    let origin: string;

    before(async () => {
      server = createServer(({ url }, answer) => {
        const html = pages[url!];
        // A sandboxed frame has an opaque origin.
        answer.writeHead(html || url === '/journal.js' ? 200 : 404, {
          'content-type': html ? 'text/html' : 'text/javascript',
          'access-control-allow-origin': '*',
          ...(html && { 'content-security-policy': POLICY }),
        });
        answer.end(html ?? (url === '/journal.js' ? script : ''));
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      origin = `http://localhost:${(server.address() as AddressInfo).port}`;
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      server?.close();
    });

    const open = async (path = '/'): Promise<Page> => {
      const opened = await browser.newPage();
      await opened.goto(origin + path);
      return opened;
    };
    const types = async (page: Page, label: string, text: string): Promise<void> => {
      await page.evaluate((id) => document.querySelector('attune-journal')!.shadowRoot!.getElementById(id)!.focus(), label);
      await page.keyboard.type(text);
    };

    test('two windows that write at once lose no entry, and both show all entries', { timeout: 120_000 }, async () => {
      const here = await open();
      await here.evaluate(stands, '#box');
      await types(here, 'box', 'first');
      await here.keyboard.press('Tab');
      await here.keyboard.press('Enter');
      await here.evaluate(stands, '#again');
      await types(here, 'fresh', WORDS);
      await types(here, 'again', WORDS);
      await here.keyboard.press('Enter');
      await here.evaluate(stands, 'article');

      const there = await open();
      await there.evaluate(stands, '#now');
      await types(there, 'now', WORDS);
      await there.keyboard.press('Enter');
      await there.evaluate(stands, 'article');

      const many = (name: string): string[] => Array.from({ length: 15 }, (_, i) => `${name} ${i}`);
      await Promise.all([here.evaluate(writes, many('here')), there.evaluate(writes, many('there'))]);
      const expected = ['first', ...many('here'), ...many('there')].sort();
      for (const window of [here, there]) {
        // The last entry of the other window may still be pending.
        for (let tries = 0; tries < 50 && (await window.evaluate(seen)).entries.length < expected.length; tries++) {
          await new Promise((later) => setTimeout(later, 100));
        }
        assert.deepEqual((await window.evaluate(seen)).entries.sort(), expected);
      }
      const stored = await here.evaluate(() => JSON.stringify({ ...localStorage }));
      assert.ok(!stored.includes('first') && !stored.includes('here'));

      const later = await open();
      await later.evaluate(stands, '#now');
      await types(later, 'now', WORDS);
      await later.keyboard.press('Enter');
      await later.evaluate(stands, 'article');
      assert.deepEqual((await later.evaluate(seen)).entries.sort(), expected);
      await Promise.all([here, there, later].map((window) => window.close()));
    });

    test('in a sandboxed frame it says that it cannot be stored, and works', { timeout: 60_000 }, async () => {
      const outer = await open('/framed');
      const frame = (await outer.waitForFrame((one) => one.url().endsWith('/open')))!;
      await frame.evaluate(stands, '#box');
      await frame.evaluate(writes, ['One']);
      assert.deepEqual(await frame.evaluate(seen), {
        note: 'It cannot be kept here. This is not kept. Close the page and it is gone.',
        entries: ['One'],
      });
      await outer.close();
    });
  });
}
