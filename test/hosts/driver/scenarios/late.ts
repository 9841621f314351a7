import assert from 'node:assert/strict';
import { choose, sees } from '../../../e2e/visit.ts';
import { trust } from '../pulse.ts';
import { question, type Opened } from '../question.ts';

/** `/events?slow&mistake`: the elements of a server's page are defined long before the framework begins. */
export function late(app: Opened): void {
  question('Hydrated late', 'an element that is defined long before waits for its listeners, so that no event is lost', () =>
    app().visit('/events?slow&mistake', async ({ page }) => {
      await page.waitForFunction((tag) => customElements.get(tag), {}, trust);
      assert.equal(await page.$eval(trust, (widget) => widget.shadowRoot), null);
      assert.equal(await page.$eval(`${trust} > span`, (help) => help.checkVisibility()), true);
      await page.evaluate(() => dispatchEvent(new Event('go')));
      await sees(page, '#heard', 'attune-error');
      await choose(page, '#alone', { 'Right now': '7' });
      await sees(page, '#heard', 'attune-answer');
    }, /bad-attribute/),
  );
}
