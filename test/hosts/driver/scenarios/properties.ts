import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { sees } from '../../../e2e/visit.ts';
import { draft, first, second } from '../given/given.ts';
import { question, type Opened } from '../question.ts';

const form = 'attune-questionnaire';
const card = 'attune-boundary-card';

type Values = Record<string, unknown>;

/** The properties that the page sets. */
const valuesOf = (page: Page): Promise<Values> =>
  page.evaluate(
    (formTag, cardTag) => {
      const { instrument, strings, headingLevel, quickHide, name, value } = document.querySelector(formTag) as unknown as Values;
      const { lastQuestions, topics } = document.querySelector(cardTag) as unknown as Values;
      const answers = (value as { answers: unknown } | null)?.answers ?? null;
      return JSON.parse(JSON.stringify({ instrument, strings, headingLevel, quickHide, name, answers, lastQuestions, topics })) as Values;
    },
    form,
    card,
  );
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** `/properties`: values of each kind, given before the elements are defined, and changed afterwards. */
export function properties(app: Opened): void {
  question('Properties before upgrade', 'text, number, boolean, list and object arrive at elements that are defined later', () =>
    app().visit('/properties', async ({ page }) => {
      await page.waitForSelector(form);
      assert.equal(await page.evaluate((tag) => !customElements.get(tag), form), true, 'not defined yet');
      await page.click('#define');
      await sees(page, form, 'Is this the first form?');
      await sees(page, form, 'Hand it in');
      await sees(page, card, 'And if I am ill?');
      assert.deepEqual(
        await valuesOf(page),
        plain({
          instrument: first,
          strings: { send: 'Hand it in' },
          headingLevel: 3,
          quickHide: false,
          name: 'first',
          answers: draft.answers,
          lastQuestions: ['And if I am ill?'],
          topics: 'cost',
        }),
      );
    }),
  );

  question('Properties after upgrade', 'each kind of value can change', () =>
    app().visit('/properties', async ({ page }) => {
      await page.waitForSelector(form);
      await page.click('#define');
      await sees(page, form, 'Is this the first form?');
      await page.click('#change');
      await sees(page, form, 'Is this the second form?');
      await sees(page, form, 'Give it in');
      await sees(page, card, 'May I bring a friend?');
      assert.deepEqual(
        await valuesOf(page),
        plain({
          instrument: second,
          strings: { send: 'Give it in' },
          headingLevel: 4,
          quickHide: true,
          name: 'second',
          answers: null,
          lastQuestions: ['May I bring a friend?'],
          topics: 'cost',
        }),
      );
    }),
  );
}
