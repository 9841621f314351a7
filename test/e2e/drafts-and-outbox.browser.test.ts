import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium } from './installed.ts';
import { killChromium } from './kill-chromium.ts';
import { RestingEndpoint } from './resting-endpoint.ts';
import { press, sees } from './visit.ts';

const tag = 'attune-openness-check';

/** Never commits what the page writes under names with this beginning, and never erases it: the browser is killed before. */
const stuck = (beginning: string): void => {
  const { put, delete: erase } = IDBObjectStore.prototype;
  const hold = (store: IDBObjectStore): void => void (store.get('').onsuccess = () => hold(store));
  IDBObjectStore.prototype.put = function (value: unknown, name?: IDBValidKey) {
    if (String(name).startsWith(beginning)) hold(this);
    return put.call(this, value, name);
  };
  IDBObjectStore.prototype.delete = function (name) {
    if (String(name).startsWith(beginning)) hold(this);
    return erase.call(this, name);
  };
};

const pageOf = (path: string): string => `<!doctype html><html lang="en"><title>Visit</title>
<script>{ const beginning = ${JSON.stringify(new URLSearchParams(path.split('?')[1]).get('stuck'))}; if (beginning) (${stuck.toString()})(beginning); }</script>
<script type="module" src="/drafts.js"></script>
<script type="module" src="/openness-check.js"></script>
<script type="module">
  import { openOutbox } from '/outbox.js';
  window.outbox = openOutbox({ url: '/records', owner: 'client-1' });
  document.addEventListener('attune-submit', (event) => {
    event.waitUntil(outbox.send(event.detail.response));
  });
</script>
<attune-openness-check autosave="device" draft-key="visit-1"></attune-openness-check>`;

/** In the page: the names of what is on the device, without the ids of records. */
const kept = async (): Promise<string[]> => {
  const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const database = await done(indexedDB.open('attune'));
  const names = await done(database.transaction('texts').objectStore('texts').getAllKeys());
  database.close();
  return names.map((name) => /^attune-[a-z-]+/.exec(String(name))![0]);
};

describe('a browser that is killed while a record goes from a draft into an outbox', { skip: !chromium && !process.env.CI && 'this browser is not installed' }, () => {
  let profile: string;
  let browser: Browser | undefined;
  let endpoint: RestingEndpoint;

  before(() => assert.ok(chromium, 'Chromium is not installed; with CI set that is a failure'));
  beforeEach(async () => {
    profile = mkdtempSync(join(tmpdir(), 'attune-profile-'));
    endpoint = new RestingEndpoint(pageOf);
    await endpoint.start();
  });
  afterEach(async () => {
    await browser?.close();
    browser = undefined;
    await endpoint.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 9 });
  });
  after(() => browser?.close());

  const open = async (query = ''): Promise<Page> => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser ??= await puppeteer.launch({ executablePath: chromium!, userDataDir: profile, args });
    const page = await browser.newPage();
    await page.goto(`${endpoint.address}/${query}`);
    await page.waitForFunction((name) => document.querySelector(name)?.shadowRoot?.querySelector('input'), {}, tag);
    return page;
  };
  const kill = async (): Promise<void> => {
    await killChromium(browser!);
    browser = undefined;
  };
  /** The person agrees to a draft and fills in the form. */
  const fillIn = async (page: Page): Promise<void> => {
    await sees(page, tag, 'Keep your answers on this device');
    await press(page, tag, 'Keep them');
    await sees(page, tag, 'Your answers are kept on this device');
    await page.$eval(tag, (widget) => widget.shadowRoot!.querySelectorAll('fieldset').forEach((item) => item.querySelector<HTMLInputElement>('input[type=radio]')?.click()));
    await pause(600);
  };
  const idIn = (page: Page): Promise<string> => page.$eval(tag, (widget) => (widget as unknown as { value: { id: string } }).value.id);
  const arrives = async (count: number): Promise<void> => {
    for (const end = Date.now() + 30_000; endpoint.stored.size < count; await pause(50)) assert.ok(Date.now() < end, `${endpoint.stored.size} of ${count} arrived`);
  };

  test('before the outbox has it: the draft comes back, and is sent under the same id', async () => {
    const page = await open('?stuck=attune-outbox:');
    await fillIn(page);
    const id = await idIn(page);
    await endpoint.stop();
    await press(page, tag, 'Send');
    await pause(500);
    await kill();
    await endpoint.start();
    const again = await open();
    await sees(again, tag, 'We kept your answers from');
    assert.deepEqual(await again.evaluate(kept), ['attune-draft']);
    await press(again, tag, 'Go on');
    await press(again, tag, 'Send');
    await sees(again, tag, 'Saved.');
    assert.deepEqual([...endpoint.stored.keys()], [id]);
  });

  test('after the outbox has it, and before the draft is gone: it is sent, and nobody is asked for it again', async () => {
    const page = await open();
    await fillIn(page);
    await page.evaluate(stuck, 'attune-draft:');
    await endpoint.stop();
    await press(page, tag, 'Send');
    await sees(page, tag, 'Kept on this device until it can be sent.');
    await kill();
    await endpoint.start();
    const again = await open();
    await sees(again, tag, 'Keep your answers on this device');
    await arrives(1);
    await kill();
    const last = await open();
    await sees(last, tag, 'Keep your answers on this device');
    assert.deepEqual([endpoint.stored.size, endpoint.deliveries], [1, 1]);
    assert.deepEqual(await last.evaluate(kept), ['attune-draft-sent']);
  });

  test('at any time: after the next visit the record was sent, or the draft is offered, and never neither', async () => {
    const ends: string[] = [];
    for (const [nth, delay] of [0, 3, 8, 15, 30, 80].entries()) {
      const page = await open();
      await fillIn(page);
      const id = await idIn(page);
      await endpoint.stop();
      const button = await page.$(`${tag} >>> [part~=submit]`);
      // The process is killed by the system, at a time that the page does not choose.
      void button!.click().catch(() => {});
      await pause(delay);
      await kill();
      await endpoint.start();
      const again = await open();
      await again.waitForFunction((name) => /Keep your answers|We kept/.test(document.querySelector(name)!.shadowRoot!.textContent!), {}, tag);
      const isOffered = await again.$eval(tag, (widget) => widget.shadowRoot!.textContent!.includes('We kept'));
      if (isOffered) {
        await press(again, tag, 'Go on');
        await press(again, tag, 'Send');
      }
      await arrives(nth + 1);
      assert.ok(endpoint.stored.has(id), 'the same record');
      if (isOffered) await sees(again, tag, 'Saved.');
      ends.push(isOffered ? 'offered' : 'sent');
      await again.close();
    }
    assert.equal(endpoint.stored.size, ends.length, ends.join());
    assert.equal(endpoint.deliveries, ends.length, ends.join());
  });
});
