import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ownLicence } from '../core/fixtures/own-licence.ts';
import { chromium } from './installed.ts';
import { killChromium } from './kill-chromium.ts';

const POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types attune";
const files = ['drafts.js', 'questionnaire.js'];
const definition = {
  schema: 1, id: 'diary', version: '1.0.0', language: 'en', audience: 'client', normed: false, title: 'My week',
  licence: ownLicence, absent: { declined: 'Skip this one' },
  scales: { often: { choices: [{ code: 'no', text: 'No', value: 0 }, { code: 'yes', text: 'Yes', value: 1 }] } },
  items: [
    { id: 'sleep', type: 'choice', scale: 'often', text: 'Did you sleep well?' },
    { id: 'told', type: 'text', text: 'What happened?' },
  ],
};
const pageOf = (place: string): string => `<!doctype html><html lang="en"><title>Diary</title>
  ${files.map((file) => `<script type="module" src="/${file}"></script>`).join('')}
  <attune-questionnaire autosave="${place}" draft-key="ann-1"><script type="application/json">${JSON.stringify(definition)}</script></attune-questionnaire>`;

/** In the page: waits until the widget says something about its draft. */
const says = (text: string): Promise<void> =>
  new Promise((done, fail) => {
    const end = Date.now() + 15_000;
    const look = (): void => {
      const notice = document.querySelector('attune-questionnaire')?.shadowRoot?.querySelector('[part=draft]');
      if (notice?.textContent?.includes(text)) done();
      else if (Date.now() > end) fail(new Error(`it does not say "${text}", but "${notice?.textContent}"`));
      else setTimeout(look, 10);
    };
    look();
  });
/** In the page: presses a button. */
const press = (label: string): void => {
  const buttons = [...document.querySelector('attune-questionnaire')!.shadowRoot!.querySelectorAll('button')];
  const found = buttons.find((one) => one.textContent!.trim() === label);
  if (!found) throw new Error(`no button "${label}", only: ${buttons.map((one) => one.textContent).join(', ')}`);
  found.click();
};
/** In the page: what the person sees of their answers. */
const standing = (): { chosen: string[]; told: string } => {
  const root = document.querySelector('attune-questionnaire')!.shadowRoot!;
  const chosen = [...root.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.labels![0]!.textContent!.trim());
  return { chosen, told: root.querySelector('textarea')!.value };
};

describe('drafts in Chromium', { skip: !chromium && !process.env.CI && 'this browser is not installed' }, () => {
  let server: Server;
  let origin: string;
  const profile = mkdtempSync(join(tmpdir(), 'attune-profile-'));
  let browser: Browser | undefined;

  before(async () => {
    assert.ok(chromium, 'Chromium is not installed; with CI set that is a failure');
    server = createServer(({ url = '' }, answer) => {
      const file = files.find((name) => url === `/${name}`);
      answer.setHeader('content-security-policy', POLICY);
      answer.setHeader('content-type', file ? 'text/javascript' : 'text/html');
      answer.end(file ? readFileSync(new URL(`../../dist/cdn/${file}`, import.meta.url)) : pageOf(url.slice(1)));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 9 });
  });

  const start = async (): Promise<Browser> => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await puppeteer.launch({ executablePath: chromium!, userDataDir: profile, args });
    return browser;
  };
  const open = async (place: string): Promise<Page> => {
    const page = await (browser ?? (await start())).newPage();
    await page.goto(`${origin}/${place}`);
    return page;
  };
  const kill = async (): Promise<void> => {
    await killChromium(browser!);
    browser = undefined;
  };
  const agree = async (page: Page): Promise<void> => {
    await page.evaluate(says, 'Keep your answers');
    await page.evaluate(press, 'Keep them');
    await page.evaluate(says, 'Your answers are kept');
  };

  test('what a person typed until half a second before the browser was killed comes back', async () => {
    const page = await open('device');
    await agree(page);
    await (await page.$$('attune-questionnaire >>> input[type=radio]'))[1]!.click();
    const words = 'On Monday nothing went well, and then it did';
    await page.type('attune-questionnaire >>> textarea', words, { delay: 15 });
    await new Promise((later) => setTimeout(later, 500));
    await kill();

    const again = await open('device');
    await again.evaluate(says, 'We kept your answers from');
    assert.deepEqual(await again.evaluate(standing), { chosen: [], told: '' });
    await again.evaluate(press, 'Go on');
    await again.evaluate(says, 'Your answers are kept on this device');
    assert.deepEqual(await again.evaluate(standing), { chosen: ['Yes'], told: words });

    // A second tab of the same person.
    const second = await open('device');
    await second.evaluate(says, 'open in another tab');
    assert.deepEqual(await second.evaluate(standing), { chosen: [], told: '' });
    await second.evaluate(press, 'Go on here');
    await second.evaluate(says, 'Your answers are kept on this device');
    assert.deepEqual(await second.evaluate(standing), { chosen: ['Yes'], told: words });
    await again.evaluate(says, 'You went on in another tab');

    await second.evaluate(press, 'Stop keeping them');
    await second.evaluate(says, 'Your answers are not kept');
    await kill();
    const last = await open('device');
    await last.evaluate(says, 'Keep your answers');
    assert.deepEqual(await last.evaluate(standing), { chosen: [], told: '' });
  });

  test('a draft of a tab survives a reload in the moment after the last letter, and is not in another tab', async () => {
    const page = await open('session');
    await agree(page);
    await page.type('attune-questionnaire >>> textarea', 'Written in a hurry');
    await page.reload();
    await page.evaluate(says, 'We kept your answers from');
    await page.evaluate(press, 'Go on');
    assert.equal((await page.evaluate(standing)).told, 'Written in a hurry');
    const other = await open('session');
    await other.evaluate(says, 'Keep your answers in this tab');
  });
});
