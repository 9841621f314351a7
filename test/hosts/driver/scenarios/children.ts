import { shows, trust } from '../pulse.ts';
import { question, type Opened } from '../question.ts';

/** `/children`: the page's own words inside a widget. */
export function children(app: Opened): void {
  question('Children', 'the content of a slot is shown, changes, goes and returns', () =>
    app().visit('/children', async ({ page }) => {
      const isShown = (text: string, is: boolean) =>
        page.waitForFunction(
          (tag, words, expected) => {
            const slotted = document.querySelector(`${tag} > [slot=crisis]`);
            const isSeen = !!slotted?.checkVisibility() && slotted.textContent?.trim() === words;
            return isSeen === expected;
          },
          {},
          trust,
          text,
          is,
        );
      await shows(page, trust, 'My therapist was honest with me.');
      await isShown('Call 112', true);
      await page.click('#change');
      await isShown('Call 113', true);
      await page.click('#toggle');
      await isShown('Call 113', false);
      await page.click('#toggle');
      await isShown('Call 113', true);
    }, /no-crisis|crisis/),
  );
}
