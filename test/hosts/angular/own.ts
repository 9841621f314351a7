import assert from 'node:assert/strict';
import { choose, find, sees } from '../../e2e/visit.ts';
import { question, type Opened } from '../driver/question.ts';

/** `/forms`: the widget as a control of Angular's forms. */
export default function forms(app: Opened): void {
  question('In a form', 'a reactive control has the record, is invalid until it is complete, can be reset and disabled', () =>
    app().visit('/forms', async ({ page }) => {
      const says = (words: string): Promise<void> => sees(page, '#reactive-state', words);
      await says('INVALID untouched 0');
      await choose(page, '#reactive', { 'My therapist was honest with me.': 'Agree' });
      await says('INVALID untouched 1');
      await page.evaluate(() => {
        const groups = document.querySelector('#reactive')!.shadowRoot!.querySelectorAll('[role=radiogroup]');
        for (const group of groups) group.querySelector<HTMLInputElement>('input[type=radio]')!.click();
      });
      await says('VALID untouched 5');
      await (await find(page, '#template', { under: 'Right now', words: '7' })).click();
      await says('VALID touched 5');
      await page.click('#reset');
      await says('INVALID untouched 0');
      await page.waitForFunction(() => !document.querySelector('#reactive')!.shadowRoot!.querySelector('input:checked'));
      await page.click('#disable');
      await says('DISABLED untouched 0');
      assert.equal(await page.$eval('#reactive', (widget) => (widget as HTMLInputElement).disabled), true);
    }),
  );

  question('Bound in both directions', 'a template-driven control has each answer, and makes the widget blank', () =>
    app().visit('/forms', async ({ page }) => {
      await choose(page, '#template', { 'My therapist was honest with me.': 'Agree' });
      await sees(page, '#template-state', 'VALID 1');
      await page.click('#clear');
      await sees(page, '#template-state', 'VALID 0');
      await page.waitForFunction(() => !document.querySelector('#template')!.shadowRoot!.querySelector('input:checked'));
    }),
  );
}
