// Pages that forbid what a widget does not need. Each test is done by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { engines } from '../engines.ts';
import { sees } from '../visit.ts';
import { KeyboardUser } from './keyboard.ts';
import { describePages, type Pages } from './open-pages.ts';
import { isReady, pageOf, picture, questionnaire, SEND, TAG, WIDGET } from './site.ts';

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; trusted-types attune; require-trusted-types-for 'script'";
/** What Chromium lets a page forbid. */
const FEATURES = [
  'accelerometer', 'autoplay', 'camera', 'clipboard-read', 'clipboard-write', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad',
  'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment',
  'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'storage-access', 'sync-xhr', 'unload', 'usb', 'xr-spatial-tracking',
];
const permissions = FEATURES.map((feature) => `${feature}=()`).join(', ');

/** Notes what the page tried although it is forbidden. */
const watchReports = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    const noted = window as unknown as { tried: string[] };
    noted.tried = [];
    new ReportingObserver((reports) => {
      for (const { body } of reports as unknown as { body: { featureId?: string; policyId?: string } }[]) noted.tried.push(body.featureId ?? body.policyId ?? 'unknown');
    }, { types: ['permissions-policy-violation'], buffered: true }).observe();
  });

for (const engine of engines) {
  describePages('strict pages', engine, (pages: Pages) => {
    test('no inline styles, no inline scripts, and Trusted Types with `attune` alone: answer, go on, keep a copy, send', () =>
      pages.open(pageOf(`${WIDGET}${SEND}${questionnaire()}`, { headers: { 'content-security-policy': POLICY } }), async ({ page, person }) => {
        await isReady(page);
        await person.tabTo('radio');
        await person.press(' ');
        await person.tabTo('button', /^Keep a copy$/);
        await person.press('Enter');
        await person.tabTo('button', /^Print$/);
        await picture(page, 'strict-policy');
        await person.tabTo('button', /^Close$/);
        await person.press('Enter');
        await isReady(page);
        await person.fillInAndSend();
        assert.equal((await pages.record()).answers.length, 5);
        await sees(page, TAG, 'Saved.');
      }));

    test('in a frame with sandbox="allow-scripts allow-forms": a record is sent, a form too, and a journal says that it stores nothing', () => {
      const framed = `<script type="module" src="/attune/trust-questionnaire.js"></script><script type="module" src="/attune/journal.js"></script>${SEND}
        ${questionnaire()}
        <attune-journal kept="device" storage-key="client-7"></attune-journal>
        <form method="post" action="/intake">${questionnaire({ attributes: 'name="trust"' })}<button>Hand in</button></form>`;
      pages.site.pages.set('/framed', pageOf(framed));
      return pages.open(
        pageOf('<iframe src="/framed" sandbox="allow-scripts allow-forms" width="700" height="800"></iframe>'),
        async ({ page }) => {
          const frame = page.frames().find((each) => each.url().endsWith('/framed'))!;
          await isReady(frame);
          const person = new KeyboardUser(page, frame);
          await person.fillInAndSend();
          assert.equal((await pages.record()).answers.length, 5);
          await sees(frame, TAG, 'Saved.');
          await person.tabTo('textarea');
          await page.keyboard.type('A good day.');
          await person.tabTo('button', /^Add to my journal$/);
          await person.press('Enter');
          await picture(page, 'sandbox');
          for (const words of ['This is not kept. Close the page and it is gone.', 'A good day.']) await sees(frame, 'attune-journal', words);
          await person.fillInAndSend(/^Hand in$/);
          assert.equal(new URLSearchParams(await pages.site.comes('/intake')).getAll('trust').length, 1);
        },
        { expected: /cannot-keep/ },
      );
    });
  });
}

describePages('a strict Permissions-Policy', engines[0], (pages: Pages) => {
  test('a questionnaire works, and tries nothing that is forbidden', () =>
    pages.open(
      pageOf(`${WIDGET}${SEND}${questionnaire()}`, { headers: { 'permissions-policy': permissions } }),
      async ({ page, person }) => {
        await isReady(page);
        await person.fillInAndSend();
        assert.equal((await pages.record()).answers.length, 5);
        await sees(page, TAG, 'Saved.');
        assert.deepEqual(await page.evaluate(() => (window as unknown as { tried: string[] }).tried), []);
      },
      { prepare: watchReports },
    ));

  test('where the clipboard is forbidden, the boundary card says that it did not copy', () => {
    const card = '<attune-boundary-card who="You" when="now" kept="here"><span slot="crisis">Call 112.</span></attune-boundary-card><script type="module" src="/attune/boundary-card.js"></script>';
    return pages.open(
      pageOf(card, { headers: { 'permissions-policy': permissions } }),
      async ({ page, person }) => {
        await page.waitForSelector('attune-boundary-card >>> [part=write]');
        await person.tabTo('button', /^Write a question$/);
        await person.press('Enter');
        await page.keyboard.type('Why Tuesdays?');
        await person.tabTo('button', /^Copy$/);
        await person.press('Enter');
        await sees(page, 'attune-boundary-card', 'Not copied. You can select the words and copy them.');
        await picture(page, 'clipboard-forbidden');
      },
      { expected: /The Clipboard API has been blocked/ },
    );
  });
});
