import assert from 'node:assert/strict';
import { choose, sees } from '../../e2e/visit.ts';
import { answerAll, shows, trust } from '../driver/pulse.ts';
import { question, type Opened } from '../driver/question.ts';

export default function own(app: Opened): void {
  question('Server component', 'a number from a server component is in the HTML, and decides the heading', () =>
    app().visit('/server-component', async ({ page }) => {
      const html = await (await fetch(`${app().address}/server-component`)).text();
      assert.match(html, /<attune-trust-questionnaire [^>]*heading-level="4"/);
      await sees(page, trust, 'Right now');
      assert.equal(await page.$eval(`${trust} >>> [part=title]`, ({ ariaLevel }) => ariaLevel), '4');
    }),
  );

  question('Hydrated late', 'what an element reports first is heard, and everything after it', () =>
    app().visit('/events?mistake', async ({ page }) => {
      await sees(page, '#heard', 'attune-error');
      await choose(page, '#alone', { 'Right now': '7' });
      await sees(page, '#heard', 'attune-answer');
    }, /bad-attribute/),
  );

  question('In a form', 'after it was stored the form is blank again', () =>
    app().visit('/intake', async ({ page }) => {
      await answerAll(page, trust);
      await page.click('form button');
      await shows(page, '#status', 'kept');
      await page.waitForFunction((tag) => !document.querySelector(tag)?.shadowRoot?.querySelector('input:checked'), {}, trust);
    }),
  );
}
