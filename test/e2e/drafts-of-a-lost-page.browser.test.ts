// The browser goes on, and a page with a draft does not.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium } from './installed.ts';
import { begin, formOf, tag } from './person-with-a-draft.ts';
import { TellingSite } from './telling-site.ts';
import { chosen, press, sees } from './visit.ts';

describe('a draft whose page is lost in Chromium', { skip: !chromium && !process.env.CI && 'this browser is not installed' }, () => {
  const site = new TellingSite(tag, (path) => formOf(...(path.slice(1).split('/') as [autosave: string, draftKey: string])));
  let profile: string;
  let browser: Browser;

  before(async () => {
    assert.ok(chromium, 'Chromium is not installed; with CI set that is a failure');
    await site.start();
    profile = mkdtempSync(join(tmpdir(), 'attune-profile-'));
    // Without it, Chromium does not show the page that discards tabs.
    writeFileSync(join(profile, 'Local State'), JSON.stringify({ internal_only_uis_enabled: true }));
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await puppeteer.launch({ executablePath: chromium, userDataDir: profile, args });
  });
  after(async () => {
    await browser?.close();
    site.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 9 });
  });
  afterEach(async () => {
    for (const page of await browser.pages()) if (page.url().startsWith(site.address)) await page.close();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(site.address + path);
    return page;
  };
  const comesBack = async (page: Page): Promise<void> => {
    await sees(page, tag, 'We kept your answers from');
    assert.deepEqual(await chosen(page, tag), []);
    await press(page, tag, 'Go on');
    await sees(page, tag, 'Your answers are kept');
    assert.equal((await chosen(page, tag)).length, 1);
  };

  for (const autosave of ['session', 'device']) {
    test(`comes back after the page has crashed: ${autosave}`, async () => {
      const page = await begin(await open(`/${autosave}/crashed`));
      const crashed = new Promise((resolve) => page.once('error', resolve));
      const devtools = await page.createCDPSession();
      // It has no answer, because the page is gone.
      devtools.send('Page.crash').catch(() => {});
      await crashed;
      await page.reload();
      await comesBack(page);
    });

    test(`comes back after the browser has discarded the tab to save memory: ${autosave}`, async () => {
      const path = `/${autosave}/discarded`;
      await begin(await open(path));
      await discard(path);
      const page = (await browser.pages()).find((one) => one.url() === site.address + path)!;
      await page.bringToFront();
      await page.waitForFunction(() => (document as unknown as { wasDiscarded: boolean }).wasDiscarded);
      await comesBack(page);
    });
  }

  /** Discards a tab on the page of Chromium for that. A driver that is attached to the tab would prevent it. */
  async function discard(path: string): Promise<void> {
    const browserWSEndpoint = browser.wsEndpoint();
    await browser.disconnect();
    const aside = await puppeteer.connect({ browserWSEndpoint, targetFilter: (target) => !target.url().startsWith(site.address) });
    const page = await aside.newPage();
    await page.goto('chrome://discards');
    await page.waitForFunction(
      (address) => {
        const rows = document.querySelector('discards-main')?.shadowRoot?.querySelector('discards-tab')?.shadowRoot?.querySelectorAll('tbody tr') ?? [];
        const row = [...rows].find((one) => one.querySelector('.tab-url-cell')!.textContent.trim() === address);
        if (row?.textContent.includes('discarded (urgent)')) return true;
        const actions = [...(row?.querySelectorAll<HTMLElement>('.actions-cell *') ?? [])];
        actions.find(({ textContent }) => textContent.trim() === '[Urgent Discard]')?.click();
        return false;
      },
      { polling: 300 },
      site.address + path,
    );
    await page.close();
    await aside.disconnect();
    browser = await puppeteer.connect({ browserWSEndpoint });
  }
});
