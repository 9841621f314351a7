import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { chromium, firefox } from './installed.ts';

const SECRET = 'Xylophone under water';
const CONTROL = 'A field of the page itself';
const file = new URL('../../dist/cdn/trust-questionnaire.js', import.meta.url);

/** All that the next person could find: what is shown, what controls hold, and what the site has stored. */
interface Standing {
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
const widget = (more = '') => `<attune-trust-questionnaire length="pulse" who="Your therapist" when="soon" kept="here"${more}><p slot="crisis">Call 112.</p></attune-trust-questionnaire>`;
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

/** Serves pages that browsers may store, and emits `standing` with what a page sends. */
async function serve(): Promise<Server> {
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
  return server;
}

/** Firefox opens its last pages again, and stores its session every second. */
const RESTORING = { 'browser.startup.page': 3, 'browser.sessionstore.resume_from_crash': true, 'browser.sessionstore.max_resumed_crashes': -1, 'browser.sessionstore.interval': 1000 };

/** In the page: requests a lock that the next page requests too, so the browser discards this page when it is left. */
const hold = (): void => void navigator.locks.request('held', () => new Promise(() => {}));
const isGranted = async (): Promise<boolean> => {
  const { held = [], pending = [] } = await navigator.locks.query();
  return held.length === 1 && !pending.length;
};

/** The files under a folder that contain a text, as UTF-8 or UTF-16. */
function filesWith(folder: string, words: string): string[] {
  const spellings = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return spellings.some((spelling) => bytes.includes(spelling));
  });
}

for (const { engine, skip } of engines) {
  describe(`a questionnaire on a shared device, in ${engine}`, { skip }, () => {
    let server: Server;
    let browser: Browser | undefined;
    let profile: string;

    before(async () => {
      server = await serve();
      profile = mkdtempSync(join(tmpdir(), 'attune-shared-'));
    });
    afterEach(async () => {
      await browser?.close();
      browser = undefined;
      rmSync(profile, { recursive: true, force: true, maxRetries: 9 });
      profile = mkdtempSync(join(tmpdir(), 'attune-shared-'));
    });
    after(() => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 9 });
      server?.closeAllConnections();
      server?.close();
    });

    /** A browser that keeps its profile, and opens its last pages again if it has some. */
    const open = async (): Promise<Browser> => {
      browser = await puppeteer.launch({
        browser: engine,
        executablePath: (engine === 'chrome' ? chromium : firefox)!,
        userDataDir: profile,
        args: engine === 'chrome' ? ['--restore-last-session', '--hide-crash-restore-bubble', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] : [],
        // Otherwise the driver opens a blank page in the place of the last ones.
        ignoreDefaultArgs: ['about:blank'],
        extraPrefsFirefox: RESTORING,
      });
      return browser;
    };
    const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const next = async (name: 'standing' | 'taken'): Promise<Standing> =>
      (await (once(server, name, { signal: AbortSignal.timeout(60_000) }) as Promise<Standing[]>))[0]!;

    /** A page on which somebody has chosen an answer and written a text. */
    const begun = async (path: string, isKeptAlive = true): Promise<Page> => {
      const page = await (await open()).newPage();
      if (!isKeptAlive) await page.evaluateOnNewDocument(hold);
      const first = next('standing');
      await page.goto(address() + path);
      await first;
      await page.locator('attune-trust-questionnaire >>> input[type=radio]').click();
      await page.locator('attune-trust-questionnaire >>> textarea').fill(SECRET);
      await page.locator('#control').fill(CONTROL);
      return page;
    };
    const isBlank = ({ shown, written, chosen, stored }: Standing): void => {
      assert.ok(!shown.includes(SECRET), shown);
      assert.deepEqual({ written, chosen, stored }, { written: [], chosen: 0, stored: [] });
    };

    test('after sending, nothing of the answers is shown, held or stored', async () => {
      const page = await begun('/shared');
      const taken = next('taken');
      taken.catch(() => {});
      await page.evaluate(() => {
        const root = document.querySelector('attune-trust-questionnaire')!.shadowRoot!;
        root.querySelectorAll('fieldset').forEach((question) => question.querySelector('input')!.click());
        [...root.querySelectorAll('button')].find(({ textContent }) => /^\s*(Send|Finish)/.test(textContent))!.click();
      });
      assert.ok(JSON.stringify(await taken).includes(SECRET));
      await page.waitForFunction(() => /Saved/.test(document.querySelector('attune-trust-questionnaire')!.shadowRoot!.textContent));
      const shown = next('standing');
      await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow')));
      isBlank(await shown);
    });

    test('after nobody was active for some time, nothing of the answers is shown, held or stored, nor after a reload', async () => {
      const page = await begun('/idle');
      // On a slow machine the time may also be over while somebody fills it in.
      await page.waitForFunction(
        () => {
          const root = document.querySelector('attune-trust-questionnaire')!.shadowRoot!;
          return root.textContent.includes('Erased. Nothing was sent.') && !root.querySelector('textarea')?.value;
        },
        { timeout: 60_000 },
      );
      const shown = next('standing');
      await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow')));
      isBlank(await shown);
      const later = next('standing');
      await page.reload();
      isBlank(await later);
      await browser!.close();
      assert.deepEqual(filesWith(profile, SECRET), [], 'no file of the browser has the text');
    });

    for (const path of ['/shared', '/in-a-form']) {
      test(`is blank after a reload: ${path}`, async () => {
        const page = await begun(path);
        const later = next('standing');
        await page.reload();
        isBlank(await later);
      });

      for (const persisted of [true, false]) {
        test(`is blank when somebody goes back to it, ${persisted ? 'from memory' : 'loaded again'}: ${path}`, async () => {
          const page = await begun(path, persisted);
          await page.goto(`${address()}/elsewhere`);
          if (!persisted) await page.waitForFunction(isGranted);
          const later = next('standing');
          await page.evaluate(() => void setTimeout(() => history.back()));
          const standing = await later;
          assert.equal(standing.persisted, persisted);
          isBlank(standing);
        });
      }
    }

    /** Ends the browser while the page is open, starts it again, and returns what the page is then. */
    const restarted = async (path: string): Promise<Standing> => {
      await begun(path);
      // The browser writes its session from time to time.
      for (const end = Date.now() + 60_000; !filesWith(profile, CONTROL).length; await pause(100)) assert.ok(Date.now() < end, 'the browser stores its session');
      const child = browser!.process()!;
      const closed = once(child, 'exit');
      // A driver closes all pages of Firefox first.
      if (engine === 'firefox') child.kill('SIGKILL');
      else await browser!.close().catch(() => {});
      await closed;
      const later = next('standing');
      await open();
      return later;
    };

    for (const path of ['/shared', '/in-a-form']) {
      test(`is blank after the browser ended and opened its last pages again: ${path}`, async () => {
        const standing = await restarted(path);
        assert.equal(standing.control, CONTROL, 'the browser restored the page');
        isBlank(standing);
        await browser!.close();
        assert.deepEqual(filesWith(profile, SECRET), [], 'no file of the browser has the text');
      });
    }

    test('on one’s own device the browser restores it, so the test above can see it', async () => {
      const standing = await restarted('/own');
      assert.equal(standing.control, CONTROL);
      assert.deepEqual([standing.written, standing.chosen], [[SECRET], 1]);
    });
  });
}
