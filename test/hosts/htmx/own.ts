import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { choose, sees } from '../../e2e/visit.ts';
import { recordIn } from '../driver/api.ts';
import { again, answerTwo, hasChosen, honest, sendAsItIs, trust } from '../driver/pulse.ts';
import { question, type Opened } from '../driver/question.ts';

/** What htmx does to a page, in both versions. */
export default function htmx(app: Opened): void {
  const sendsOnce = async (page: Page): Promise<void> => {
    await sendAsItIs(page);
    await sees(page, trust, 'Saved.');
    assert.equal(app().api.received.length, 1);
  };

  for (const version of [2, 4]) {
    question('Replaced', `htmx ${version}: a widget that is put into the page is asked, sent once, and gone with its place`, () =>
      app().visit(`/swapped?v=${version}`, async ({ page }) => {
        await page.click('#open');
        await answerTwo(page);
        await sendsOnce(page);
        await page.click('#close');
        await page.waitForSelector('#none');
        await page.click('#open');
        await sees(page, trust, honest);
        await hasChosen(page);
      }),
    );

    question('Morphed', `htmx ${version}: a morph keeps what was answered`, () =>
      app().visit(`/morphed?v=${version}`, async ({ page }) => {
        await answerTwo(page);
        for (let times = 0; times < 3; times++) {
          const before = await page.$eval('#renders', ({ textContent }) => textContent);
          await page.click('#again');
          await page.waitForFunction((text) => document.querySelector('#renders')?.textContent !== text, {}, before);
        }
        await hasChosen(page, 'Agree', 'Disagree');
        await choose(page, trust, { [again]: 'Agree' });
        await sendsOnce(page);
        assert.equal(recordIn(app().api.received[0]!).answers.length, 3);
      }),
    );

    question('Each change', `htmx ${version}: a form that is posted at each change has the answers so far; each record names the one that it replaces`, () =>
      app().visit(`/each-change?v=${version}`, async ({ page }) => {
        const { api } = app();
        await choose(page, trust, { [honest]: 'Agree' });
        for (const last = Date.now() + 10_000; api.received.length < 1 && Date.now() < last; ) await new Promise((done) => setTimeout(done, 50));
        await choose(page, trust, { [again]: 'Disagree' });
        for (const last = Date.now() + 10_000; api.received.length < 2 && Date.now() < last; ) await new Promise((done) => setTimeout(done, 50));
        const records = api.received.map(recordIn);
        assert.deepEqual(records.map(({ answers }) => answers.length), [1, 2]);
        assert.deepEqual(records.map(({ replaces }) => replaces), [undefined, records[0]?.id]);
        await hasChosen(page, 'Disagree', 'Agree');
      }),
    );
  }
}
