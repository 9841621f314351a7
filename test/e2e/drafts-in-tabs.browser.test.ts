// A draft in several tabs of a real browser, and in a page that somebody goes back to.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { namesOnDevice } from './names-on-device.ts';
import { TellingSite } from './telling-site.ts';
import { press, sees } from './visit.ts';

const tag = 'attune-openness-check';

const formOf = (autosave: string): string => `<script type="module" src="/drafts.js"></script>
<script type="module" src="/openness-check.js"></script>
<script>
  addEventListener('attune-submit', (event) =>
    event.waitUntil(fetch('/records', { method: 'POST', body: JSON.stringify(event.detail.response) })));
</script>
<${tag} autosave="${autosave}" draft-key="visit-1"></${tag}>`;

const bodies: Record<string, string> = { '/device': formOf('device'), '/session': formOf('session') };

for (const { engine, skip, launch } of engines) {
  describe(`a draft in tabs and pages of ${engine}`, { skip }, () => {
    let site: TellingSite;
    let browser: Browser;
    let context: BrowserContext;

    before(async () => {
      site = new TellingSite(tag, (path) => bodies[path]);
      await site.start();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      site?.stop();
    });
    beforeEach(async () => {
      site.stored.clear();
      context = await browser.createBrowserContext();
    });
    afterEach(() => context.close());

    const open = async (path: string): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(site.address + path);
      return page;
    };
    const begin = async (path: string): Promise<Page> => {
      const page = await open(path);
      await sees(page, tag, 'Keep your answers');
      await press(page, tag, 'Keep them');
      await sees(page, tag, 'Your answers are kept');
      await answer(page);
      await isStored(page);
      return page;
    };
    /** Waits until the draft is where the person has agreed to. */
    const isStored = async (page: Page): Promise<void> => {
      for (const end = Date.now() + 30_000; Date.now() < end; ) {
        const names = [...(await page.evaluate(namesOnDevice)), ...(await page.evaluate(() => Object.keys(sessionStorage)))];
        if (names.some((name) => name.startsWith('attune-draft:'))) return;
      }
      assert.fail('no draft is stored');
    };
    /** Chooses the first option of the first question, or of each one. */
    const answer = (page: Page, upTo = 1): Promise<void> =>
      page.$eval(tag, (widget, end) => [...widget.shadowRoot!.querySelectorAll('fieldset')].slice(0, end).forEach((each) => each.querySelector<HTMLInputElement>('input[type=radio]')?.click()), upTo);
    const send = async (page: Page): Promise<void> => {
      await answer(page, 99);
      await press(page, tag, 'Send');
      await sees(page, tag, 'Saved.');
    };

    test('answers that were sent in another tab do not come back under the id of their record', async () => {
      const first = await begin('/device');
      await first.goto(`${site.address}/elsewhere`);
      const second = await open('/device');
      await sees(second, tag, 'We kept your answers from');
      await press(second, tag, 'Go on');
      await sees(second, tag, 'Your answers are kept');
      await send(second);
      const told = site.told();
      await first.evaluate(() => void setTimeout(() => history.back()));
      const { id, chosen } = await told;
      assert.deepEqual(chosen, []);
      assert.ok(id === null || !site.stored.has(id), 'another id');
    });
  });
}
