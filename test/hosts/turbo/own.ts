import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { choose, sees } from '../../e2e/visit.ts';
import { recordIn } from '../driver/api.ts';
import { answerTwo, again, hasChosen, sendAsItIs, trust } from '../driver/pulse.ts';
import { question, type Opened } from '../driver/question.ts';

const isGone = (page: Page): Promise<unknown> => page.waitForFunction((tag) => !document.querySelector(tag), {}, trust);

/** What Turbo does to a page. */
export default function turbo(app: Opened): void {
  const sendsOnce = async (page: Page): Promise<void> => {
    await sendAsItIs(page);
    await sees(page, trust, 'Saved.');
    assert.equal(app().api.received.length, 1);
  };

  question('Other pages', 'a widget on a page that Turbo has fetched sends once', () =>
    app().visit('/away', async ({ page }) => {
      // A page may be replaced between the two steps of a mouse's click.
      const follow = (link: string): Promise<void> => page.$eval(link, (element) => (element as HTMLElement).click());
      for (let times = 0; times < 2; times++) {
        await follow('#to-survey');
        await sees(page, trust, again);
        await follow('#away');
        await isGone(page);
      }
      await follow('#to-survey');
      await answerTwo(page);
      await sendsOnce(page);
    }),
  );

  question('Back', 'what was answered is there again, under the same id', () =>
    app().visit('/survey', async ({ page }) => {
      await answerTwo(page);
      const idNow = (): Promise<string> => page.$eval(trust, (widget) => (widget as unknown as { value: { id: string } }).value.id);
      const id = await idNow();
      await page.click('#away');
      await isGone(page);
      await page.goBack();
      await sees(page, trust, again);
      await page.waitForFunction((tag) => document.querySelector(tag)?.shadowRoot?.querySelectorAll('input:checked').length === 2, {}, trust);
      assert.equal(await idNow(), id);
      await sendsOnce(page);
    }),
  );

  question('Morphed', 'a refresh that morphs the page keeps what was answered', () =>
    app().visit('/morphed', async ({ page }) => {
      await answerTwo(page);
      const before = await page.$eval('#refreshes', ({ textContent }) => textContent);
      await page.evaluate(() => (window as unknown as { Turbo: { session: { refresh(url: string): void } } }).Turbo.session.refresh(location.href));
      await page.waitForFunction((text) => document.querySelector('#refreshes')?.textContent !== text, {}, before);
      await hasChosen(page, 'Agree', 'Disagree');
      await choose(page, trust, { [again]: 'Agree' });
      await sendsOnce(page);
      assert.equal(recordIn(app().api.received[0]!).answers.length, 3);
    }),
  );

  question('Replaced', 'a widget in a frame is asked, sent once, and gone with the frame', () =>
    app().visit('/frame', async ({ page }) => {
      await page.click('#open');
      await answerTwo(page);
      await sendsOnce(page);
      await page.click('#close');
      await isGone(page);
    }),
  );
}
