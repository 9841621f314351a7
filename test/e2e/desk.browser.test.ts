import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { seed } from '../../demo/seed/seed.ts';
import { engines } from './engines.ts';
import { type Host, openHost } from './open-host.ts';
import { sees, startVisit, type Visit } from './visit.ts';

for (const { engine, skip, launch } of engines) {
  describe(`the desk of the seeded clinic, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let host: Host;
    let visit: Visit;

    before(async () => {
      host = await openHost();
      await seed(host.database);
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });
    beforeEach(async () => {
      visit = await startVisit(browser);
      await open('/clinician');
      await visit.page.type('input[name=password]', host.password);
      await Promise.all([visit.page.waitForNavigation(), visit.page.keyboard.press('Enter')]);
    });
    afterEach(() => visit.close());

    const open = (path: string) => visit.page.goto(`${host.address}${path}`, { waitUntil: 'load' });
    const names = () => visit.page.$$eval('.clients tbody th a', (links) => links.map(({ textContent }) => textContent));
    const active = () => visit.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '');
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 20 && (await active()) !== name; presses++) await visit.page.keyboard.press('Tab');
      assert.equal(await active(), name);
    };
    /** The clients with the most records. */
    const longest = (count: number) =>
      host.database.query<{ id: string }>(
        'select client_id as id from records group by client_id order by count(*) desc, client_id limit $1',
        [count],
      );

    test('a clinician searches and filters with the keyboard alone; the address holds the search', async () => {
      const { page } = visit;
      await tabTo('name');
      await page.keyboard.type('ro');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      assert.deepEqual(await names(), ['Rowan']);
      await sees(page, '.found', '1 client of 40');
      assert.equal(new URL(page.url()).searchParams.get('name'), 'ro');

      await open('/clinician');
      await tabTo('talk');
      await page.keyboard.press(' ');
      await tabTo('unread');
      await page.keyboard.press(' ');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      const both = await names();
      assert.ok(both.length > 3 && both.length < 20, `${both.length}`);
      const cells = await page.$$eval('.clients td:last-child', (all) => all.map(({ textContent }) => textContent ?? ''));
      assert.ok(cells.every((text) => /want to ask:|safety:|no to:|help:|before:/.test(text)), cells.join('|'));
      assert.equal((await page.$$('.clients .unread')).length, both.length);
      await page.goBack();
      assert.equal((await names()).length, 20);
    });

    test('a clinician marks a client as read, takes the mark back, and reads why a conversation may be worth it', async () => {
      const { page } = visit;
      await open('/clinician?unread=yes&talk=yes');
      const [first] = await names();
      await Promise.all([page.waitForNavigation(), page.click('.clients tbody th a')]);
      await sees(page, 'h1', first ?? '');
      const mark = () => Promise.all([page.waitForNavigation(), page.click('.glance form button')]);
      await mark();
      await sees(page, '.glance', 'Marked as read.');
      await mark();
      await sees(page, '.glance', 'Mark as read');
      await page.click('.glance details summary');
      await sees(page, '.glance', 'It tells nothing about what comes');
    });

    test('a link into a fold opens it, and printing unfolds the whole course', async () => {
      const { page } = visit;
      const [client] = await longest(1);
      await open(`/clinician/clients/${client?.id}#sessions`);
      const opened = () => page.$$eval('details.folded[open]', (all) => all.map(({ id }) => id));
      await page.waitForFunction(() => document.querySelector('#sessions table')?.checkVisibility());
      assert.deepEqual(await opened(), ['sessions']);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const folded = await page.$$eval('main details:not([open])', (all) => all.length);
      assert.equal(folded, 0);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.deepEqual(await opened(), ['sessions']);
    });

    // The heights are measured in one browser; so is what needs scripts to be switched off.
    if (engine !== 'chrome') return;

    test('at 320 no course is longer than 6,000 px before anything is unfolded, and no page scrolls sideways', async () => {
      const { page } = visit;
      await page.setViewport({ width: 320, height: 640 });
      const isNarrow = async (path: string): Promise<number> => {
        await open(path);
        const { width, height } = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return { width: scrollWidth, height: scrollHeight };
        });
        assert.ok(width <= 320, `${path} is ${width} px wide`);
        return height;
      };
      for (const path of ['/clinician', '/clinician?talk=yes&unread=yes', '/clinician?name=nobody']) await isNarrow(path);
      const heights: number[] = [];
      for (const { id } of await longest(8)) {
        const height = await isNarrow(`/clinician/clients/${id}`);
        assert.equal(await page.$eval('attune-trust-trend', (trend) => trend.matches(':defined')), true);
        assert.ok(height <= 6000, `${id}: ${height} px`);
        heights.push(height);
      }
      console.log(`courses at 320: ${Math.min(...heights)} to ${Math.max(...heights)} px`);
    });

    test('without scripts the search works, and a course is printed whole', async () => {
      const { page } = visit;
      await page.setJavaScriptEnabled(false);
      await open('/clinician');
      await page.type('input[name=name]', 'ro');
      await Promise.all([page.waitForNavigation(), page.click('.search button')]);
      assert.deepEqual(await names(), ['Rowan']);
      await Promise.all([page.waitForNavigation(), page.click('.clients tbody th a')]);
      const isShown = () => page.$eval('#sessions table', (table) => table.getClientRects().length > 0 && table.checkVisibility());
      assert.equal(await isShown(), false);
      await page.emulateMediaType('print');
      assert.equal(await isShown(), true);
    });
  });
}
