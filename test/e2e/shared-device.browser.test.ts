import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { chromium, firefox } from './installed.ts';
import { CONTROL, isBlank, isErased, isSent, openSite, SECRET, send, sendStanding, type Site, type Standing } from './shared-device.ts';

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
    let site: Site;
    let browser: Browser | undefined;
    let profile: string;

    before(async () => {
      site = await openSite();
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
      site?.close();
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

    /** A page on which somebody has chosen an answer and written a text. */
    const begun = async (path: string, isKeptAlive = true): Promise<Page> => {
      const page = await (await open()).newPage();
      if (!isKeptAlive) await page.evaluateOnNewDocument(hold);
      const first = site.next('standing');
      await page.goto(site.address + path);
      await first;
      await page.locator('attune-trust-questionnaire >>> input[type=radio]').click();
      await page.locator('attune-trust-questionnaire >>> textarea').fill(SECRET);
      await page.locator('#control').fill(CONTROL);
      return page;
    };

    test('after sending, nothing of the answers is shown, held or stored', async () => {
      const page = await begun('/shared');
      const taken = site.next('taken');
      taken.catch(() => {});
      await page.evaluate(send);
      assert.ok(JSON.stringify(await taken).includes(SECRET));
      await page.waitForFunction(isSent);
      const shown = site.next('standing');
      await page.evaluate(sendStanding);
      isBlank(await shown);
    });

    test('after nobody was active for some time, nothing of the answers is shown, held or stored, nor after a reload', async () => {
      const page = await begun('/idle');
      // On a slow machine the time may also be over while somebody fills it in.
      await page.waitForFunction(isErased, { timeout: 60_000 });
      const shown = site.next('standing');
      await page.evaluate(sendStanding);
      isBlank(await shown);
      const later = site.next('standing');
      await page.reload();
      isBlank(await later);
      await browser!.close();
      assert.deepEqual(filesWith(profile, SECRET), [], 'no file of the browser has the text');
    });

    for (const path of ['/shared', '/in-a-form']) {
      test(`is blank after a reload: ${path}`, async () => {
        const page = await begun(path);
        const later = site.next('standing');
        await page.reload();
        isBlank(await later);
      });

      for (const persisted of [true, false]) {
        test(`is blank when somebody goes back to it, ${persisted ? 'from memory' : 'loaded again'}: ${path}`, async () => {
          const page = await begun(path, persisted);
          await page.goto(`${site.address}/elsewhere`);
          if (!persisted) await page.waitForFunction(isGranted);
          const later = site.next('standing');
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
      const later = site.next('standing');
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
