import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { RestingEndpoint } from './resting-endpoint.ts';
import { press, sees } from './visit.ts';

const tag = 'attune-openness-check';
const pageWith = (attributes: string): string => `<!doctype html><html lang="en"><title>Visit</title>
<script type="module" src="/openness-check.js"></script>
<script type="module">
  import { openOutbox } from '/outbox.js';
  const outbox = (window.outbox = openOutbox({ url: '/records', owner: 'client-1' }));
  document.addEventListener('attune-submit', (event) => {
    event.waitUntil(outbox.send(event.detail.response));
  });
</script>
<attune-openness-check ${attributes}></attune-openness-check>`;

/** In the page: what of the outbox is on the device, read as another script would, as text. */
const raw = async (): Promise<string> => {
  const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const database = await done(indexedDB.open('attune'));
  const stored = (await done(database.transaction('texts').objectStore('texts').getAll())) as { data: ArrayBuffer }[];
  database.close();
  return stored.map(({ data }) => new TextDecoder('latin1').decode(data)).join('\n');
};
const listed = (page: Page): Promise<string[]> =>
  page.evaluate(async () => ((await (window as unknown as { outbox: { list(): Promise<{ state: string }[]> } }).outbox.list())).map(({ state }) => state));

for (const { engine, skip, launch } of engines) {
  describe(`an outbox, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let context: BrowserContext;
    let endpoint: RestingEndpoint;

    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());
    beforeEach(async () => {
      endpoint = new RestingEndpoint((path) => pageWith(path === '/shared' ? 'privacy="shared"' : ''));
      await endpoint.start();
      context = await browser.createBrowserContext();
    });
    afterEach(async () => {
      await context?.close();
      await endpoint?.stop();
    });

    const open = async (path = '/'): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(endpoint.address + path);
      await page.waitForFunction((name) => document.querySelector(name)?.shadowRoot?.querySelector('input'), {}, tag);
      return page;
    };
    const fillIn = (page: Page): Promise<void> =>
      page.$eval(tag, (widget) => widget.shadowRoot!.querySelectorAll('fieldset').forEach((item) => item.querySelector<HTMLInputElement>('input[type=radio]')?.click()));
    const send = async (page: Page): Promise<void> => {
      await fillIn(page);
      await press(page, tag, 'Send');
    };
    const arrives = async (count: number): Promise<void> => {
      for (const end = Date.now() + 30_000; endpoint.stored.size < count; await pause(50)) assert.ok(Date.now() < end, `${endpoint.stored.size} of ${count} arrived`);
    };

    test('the server is away: the widget says that the record is kept, and that it is saved when the server is back', async () => {
      const page = await open();
      await endpoint.stop();
      await send(page);
      await sees(page, tag, 'Kept on this device until it can be sent.');
      assert.deepEqual(await listed(page), ['waiting']);
      const bytes = await page.evaluate(raw);
      assert.ok(bytes.length > 100);
      assert.doesNotMatch(bytes, /openness|answered|completed/, 'it is encrypted');
      await endpoint.start();
      await sees(page, tag, 'Saved.');
      assert.equal(endpoint.stored.size, 1);
      assert.deepEqual(await listed(page), []);
    });

    test('the page is closed before the server is back: the next visit sends it, once', async () => {
      const page = await open();
      await endpoint.stop();
      await send(page);
      await sees(page, tag, 'Kept on this device');
      await page.close();
      await endpoint.start();
      await Promise.all([open(), open()]);
      await arrives(1);
      await pause(500);
      assert.deepEqual([endpoint.stored.size, endpoint.deliveries], [1, 1]);
    });

    test('a refusal: the person keeps their answers, and the record is set aside', async () => {
      endpoint.refuse = 422;
      const page = await open();
      await send(page);
      await page.waitForFunction((name) => document.querySelector(name)!.matches(':state(failed)'), {}, tag);
      assert.deepEqual(await listed(page), ['refused']);
      endpoint.refuse = 0;
      await press(page, tag, 'Try again');
      await sees(page, tag, 'Saved.');
      assert.deepEqual(await listed(page), []);
    });

    test('a shared device keeps nothing, and says that it could not send', async () => {
      const page = await open('/shared');
      await endpoint.stop();
      await send(page);
      await page.waitForFunction((name) => document.querySelector(name)!.matches(':state(failed)'), {}, tag);
      assert.deepEqual(await listed(page), []);
    });
  });
}
