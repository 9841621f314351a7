import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { atFirst, later, type Given } from '../given/everywhere.ts';
import type { Everywhere } from '../open-app.ts';
import { can, type Opened } from '../question.ts';

type Answers = Record<string, boolean>;

/** What a page says about values that its framework cannot give. */
const EXPECTED = /bad-|no-crisis|did not match/;

const VALUES = { 'a text': 'name', 'a number': 'headingLevel', 'true and false': 'quickHide', 'a list': 'lastQuestions', 'an object': 'strings' } as const;

/** In the order of the table. */
const QUESTIONS = [
  'it is shown',
  'its children are shown',
  'its children change',
  'it goes and returns',
  ...['at first', 'defined later', 'changed'].flatMap((moment) => Object.keys(VALUES).map((kind) => `${moment}: ${kind}`)),
  'a listener of input',
  'a listener of attune-answer',
];

/** Which values the widget has at a moment. In HTML a list is a text in JSON. */
async function valuesOf(page: Page, widget: string, given: Given, moment: string): Promise<Answers> {
  const has = await page.evaluate(
    (selector, keys) => keys.map((key) => (document.querySelector(selector) as unknown as Record<string, unknown> | null)?.[key]),
    widget,
    Object.values(VALUES),
  );
  const isSame = (value: unknown, wanted: unknown): boolean => value === JSON.stringify(wanted) || JSON.stringify(value) === JSON.stringify(wanted);
  return Object.fromEntries(Object.entries(VALUES).map(([kind, name], at) => [`${moment}: ${kind}`, isSame(has[at], given[name])]));
}

/** Whether the widget shows its own content, and that of its slot. */
const showsOf = (page: Page, widget: string, price: number): Promise<{ own: boolean; slotted: boolean }> =>
  page.evaluate(
    (selector, words) => {
      const element = document.querySelector(selector);
      const fee = element?.querySelector('[slot=topic-cost]');
      const isSeen = (shown: Element | null | undefined): boolean => !!shown?.checkVisibility();
      return {
        own: isSeen(element?.shadowRoot?.querySelector('input')),
        slotted: !!element?.shadowRoot && isSeen(fee) && fee?.textContent?.trim() === words,
      };
    },
    widget,
    `A session is £${price}`,
  );

/** Until the page has drawn twice. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Waits until the answers are as the host says, or for long enough. A "no" must still be one after that. */
async function settle(page: Page, expected: (question: string) => boolean, ask: () => Promise<Answers>): Promise<Answers> {
  for (const last = Date.now() + 15_000; Date.now() < last; await drawn(page)) {
    if (Object.entries(await ask()).every(([question, isYes]) => isYes === expected(question))) break;
  }
  await drawn(page);
  return ask();
}

/** Clicks as a script does: while a page goes over into another one, a click of the mouse reaches nothing. */
const click = (page: Page, button: string): Promise<void> => page.$eval(button, (element) => (element as HTMLElement).click());

/** Answers the first question of the widget. */
const answer = (page: Page, widget: string): Promise<void> =>
  page.evaluate((selector) => document.querySelector(selector)!.shadowRoot!.querySelector<HTMLElement>('input[type=radio]')!.click(), widget);

/**
 * `/everywhere`: what the project custom-elements-everywhere asks of frameworks, asked with a widget. `#tag` is written as the tag,
 * `#component` as our component. What a host cannot do is in its settings, and is an answer too.
 */
export function everywhere(app: Opened, ways: Everywhere): void {
  for (const [way, { selector, query = '', no = [] }] of Object.entries(ways)) {
    test(`Everywhere: ${way}`, async () => {
      const expected = (question: string): boolean => !no.includes(question);
      const answers: Answers = {};
      const note = async (ask: () => Promise<Answers>, page: Page): Promise<void> => void Object.assign(answers, await settle(page, expected, ask));

      await app().visit(`/everywhere${query}`, async ({ page }) => {
        await note(() => valuesOf(page, selector, atFirst, 'at first'), page);
        await note(async () => {
          const { own, slotted } = await showsOf(page, selector, atFirst.price);
          return { 'it is shown': own, 'its children are shown': slotted };
        }, page);
        await click(page, '#change');
        await note(() => valuesOf(page, selector, later, 'changed'), page);
        await note(async () => ({ 'its children change': (await showsOf(page, selector, later.price)).slotted }), page);
        await answer(page, selector);
        await note(async () => {
          const heard = await page.evaluate(() => (window as unknown as { attuneHeard?: string[] }).attuneHeard ?? []);
          const hears = (type: string): boolean => heard.includes(`${type} of ${selector.slice(1)}`);
          return { 'a listener of input': hears('input'), 'a listener of attune-answer': hears('attune-answer') };
        }, page);
        await click(page, '#toggle');
        await page.waitForFunction((widget) => !document.querySelector(widget), {}, selector);
        await click(page, '#toggle');
        await note(async () => {
          const { own, slotted } = await showsOf(page, selector, later.price);
          return { 'it goes and returns': own && slotted };
        }, page);
      }, EXPECTED);

      await app().visit(`/everywhere${query}`, async ({ page }) => {
        await page.waitForSelector(selector);
        assert.equal(await page.$eval(selector, (widget) => widget.shadowRoot), null, 'not defined yet');
        await page.evaluate(() => (window as unknown as { defineAll(): void }).defineAll());
        await note(() => valuesOf(page, selector, atFirst, 'defined later'), page);
      }, EXPECTED, { isHeld: true });

      can[way] = Object.fromEntries(QUESTIONS.map((question) => [question, answers[question]!]));
      assert.deepEqual(QUESTIONS.filter((question) => !answers[question]), no);
    });
  }
}
