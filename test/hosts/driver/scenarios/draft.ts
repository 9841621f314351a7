import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { choose, press, sees } from '../../../e2e/visit.ts';
import { recordIn } from '../api.ts';
import { again, answerTwo, free, hasChosen, honest, sendAsItIs, shows, trust } from '../pulse.ts';
import { question, type Opened } from '../question.ts';

/** `/draft`: the page holds the record in its own state. */
export function draft(app: Opened): void {
  question('Rendered again', '40 renders while it is half answered change nothing', () =>
    app().visit('/draft', async ({ page }) => {
      await answerTwo(page);
      await shows(page, '#count', '2');
      const before = Number(await page.$eval('#render', ({ textContent }) => textContent));
      for (let times = 0; times < 40; times++) await page.$eval('#render', (button) => (button as HTMLElement).click());
      await page.waitForFunction((start) => Number(document.querySelector('#render')?.textContent) >= start + 40, {}, before);
      await hasChosen(page, 'Agree', 'Disagree');
      await choose(page, trust, { [again]: 'Agree' });
      await shows(page, '#count', '3');
    }),
  );

  question('Bound in both directions', 'the page has each answer, can make the widget blank, and sends what stands there', () =>
    app().visit('/draft', async ({ page }) => {
      await answerTwo(page);
      await shows(page, '#count', '2');
      await page.click('#clear');
      await shows(page, '#count', '0');
      await page.waitForFunction((tag) => !document.querySelector(tag)?.shadowRoot?.querySelector('input:checked'), {}, trust);
      await choose(page, trust, { [honest]: 'Totally agree' });
      await shows(page, '#count', '1');
      await sendAsItIs(page);
      await sees(page, trust, 'Saved.');
      const [record] = app().api.received.map(recordIn);
      assert.deepEqual(record?.answers.map(({ state }) => state), ['answered']);
    }),
  );

  question('Written back late', 'a state that the page writes back late replaces no newer answer', () =>
    app().visit('/draft?late', async ({ page }) => {
      for (const [line, answer] of [[honest, 'Agree'], [free, 'Disagree'], [honest, 'Totally agree']] as const) {
        await choose(page, trust, { [line]: answer });
        await sleep(120);
      }
      await hasChosen(page, 'Totally agree', 'Disagree');
      await shows(page, '#count', '2');
      await sleep(400);
      await hasChosen(page, 'Totally agree', 'Disagree');
    }),
  );

  question('Removed and put back', 'the widget continues from the state of the page, under the same id', () =>
    app().visit('/draft', async ({ page }) => {
      await answerTwo(page);
      await shows(page, '#count', '2');
      const idNow = (): Promise<string> =>
        page.$eval(trust, (widget) => (widget as unknown as { value: { id: string } }).value.id);
      const id = await idNow();
      await page.$eval(trust, (widget) => widget.setAttribute('data-first', ''));
      await page.click('#remount');
      await page.waitForSelector(`${trust}:not([data-first])`);
      await shows(page, trust, honest);
      await page.waitForFunction((tag) => document.querySelector(tag)?.shadowRoot?.querySelectorAll('input:checked').length === 2, {}, trust);
      await hasChosen(page, 'Agree', 'Disagree');
      assert.equal(await idNow(), id);
      await choose(page, trust, { [again]: 'Agree' });
      await press(page, trust, 'Send');
      await press(page, trust, 'Finish and send what I have');
      await sees(page, trust, 'Saved.');
      assert.deepEqual([...app().api.stored], [[id, 1]]);
      assert.equal(recordIn(app().api.received[0]!).answers.length, 3);
    }),
  );
}
