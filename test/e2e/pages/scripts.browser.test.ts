// When the scripts of the widgets come: late, not at all, in two versions, or for many widgets. Each test is done by keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { readForm, renderFallback } from 'attune-elements/html';
import { getInstrument } from 'attune-elements/instruments';
import type { Response } from 'attune-elements/core';
import { engines } from '../engines.ts';
import { sees } from '../visit.ts';
import { describePages, type Pages } from './open-pages.ts';
import { buildOf, isReady, pageOf, picture, questionnaire, SEND, TAG, WIDGET } from './site.ts';

const found = getInstrument('trust-pulse');
assert.ok(found.ok);
const form = (action?: string): string =>
  renderFallback(found.instrument, { id: 'c0ffee00-0000-4000-8000-000000000001', name: 'trust', ...(action ? { action } : {}) });
const answersIn = (entries: string): number => {
  const read = readForm(new URLSearchParams(entries), { name: 'trust', find: getInstrument, now: new Date().toISOString() });
  assert.equal(read.state, 'completed');
  return read.response.answers.length;
};
/** How far below the top of the window the control with the focus is. */
const placeOfFocus = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // Until the page has scrolled to it, and was told so.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const { activeElement } = document;
    return (activeElement?.shadowRoot?.activeElement ?? activeElement)!.getBoundingClientRect().top;
  });

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
const OTHER = '9.9.9';
/** The same file as another version of the package would be. */
const ofOtherVersion = (name: string): string => {
  const code = buildOf(name);
  const changed = code.replace(new RegExp(`(["\`])${version.replaceAll('.', '\\.')}\\1`, 'g'), `"${OTHER}"`);
  assert.notEqual(changed, code);
  return changed;
};

for (const engine of engines) {
  describePages('scripts of a page', engine, (pages: Pages) => {
    test('five seconds late: what was answered in the form without script stays, with the focus, at the same place of the window', () => {
      pages.site.pages.set('/late.js', { type: 'text/javascript', body: buildOf('trust-questionnaire.js'), after: 5000 });
      const content = `<script type="module" async src="/attune/fallback/adopt.js"></script><script type="module" async src="/late.js"></script>
        <form method="post" action="/intake">${questionnaire({ attributes: 'name="trust"', inside: `<span slot="crisis">Call 112.</span>${form()}` })}<button>Hand in</button></form>`;
      // What is around the form gives the page room to scroll.
      const head = '<style>:not(:defined) > [slot] { display: none } form { margin-block: 100vh }</style>';
      return pages.open(
        pageOf(content, { head }),
        async ({ page, person }) => {
          for (let answers = 0; answers < 2; answers++) {
            await person.tabTo('radio');
            await person.press(' ');
          }
          assert.equal(await page.$$eval(`${TAG} > :not([slot]) :checked`, (all) => all.length), 2);
          await picture(page, 'late-before');
          const { words } = await person.look();
          const place = await placeOfFocus(page);
          await isReady(page);
          assert.equal((await person.look()).words, words);
          assert.equal(await page.$$eval(`${TAG} >>> :checked`, (all) => all.length), 2);
          assert.ok(Math.abs((await placeOfFocus(page)) - place) < 2, `${await placeOfFocus(page)} px, before ${place} px`);
          await picture(page, 'late-after');
          await person.fillInAndSend(/^Hand in$/);
          assert.equal(answersIn(await pages.site.comes('/intake')), 5);
        },
        { waitUntil: 'domcontentloaded' },
      );
    });

    const blocked = {
      'not on the server': { headers: {}, file: { type: 'text/javascript', status: 404, body: '' } },
      'refused by a policy': { headers: { 'content-security-policy': "script-src 'none'" }, file: undefined },
      'not whole': { headers: {}, file: { type: 'text/javascript', body: buildOf('trust-questionnaire.js').slice(0, 20_000) } },
    };
    for (const [why, { headers, file }] of Object.entries(blocked)) {
      test(`the file is ${why}: the words in the tag are read, and the form without script in it is sent`, () => {
        if (file) pages.site.pages.set('/attune/trust-questionnaire.js', file);
        const content = `${WIDGET}${questionnaire({ inside: '<p>Please ask at the desk for the paper form.</p>' })}${questionnaire({ inside: form('/intake') })}`;
        return pages.open(
          pageOf(content, { headers }),
          async ({ page, person }) => {
            await sees(page, TAG, 'Please ask at the desk for the paper form.');
            await picture(page, `blocked-${why.replaceAll(' ', '-')}`);
            await person.fillInAndSend();
            assert.equal(answersIn(await pages.site.comes('/intake')), 5);
          },
          { expected: /404|Content.Security.Policy|CSP|policy: |SyntaxError|Unexpected end|unterminated|expected|missing/i },
        );
      });
    }

    const headers = { 'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; trusted-types attune; require-trusted-types-for 'script'" };
    const scripts = { first: ['attune.js', 'other.js'], second: ['other.js', 'attune.js'] };
    for (const [place, files] of Object.entries(scripts)) {
      test(`two versions, ours ${place}: the first one works, the other says so once for each tag, and there is one crisis notice`, () => {
        pages.site.pages.set('/attune/other.js', { type: 'text/javascript', body: ofOtherVersion('attune.js') });
        const tags = files.map((file) => `<script type="module" src="/attune/${file}"></script>`).join('');
        const content = `${tags}${SEND}${questionnaire()}<attune-empathy-checklist who="You" when="now" kept="here"><span slot="crisis">Call 112.</span></attune-empathy-checklist>`;
        return pages.open(
          pageOf(content, { headers }),
          async ({ visit, page, person }) => {
            await isReady(page);
            const [one, two] = place === 'first' ? [version, OTHER] : [OTHER, version];
            assert.equal(visit.said.filter((line) => line === `warn: <${TAG}> is registered already, by version ${one}; this is ${two}`).length, 1);
            assert.equal(await page.evaluate(() => [...document.querySelectorAll('*')].filter((each) => each.shadowRoot?.querySelector('[part=crisis]')).length), 1);
            await person.fillInAndSend();
            const { software } = await pages.record();
            assert.equal(software.version, one);
          },
          { expected: /is registered already, by version/ },
        );
      });
    }

    test('a session of one version sends the questionnaires of another', () => {
      pages.site.pages.set('/attune/other.js', { type: 'text/javascript', body: ofOtherVersion('session.js') });
      const content = `<script type="module" src="/attune/other.js"></script>${WIDGET}<script type="module" src="/attune/empathy-checklist.js"></script>
        <script type="module" src="/sitting.js"></script>
        <attune-session who="Your therapist" when="soon" kept="here"><span slot="crisis">Call 112.</span>${questionnaire({ inside: '' })}<attune-empathy-checklist></attune-empathy-checklist></attune-session>`;
      pages.site.pages.set('/sitting.js', {
        type: 'text/javascript',
        body: `document.addEventListener('attune-session-submit', (event) => event.waitUntil(fetch('/records', { method: 'POST', body: JSON.stringify(event.detail) })));`,
      });
      return pages.open(pageOf(content, { headers }), async ({ page, person }) => {
        await isReady(page);
        await page.waitForSelector('attune-empathy-checklist >>> [part~=items] input');
        await person.fillInAndSend();
        const { submissions } = JSON.parse(await pages.site.comes('/records')) as { submissions: { response: Response }[] };
        assert.deepEqual(submissions.map(({ response }) => [response.instrument.id, response.software.version]), [['trust-pulse', version], ['empathy-checklist', version]]);
      });
    });
  });
}

describePages('many widgets', engines[0], (pages: Pages) => {
  test('fifty widgets: they come in reasonable time and memory, share no names, and do not affect each other', () => {
    const content = `${WIDGET}${SEND}${Array.from({ length: 50 }, (_, i) => `<div id="widget${i}">${questionnaire()}<button id="after${i}">Next client</button></div>`).join('')}`;
    return pages.open(pageOf(content), async ({ page, person }) => {
      await page.waitForFunction((tag) => [...document.querySelectorAll(tag)].every(({ shadowRoot }) => shadowRoot?.querySelector('[type=radio]')), {}, TAG);
      // About 0.5 s and 7 MB on a quiet machine.
      assert.ok((await page.evaluate(() => performance.now())) < 5000);
      assert.ok((await page.metrics()).JSHeapUsedSize! < 25_000_000);
      const shared = await page.$$eval(TAG, (widgets) => {
        const roots = widgets.map(({ shadowRoot }) => shadowRoot!);
        const repeated = (all: string[]): string[] => all.filter((one, i) => all.indexOf(one) !== i);
        return {
          names: repeated(roots.flatMap((root) => [...new Set([...root.querySelectorAll<HTMLInputElement>('input[name]')].map(({ name }) => name))])),
          ids: roots.flatMap((root) => repeated([...root.querySelectorAll('[id]')].map(({ id }) => id))),
          notices: roots.filter((root) => root.querySelector('[part=crisis]')).length,
        };
      });
      assert.deepEqual(shared, { names: [], ids: [], notices: 1 });

      const answered = (): Promise<number[]> => page.$$eval(TAG, (widgets) => widgets.map(({ shadowRoot }) => shadowRoot!.querySelectorAll(':checked').length));
      await page.focus('#after20');
      await person.tabTo('radio');
      await person.press(' ');
      await person.press('ArrowRight');
      assert.deepEqual(await answered(), Array.from({ length: 50 }, (_, i) => Number(i === 21)));
      await picture(page, 'fifty-widgets', { fullPage: false });
      await person.fillInAndSend();
      assert.equal((await pages.record()).answers.length, 5);
      await sees(page, `#widget21 ${TAG}`, 'Saved.');
      assert.deepEqual(await answered(), Array.from({ length: 50 }, () => 0));
    });
  });
});
