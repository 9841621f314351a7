import type { Page } from 'puppeteer-core';
import { choose, press, sees } from '../../../e2e/visit.ts';
import { question, type Opened } from '../question.ts';

const [alone, badge, journal, sitting, inside] = ['#alone', '#badge', '#journal', '#sitting', '#inside'] as const;

/** Waits until the page's listeners have written these types. */
async function heard(page: Page, ...types: string[]): Promise<void> {
  await page.waitForFunction(
    (expected) => {
      const said = [...document.querySelectorAll('#heard li')].map(({ textContent }) => textContent?.trim());
      return expected.every((type) => said.includes(type));
    },
    {},
    types,
  );
}

/** `/events`: a listener for each event, written as the framework writes them. */
export function events(app: Opened): void {
  question('Events', 'a questionnaire: input, change, answer, page, error, submit, saved', () =>
    app().visit('/events', async ({ page }) => {
      await choose(page, alone, { 'Right now': '7' });
      await heard(page, 'attune-answer', 'input', 'change');
      await press(page, alone, 'Next');
      await heard(page, 'attune-page');
      await page.$eval(alone, (widget) => Object.assign(widget, { value: '{' }));
      await heard(page, 'attune-error');
      await press(page, alone, 'Send');
      await press(page, alone, 'Finish and send what I have');
      await heard(page, 'attune-submit', 'attune-saved');
      await sees(page, alone, 'Saved.');
    }, /bad-value/),
  );

  question('Events', 'a milestone, a journal entry and a session', () =>
    app().visit('/events', async ({ page }) => {
      await press(page, badge, 'Mark a milestone');
      await heard(page, 'attune-milestone');

      await press(page, journal, 'Write here');
      await page.keyboard.type('A heron at low tide.');
      await press(page, journal, 'Add to my journal');
      await press(page, journal, 'Change or share');
      await press(page, journal, 'Share');
      await press(page, journal, 'Share this');
      await heard(page, 'attune-journal-share');

      await choose(page, inside, { 'The room felt calm.': 'Yes' });
      await press(page, sitting, 'Send');
      await sees(page, inside, 'You left 5 questions blank.');
      await press(page, sitting, 'Send');
      await heard(page, 'attune-session-submit');
      await sees(page, sitting, 'Saved.');
    }),
  );
}
