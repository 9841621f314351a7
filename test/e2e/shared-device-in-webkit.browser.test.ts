import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebKitPage, WebKitWindow } from '../../tools/webkit-window.mjs';
import { webKitGtk } from './engines.ts';
import { CONTROL, isBlank, isErased, isSent, openSite, SECRET, send, sendStanding, type Site } from './shared-device.ts';

const WIDGET = "document.querySelector('attune-trust-questionnaire').shadowRoot";
/** WebKit keeps a page in memory when somebody leaves it, unless this setting forbids it. */
const NOT_FROM_MEMORY = ['--enable-page-cache=false'];

const run = (page: WebKitPage, inPage: () => void): Promise<unknown> => page.evaluate(`(${inPage})()`);

const waitFor = async (page: WebKitPage, state: string): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await page.evaluate(`return ${state}`)); await pause(100)) assert.ok(Date.now() < end, state);
};

const click = async (page: WebKitPage, element: string): Promise<void> => {
  await waitFor(page, `Boolean(${element})`);
  const [x, y] = (await page.evaluate(`
    const element = ${element};
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2].map(Math.round);
  `)) as [number, number];
  await page.mouse.click(x, y);
};

describe('a questionnaire on a shared device, in WebKit', { skip: webKitGtk.skip }, () => {
  let site: Site;
  let window: WebKitWindow | undefined;

  before(async () => {
    site = await openSite();
  });
  afterEach(async () => {
    await window?.close();
    window = undefined;
  });
  after(() => site?.close());

  /** A page on which somebody has chosen an answer and written a text. */
  const begun = async (path: string, settings: readonly string[] = []): Promise<WebKitPage> => {
    window = await webKitGtk.open(settings);
    const { page } = window;
    await page.setViewportSize({ width: 600, height: 400 });
    const first = site.next('standing');
    await page.goto(site.address + path);
    await first;
    await click(page, "document.querySelector('#control')");
    await page.keyboard.type(CONTROL);
    await click(page, `${WIDGET}.querySelector('input[type=radio]')`);
    await click(page, `${WIDGET}.querySelector('textarea')`);
    await page.keyboard.type(SECRET);
    return page;
  };

  /** The same, and the page has what was chosen and written. */
  const filledIn = async (path: string, settings?: readonly string[]): Promise<WebKitPage> => {
    const page = await begun(path, settings);
    const now = site.next('standing');
    await run(page, sendStanding);
    const { written, chosen, control } = await now;
    assert.deepEqual({ written, chosen, control }, { written: [SECRET], chosen: 1, control: CONTROL });
    return page;
  };

  test('after sending, nothing of the answers is shown, held or stored', async () => {
    const page = await filledIn('/shared');
    const taken = site.next('taken');
    taken.catch(() => {});
    await run(page, send);
    assert.ok(JSON.stringify(await taken).includes(SECRET));
    await waitFor(page, `(${isSent})()`);
    const shown = site.next('standing');
    await run(page, sendStanding);
    isBlank(await shown);
  });

  test('after nobody was active for some time, nothing of the answers is shown, held or stored, nor after a reload', async () => {
    // On a slow machine the time may also be over while somebody fills it in.
    const page = await begun('/idle');
    await waitFor(page, `(${isErased})()`);
    const shown = site.next('standing');
    await run(page, sendStanding);
    isBlank(await shown);
    const later = site.next('standing');
    await page.reload();
    isBlank(await later);
  });

  for (const path of ['/shared', '/in-a-form']) {
    test(`is blank after a reload: ${path}`, async () => {
      const page = await filledIn(path);
      const later = site.next('standing');
      await page.reload();
      isBlank(await later);
    });

    for (const persisted of [true, false]) {
      test(`is blank when somebody goes back to it, ${persisted ? 'from memory' : 'loaded again'}: ${path}`, async () => {
        const page = await filledIn(path, persisted ? [] : NOT_FROM_MEMORY);
        await page.goto(`${site.address}/elsewhere`);
        const later = site.next('standing');
        await page.goBack();
        const standing = await later;
        assert.equal(standing.persisted, persisted);
        isBlank(standing);
      });
    }
  }

  for (const persisted of [true, false]) {
    test(`on one’s own device WebKit restores it, ${persisted ? 'from memory' : 'loaded again'}, so the tests above can see it`, async () => {
      const page = await filledIn('/own', persisted ? [] : NOT_FROM_MEMORY);
      await page.goto(`${site.address}/elsewhere`);
      const later = site.next('standing');
      await page.goBack();
      const { persisted: isFromMemory, written, chosen, control } = await later;
      assert.deepEqual({ isFromMemory, written, chosen, control }, { isFromMemory: persisted, written: [SECRET], chosen: 1, control: CONTROL });
    });
  }
});
