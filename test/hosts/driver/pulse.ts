import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { choose, chosen, press, sees } from '../../e2e/visit.ts';

export const trust = 'attune-trust-questionnaire';
export const [honest, free, again] = [
  'My therapist was honest with me.',
  'I could say what was on my mind without fear.',
  'My therapist did what they said they would do.',
] as const;

/** Answers two of the lines. */
export async function answerTwo(page: Page): Promise<void> {
  await choose(page, trust, { [honest]: 'Agree', [free]: 'Disagree' });
}

/** Sends with lines left blank: the widget asks about them once. */
export async function sendAsItIs(page: Page): Promise<void> {
  await press(page, trust, 'Send');
  await press(page, trust, 'Finish and send what I have');
}

export async function hasChosen(page: Page, ...labels: string[]): Promise<void> {
  assert.deepEqual(await chosen(page, trust), labels);
}

/** Waits until an element of the page has this text. */
export async function shows(page: Page, selector: string, text: string): Promise<void> {
  await sees(page, selector, text);
}

/** Picks the first option of each question of a widget. */
export async function answerAll(page: Page, widget: string): Promise<void> {
  await page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot?.querySelector('[role=radiogroup]'), {}, widget);
  await page.evaluate((selector) => {
    const groups = document.querySelector(selector)!.shadowRoot!.querySelectorAll('[role=radiogroup]');
    for (const group of groups) group.querySelector<HTMLInputElement>('input[type=radio]')!.click();
  }, widget);
}
