import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { engines } from './engines.ts';

const SECRET = 'Anger, when they spoke of leaving.';
const file = new URL('../../dist/cdn/reflection.js', import.meta.url);

// The page itself sends what the widget shows, because no driver follows a page that comes back from memory.
const script = `addEventListener('pageshow', ({ persisted }) => setTimeout(() => {
  const root = document.querySelector('attune-reflection').shadowRoot;
  const written = [...root.querySelectorAll('textarea')].map(({ value }) => value).join('');
  const chosen = root.querySelectorAll(':checked').length;
  fetch('/standing', { method: 'POST', body: JSON.stringify({ persisted, written, chosen }) });
}, 500))`;
const head = `<!doctype html><title>Notes</title><script type="module" src="/reflection.js"></script><script>${script}</script>`;
const pages: Record<string, string> = {
  '/alone': `${head}<attune-reflection></attune-reflection>`,
  '/in-a-form': `${head}<form method="post"><attune-reflection></attune-reflection></form>`,
  '/elsewhere': '<!doctype html><title>Elsewhere</title>',
};

/** Serves pages that browsers may store in memory, and emits `standing` with what a page sends. */
async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'private, max-age=600');
    if (request.url === '/standing') {
      void text(request).then((body) => server.emit('standing', JSON.parse(body)));
      response.end();
    } else if (request.url === '/reflection.js') {
      response.setHeader('content-type', 'text/javascript');
      void readFile(file).then((source) => response.end(source));
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(pages[request.url!] ?? '');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** In the page: requests a lock that the next page requests too. */
const hold = (): void => void navigator.locks.request('held', () => new Promise(() => {}));
/** In the next page: it has the lock, so the browser has discarded the page before. */
const isGranted = async (): Promise<boolean> => {
  const { held = [], pending = [] } = await navigator.locks.query();
  return held.length === 1 && !pending.length;
};

for (const { engine, skip, launch } of engines) {
  describe(`a reflection, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let server: Server;

    before(async () => {
      server = await serve();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });

    /** What the next page that is shown sends about itself. */
    const standing = async (): Promise<unknown> =>
      (await (once(server, 'standing', { signal: AbortSignal.timeout(20_000) }) as Promise<unknown[]>))[0];

    /** A page with a text and a choice filled in. */
    const begun = async (path: string, isKeptAlive = true): Promise<Page> => {
      const page = await browser.newPage();
      // A page with a lock that the next page waits for is discarded: the browser loads it again and restores its forms.
      if (!isKeptAlive) await page.evaluateOnNewDocument(hold);
      const first = standing();
      await page.goto(address() + path);
      assert.deepEqual(await first, { persisted: false, written: '', chosen: 0 });
      await page.locator('attune-reflection >>> textarea').fill(SECRET);
      await page.locator('attune-reflection >>> input[type=radio]').click();
      const written = await page.$eval('attune-reflection', ({ shadowRoot }) => shadowRoot!.querySelector('textarea')!.value);
      assert.equal(written, SECRET);
      return page;
    };
    const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    for (const path of ['/alone', '/in-a-form']) {
      test(`is blank after a reload: ${path}`, async () => {
        const page = await begun(path);
        const after = standing();
        await page.reload();
        assert.deepEqual(await after, { persisted: false, written: '', chosen: 0 });
        await page.close();
      });

      for (const persisted of [true, false]) {
        test(`is blank when a person comes back to it, ${persisted ? 'from memory' : 'loaded again'}: ${path}`, async () => {
          const page = await begun(path, persisted);
          await page.goto(`${address()}/elsewhere`);
          if (!persisted) await page.waitForFunction(isGranted);
          const after = standing();
          await page.evaluate(() => void setTimeout(() => history.back()));
          assert.deepEqual(await after, { persisted, written: '', chosen: 0 });
          await page.close();
        });
      }
    }
  });
}
