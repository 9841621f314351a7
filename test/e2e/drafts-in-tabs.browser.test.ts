// A draft in several tabs of a real browser, and in a page that somebody goes back to.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { answer, begin, formOf, holdsInTab, isStored, send, tag } from './person-with-a-draft.ts';
import { type Told, TellingSite } from './telling-site.ts';
import { chosen, press, sees } from './visit.ts';

const bodies: Record<string, string> = { '/device': formOf('device'), '/session': formOf('session'), '/next': formOf('session') };

for (const { engine, skip, launch } of engines) {
  describe(`a draft in tabs and pages of ${engine}`, { skip }, () => {
    /** Firefox keeps no page in memory that holds a lock. */
    const isKeptInMemory = engine === 'chrome';
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
    /** What a page shows that the person left with a link, and comes back to. */
    const back = async (page: Page): Promise<Told> => {
      const told = site.told();
      await page.evaluate(() => void setTimeout(() => history.back()));
      return told;
    };
    const leave = (page: Page) => page.goto(`${site.address}/elsewhere`);

    test('answers that were sent in another tab do not come back under the id of their record', async () => {
      const first = await begin(await open('/device'));
      await leave(first);
      const second = await open('/device');
      await sees(second, tag, 'We kept your answers from');
      await press(second, tag, 'Go on');
      await sees(second, tag, 'Your answers are kept');
      await send(second);
      const { persisted, says, chosen, id } = await back(first);
      assert.deepEqual([persisted, chosen, id], [isKeptInMemory, [], null]);
      // Loaded again, it knows nothing of these answers.
      assert.match(says, isKeptInMemory ? /^These answers were sent or erased on another page/ : /^Keep your answers/);
      assert.equal(site.stored.size, 1);
    });

    test('a page that somebody goes back to writes nothing over what they have answered on the next page', async () => {
      const page = await begin(await open('/session'));
      await page.goto(`${site.address}/next`);
      await sees(page, tag, 'We kept your answers from');
      await press(page, tag, 'Go on');
      await sees(page, tag, 'Your answers are kept');
      await answer(page, 3);
      await page.waitForFunction(holdsInTab, {}, 3);
      const { persisted, says, chosen } = await back(page);
      assert.equal(persisted, isKeptInMemory);
      if (isKeptInMemory) {
        assert.match(says, /^You went on in another tab or on another page/);
        assert.equal(chosen.length, 1);
      } else {
        assert.match(says, /^We kept your answers from/);
        assert.deepEqual(chosen, []);
      }
    });

    test('a page from memory asks about a draft that was begun in another tab in the meantime', async () => {
      const first = await open('/device');
      await sees(first, tag, 'Keep your answers');
      await leave(first);
      const second = await begin(await open('/device'));
      await second.close();
      const { persisted, says, chosen } = await back(first);
      assert.equal(persisted, true);
      assert.match(says, /^We kept your answers from/);
      assert.deepEqual(chosen, []);
    });

    test('a tab that was duplicated has the same draft; it says so, and the person chooses where they go on', async () => {
      const first = await begin(await open('/session'));
      const opened = new Promise<Page | null>((resolve) => first.once('popup', resolve));
      // A copy of the tab, with all that it keeps.
      await first.evaluate(() => void window.open(location.href));
      const second = (await opened)!;
      await sees(second, tag, 'Your answers are open in another tab, and are kept there.');
      assert.deepEqual(await chosen(second, tag), []);
      await press(second, tag, 'Go on here');
      await sees(second, tag, 'Your answers are kept in this tab');
      assert.equal((await chosen(second, tag)).length, 1);
      await sees(first, tag, 'You went on in another tab');
      await first.bringToFront();
      await press(first, tag, 'Go on here');
      await sees(first, tag, 'Your answers are kept in this tab');
      await sees(second, tag, 'You went on in another tab');
    });

    test('a tab whose draft went elsewhere sends what it shows under an id of its own, and the newer answers arrive too', async () => {
      const first = await begin(await open('/device'));
      const second = await open('/device');
      await sees(second, tag, 'Your answers are open in another tab');
      await press(second, tag, 'Go on here');
      await sees(second, tag, 'Your answers are kept');
      await sees(first, tag, 'You went on in another tab');
      await first.bringToFront();
      await send(first);
      await second.bringToFront();
      await send(second);
      assert.equal(site.stored.size, 2);
      await isStored(second, false);
    });
  });
}
