import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { namesOnDevice } from './names-on-device.ts';
import { press, sees } from './visit.ts';

export const tag = 'attune-openness-check';

/** A form whose draft is kept, and which sends its record to `/records`. */
export const formOf = (autosave: string, draftKey = 'visit-1'): string => `<script type="module" src="/drafts.js"></script>
<script type="module" src="/openness-check.js"></script>
<script>
  addEventListener('attune-submit', (event) =>
    event.waitUntil(fetch('/records', { method: 'POST', body: JSON.stringify(event.detail.response) })));
</script>
<${tag} autosave="${autosave}" draft-key="${draftKey}"></${tag}>`;

/** Chooses the first option of so many questions. */
export const answer = (page: Page, count: number): Promise<void> =>
  page.$eval(tag, (widget, end) => [...widget.shadowRoot!.querySelectorAll('fieldset:not(:has(fieldset))')].slice(0, end).forEach((each) => each.querySelector<HTMLInputElement>('input[type=radio]')?.click()), count);

/** Waits until a draft is stored, or until none is. */
export async function isStored(page: Page, isWanted = true): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const names = [...(await page.evaluate(namesOnDevice)), ...(await page.evaluate(() => Object.keys(sessionStorage)))];
    if (names.some((name) => name.startsWith('attune-draft:')) === isWanted) return;
  }
  assert.fail(isWanted ? 'no draft is stored' : 'a draft is still stored');
}

/** In the page: whether the draft of this tab has so many answers. */
export const holdsInTab = (count: number): boolean => Object.values(sessionStorage).join().split('answered').length > count;

/** The person agrees to a draft and answers a question, and both are stored. Returns the page. */
export async function begin(page: Page): Promise<Page> {
  await sees(page, tag, 'Keep your answers');
  await press(page, tag, 'Keep them');
  await sees(page, tag, 'Your answers are kept');
  await answer(page, 1);
  await isStored(page);
  return page;
}

export async function send(page: Page): Promise<void> {
  await answer(page, Infinity);
  await press(page, tag, 'Send');
  await sees(page, tag, 'Saved.');
}
