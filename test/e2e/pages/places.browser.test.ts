// Where on a page a widget can be. Each test is done by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { engines } from '../engines.ts';
import { describePages, type Pages } from './open-pages.ts';
import { isReady, pageOf, picture, questionnaire, SEND, TAG, WIDGET } from './site.ts';

/** A component of the host with the widget in its shadow root, where it also listens. */
const component = (mode: 'open' | 'closed'): string => `<clinic-page></clinic-page><script>
customElements.define('clinic-page', class extends HTMLElement {
  constructor() {
    super();
    this.inner = this.attachShadow({ mode: '${mode}' });
    this.inner.innerHTML = \`<h1>Clinic</h1><button>Before</button>${questionnaire()}<button>After</button>\`;
    this.inner.addEventListener('attune-submit', (event) => {
      event.waitUntil(fetch('/records', { method: 'POST', body: JSON.stringify(event.detail.response) }));
    });
  }
});
</script>`;

const checked = (page: Page): Promise<number> => page.$$eval(`${TAG} >>> :checked`, (all) => all.length);

for (const engine of engines) {
  describePages('places on a page', engine, (pages: Pages) => {
    for (const mode of ['open', 'closed'] as const) {
      test(`in a shadow root that is ${mode}: a person answers, sends, and goes on to what comes after`, () =>
        pages.open(pageOf(`${WIDGET}${component(mode)}`), async ({ page, person }) => {
          await page.waitForFunction(
            (tag) => (document.querySelector('clinic-page') as Element & { inner: ShadowRoot }).inner.querySelector(tag)!.shadowRoot?.querySelector('[type=radio]'),
            {},
            TAG,
          );
          await person.tabTo('submit', /^Before$/);
          await person.fillInAndSend();
          assert.equal((await pages.record()).answers.length, 5);
          await picture(page, `shadow-root-${mode}`);
          await person.tabTo('submit', /^After$/);
        }));
    }

    const opened = {
      'a modal dialog': '<button onclick="document.querySelector(\'dialog\').showModal()">Open</button><dialog><button>Close</button>CONTENT</dialog>',
      'a popover': '<button popovertarget="box">Open</button><div popover id="box" style="max-block-size: 90vh"><button popovertarget="box">Close</button>CONTENT</div>',
    };
    for (const [place, html] of Object.entries(opened)) {
      test(`in ${place}: Escape closes it, opened again it has the answer, and it is sent`, () =>
        pages.open(pageOf(`${WIDGET}${SEND}${html.replace('CONTENT', questionnaire())}`), async ({ page, person }) => {
          await person.tabTo('submit', /^Open$/);
          await person.press('Enter');
          await isReady(page);
          await person.tabTo('radio');
          await person.press(' ');
          await person.press('Escape');
          assert.equal((await person.look()).words, 'Open');
          await person.press('Enter');
          assert.equal(await checked(page), 1);
          await picture(page, place.replaceAll(' ', '-'), { fullPage: false });
          await person.fillInAndSend();
          assert.equal((await pages.record()).answers.length, 5);
        }));
    }

    test('in closed details: a form that lacks its answers opens them, and the person is at the list of what is missing', () => {
      const form = `<form method="post" action="/intake"><details><summary>Before you come</summary>
        <details><summary>Questions</summary>${questionnaire({ attributes: 'name="trust" required' })}</details></details>
        <button>Hand in</button></form>`;
      return pages.open(pageOf(`${WIDGET}${form}`), async ({ page, person }) => {
        await page.waitForSelector(`${TAG}:defined`);
        await person.tabTo('submit', /^Hand in$/);
        await person.press('Enter');
        await page.waitForFunction((tag) => document.querySelector(tag)!.shadowRoot!.activeElement, {}, TAG);
        const { words } = await person.look();
        assert.match(words, /^Please look at these 5 questions before you send/);
        await picture(page, 'closed-details', { fullPage: false });
        await person.fillInAndSend(/^Hand in$/);
        assert.equal(new URLSearchParams(await pages.site.comes('/intake')).getAll('trust').length, 1);
      });
    });
  });
}
