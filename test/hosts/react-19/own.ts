import assert from 'node:assert/strict';
import { press, sees } from '../../e2e/visit.ts';
import { recordIn } from '../driver/api.ts';
import { answerAll, answerTwo, sendAsItIs, shows, trust } from '../driver/pulse.ts';
import { question, type Opened } from '../driver/question.ts';

export default function own(app: Opened): void {
  question('Rendered in the browser', 'without a server the same page sends the record', () =>
    app().visit('/survey?client', async ({ page }) => {
      await answerTwo(page);
      await sendAsItIs(page);
      await sees(page, trust, 'Saved.');
      assert.deepEqual(app().api.received.map((one) => recordIn(one).answers.length), [2]);
    }),
  );

  question('In a form', 'after it was stored the form is blank again', () =>
    app().visit('/intake', async ({ page }) => {
      await answerAll(page, trust);
      await page.click('form button');
      await shows(page, '#status', 'kept');
      await page.waitForFunction((tag) => !document.querySelector(tag)?.shadowRoot?.querySelector('input:checked'), {}, trust);
      await press(page, trust, 'Stop and erase');
    }),
  );
}
