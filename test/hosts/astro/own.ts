import assert from 'node:assert/strict';
import { choose, sees } from '../../e2e/visit.ts';
import { recordIn } from '../driver/api.ts';
import { again, answerTwo, hasChosen, sendAsItIs, trust } from '../driver/pulse.ts';
import { question, type Opened } from '../driver/question.ts';

/** What Astro's router does to a page. */
export default function astro(app: Opened): void {
  question('Other pages', 'a widget with transition:persist goes on over pages, and sends once', () =>
    app().visit('/survey', async ({ page }) => {
      // While a view transition runs, a click of the mouse reaches nothing, and another page ends it with an error.
      const isStill = () => page.waitForFunction(() => !document.documentElement.matches(':active-view-transition'));
      const follow = async (link: string): Promise<void> => {
        await isStill();
        await page.$eval(link, (element) => (element as HTMLElement).click());
      };
      await answerTwo(page);
      for (let times = 0; times < 2; times++) {
        await follow('#on');
        await page.waitForSelector('#persisted');
        await hasChosen(page, 'Agree', 'Disagree');
        await follow('#back');
        await page.waitForSelector('#on');
      }
      await hasChosen(page, 'Agree', 'Disagree');
      await isStill();
      await choose(page, trust, { [again]: 'Agree' });
      await sendAsItIs(page);
      await sees(page, trust, 'Saved.');
      assert.equal(app().api.received.length, 1);
      assert.equal(recordIn(app().api.received[0]!).answers.length, 3);
    }),
  );
}
