// What the styles of a page, its mode, its language and its zoom do to a widget. Each test is done by keyboard.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { engines } from '../engines.ts';
import { describePages, type Pages } from './open-pages.ts';
import { isReady, pageOf, picture, questionnaire, SEND, type Served, TAG, WIDGET } from './site.ts';

const styled = (css: string, content = questionnaire()): Served =>
  pageOf(`<main>${content}</main>${WIDGET}${SEND}`, { head: `<link rel="stylesheet" href="data:text/css,${encodeURIComponent(css)}">` });
const inQuirksMode = ({ body, ...served }: Served): Served => ({ ...served, body: body.replace('<!doctype html>', '') });

const hostile: Record<string, Served> = {
  'all unset': styled('* { all: unset !important }'),
  'controls not displayed': styled('input, button, label, legend, textarea { display: none !important }'),
  'root font of 62.5 %': styled('html { font-size: 62.5% } body { font-size: 1.6rem }'),
  'everything floats': styled('fieldset, legend, section, div, p, input { float: left } fieldset { inline-size: 50px }'),
  'text that does not wrap, tiny and white': styled(
    'main { background: #000; color: #fff; font-size: 8px; line-height: 9px; text-align: end; text-indent: 40px; white-space: nowrap }',
  ),
  'quirks mode': inQuirksMode(styled('')),
};

/** The name, size and colours of each element in the widget. */
const looksOf = (page: Page): Promise<string[]> =>
  page.$eval(TAG, ({ shadowRoot }) =>
    [...shadowRoot!.querySelectorAll<HTMLElement>('section, section *:not(span)')].map((element) => {
      const { width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, fontSize, textAlign } = getComputedStyle(element);
      return [element.localName, element.getAttribute('part') ?? '', Math.round(width), Math.round(height), color, backgroundColor, fontSize, textAlign].join(' ');
    }),
  );

const widthOf = (page: Page, selector: string): Promise<number> => page.$eval(selector, (element) => element.getBoundingClientRect().width);

/** Nothing in the widget is wider than it is, and the page does not scroll sideways. */
async function fits(page: Page): Promise<void> {
  const wide = await page.$eval(TAG, (widget) => {
    const { left, right } = widget.getBoundingClientRect();
    const all = [...widget.shadowRoot!.querySelectorAll('section, section *')].filter((element) => element.checkVisibility());
    return all.filter((element) => element.getBoundingClientRect().right > right + 1 || element.getBoundingClientRect().left < left - 1).map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  assert.deepEqual(wide, []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'the page scrolls sideways');
}

for (const engine of engines) {
  describePages('styles of a page', engine, (pages: Pages) => {
    let plain: string[] = [];
    before(() =>
      pages.open(styled(''), async ({ page }) => {
        await isReady(page);
        plain = await looksOf(page);
        assert.ok(plain.length > 50);
      }),
    );

    for (const [name, served] of Object.entries(hostile)) {
      test(`${name}: it looks as on a plain page, and is filled in`, () =>
        pages.open(served, async ({ page, person }) => {
          await isReady(page);
          assert.equal(await page.evaluate(() => document.compatMode), name === 'quirks mode' ? 'BackCompat' : 'CSS1Compat');
          await picture(page, name.replace(/\W+/g, '-'));
          assert.deepEqual(await looksOf(page), plain);
          await person.fillInAndSend();
          assert.equal((await pages.record()).answers.length, 5);
        }));
    }
  });
}

describePages('narrow and mirrored', engines[0], (pages: Pages) => {
  const cells = {
    'a cell of 200 px': '<table border="1"><tr><td width="200">CONTENT</td><td>Monday</td></tr></table>',
    'a cell of 200 px with nowrap': '<table border="1"><tr><td width="200" nowrap>CONTENT</td><td>Monday</td></tr></table>',
    'a cell of 200 px in quirks mode': '<table border="1" style="table-layout: fixed; width: 400px"><tr><td style="width: 200px">CONTENT</td><td>Monday</td></tr></table>',
  };
  for (const [name, html] of Object.entries(cells)) {
    test(`${name}: it fits, and is filled in page by page`, () => {
      const served = styled('', html.replace('CONTENT', questionnaire()));
      return pages.open(name.endsWith('quirks mode') ? inQuirksMode(served) : served, async ({ page, person }) => {
        await isReady(page);
        await picture(page, name.replaceAll(' ', '-'));
        const width = await widthOf(page, 'td');
        assert.ok(width >= 200 && width < 210, String(width));
        await fits(page);
        await person.fillInAndSend();
        assert.equal((await pages.record()).answers.length, 5);
      });
    });
  }

  test('a window of 1280 px at 400 %: it fits, each stop of the keyboard is in the window, and it is filled in', () =>
    pages.open(
      styled(''),
      async ({ page, person }) => {
        await isReady(page);
        await picture(page, 'zoom-400', { fullPage: false });
        await fits(page);
        await person.fillInAndSend();
        assert.equal((await pages.record()).answers.length, 5);
      },
      { prepare: (page) => page.setViewport({ width: 320, height: 256, deviceScaleFactor: 4 }) },
    ));

  test('from right to left: the first option is on the right, and the record has the same answers as on an English page', async () => {
    const answers: unknown[] = [];
    for (const lang of ['en', 'ar']) {
      const languages = lang === 'ar' ? ['locales', 'translations'].map((kind) => `<script type="module" src="/attune/${kind}/ar.js"></script>`).join('') : '';
      const content = `${WIDGET}${languages}${SEND}${questionnaire({ attributes: 'translations="draft"' })}`;
      pages.site.came.length = 0;
      await pages.open(pageOf(content, { root: `lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"` }), async ({ page, person }) => {
        await isReady(page);
        await page.waitForFunction((tag, words) => document.querySelector(tag)!.shadowRoot!.textContent.includes(words), {}, TAG, lang === 'ar' ? 'إرسال' : 'Send');
        const [first = 0, second = 0] = await page.$$eval(`${TAG} >>> [part~=items] label`, (all) => all.map((label) => label.getBoundingClientRect().left));
        assert.equal(first > second, lang === 'ar');
        await picture(page, lang === 'ar' ? 'right-to-left' : 'plain');
        await person.fillInAndSend(/^(Send|إرسال)$/);
        const record = await pages.record();
        assert.equal(record.instrument.language, lang);
        answers.push(record.answers);
      }, { expected: /safety messages not reviewed: ar/ });
    }
    assert.deepEqual(answers[1], answers[0]);
  });

  test('a table in quirks mode has the colour and the font of its widget', () => {
    const levels = '<attune-trust-levels show></attune-trust-levels><script type="module" src="/attune/trust-levels.js"></script>';
    return pages.open(inQuirksMode(styled('body { color: #fff; background: #000; font: italic 20px serif }', levels)), async ({ page }) => {
      await page.waitForSelector('attune-trust-levels >>> td');
      await picture(page, 'quirks-mode-table');
      const [around, cell] = await page.$eval('attune-trust-levels', ({ shadowRoot }) =>
        ['section', 'td'].map((selector) => {
          const { color, fontSize, fontStyle } = getComputedStyle(shadowRoot!.querySelector(selector)!);
          return [color, fontSize, fontStyle];
        }),
      );
      assert.deepEqual(cell, around);
    });
  });
});
