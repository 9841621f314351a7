// A page whose elements `@lit-labs/ssr` has rendered into declarative shadow roots.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { renderFallback } from 'attune-elements/html';
import { getInstrument } from 'attune-elements/instruments';
import { engines } from './engines.ts';

const root = new URL('../../', import.meta.url);
const names = readdirSync(new URL('src/elements/', root));

/** The HTML of each element, from a process of its own, as of a server. */
function rendered(): Record<string, string> {
  const script = `
    import { render } from '@lit-labs/ssr';
    import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
    import { html, unsafeStatic } from 'lit/static-html.js';
    import 'attune-elements/define';
    const pages = {};
    for (const name of ${JSON.stringify(names)}) {
      const tag = unsafeStatic('attune-' + name);
      pages[name] = await collectResult(render(html\`<\${tag} show audience="clinician"><p slot="crisis">Call 112.</p></\${tag}>\`));
    }
    process.stdout.write(JSON.stringify(pages));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Record<string, string>;
}

const pages = rendered();

const found = getInstrument('trust-pulse');
assert.ok(found.ok);
/** A server-rendered questionnaire inside a form, with the form without script as its child. The script comes when the test says so. */
const lateForm = `<script type="module" async src="/fallback/adopt.js"></script><script type="module" async src="/late"></script><form method="post">${pages[
  'trust-questionnaire'
]!.replace('<attune-trust-questionnaire', '$& name="trust" length="pulse"').replace('</attune-trust-questionnaire>', `${renderFallback(found.instrument, { id: 'r1', name: 'trust' })}$&`)}</form><p>What comes after.</p>`;

test('every element can be rendered on a server', () => {
  assert.deepEqual(Object.keys(pages), names);
  for (const name of names) assert.match(pages[name]!, new RegExp(`<attune-${name}[^>]*><template shadowroot`), name);
});

test('a server renders no field to write or choose an answer in: an answer that was given before the script came would be lost', () => {
  for (const name of names) {
    const fields = pages[name]!.match(/<(input|textarea)\b/g) ?? [];
    assert.deepEqual(fields, [], name);
  }
});

/** How far below the top of the window the control with the focus is. Layout shifts do not count what one element shows in place of another. */
const placeOfFocus = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // Until the page has scrolled to it, and was told so.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const { activeElement } = document;
    return (activeElement?.shadowRoot?.activeElement ?? activeElement)!.getBoundingClientRect().top;
  });

test('the code of the guide renders an element, and a questionnaire with the form that is sent without script', () => {
  const guide = readFileSync(new URL('docs/server-rendering.md', root), 'utf8');
  const [alone = '', inForm = ''] = [...guide.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${code}process.stdout.write(page);`], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  });
  assert.match(alone, /<attune-trust-levels[^>]*><template shadowroot/);
  assert.match(inForm, /<form method="post" action="\/answers">\s*<attune-trust-questionnaire[^>]*><template shadowroot/);
  assert.match(inForm, /<input type="radio" [^>]*name="trust\.t01"/);
});

for (const { engine, skip, launch } of engines) {
  describe(`a page that a server rendered, in ${engine}`, { skip }, () => {
    let comeNow = (): void => undefined;
    let browser: Browser;
    let server: Server;
    before(async () => {
      server = createServer((request, response) => {
        const name = request.url!.slice(1);
        if (name === 'late') {
          comeNow = () => {
            response.setHeader('content-type', 'text/javascript');
            void readFile(new URL('dist/cdn/trust-questionnaire.js', root)).then((source) => response.end(source));
          };
        } else if (name === 'late-form') {
          response.setHeader('content-type', 'text/html');
          response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Page</title>${lateForm}`);
        } else if (name.endsWith('.js')) {
          response.setHeader('content-type', 'text/javascript');
          void readFile(new URL(`dist/cdn/${name}`, root)).then((source) => response.end(source));
        } else {
          response.setHeader('content-type', 'text/html');
          response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Page</title>${pages[name]}<script type="module" src="/${name}.js"></script>`);
        }
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });

    test('shows its form without script until the script comes. Then the answers and the focus are in the widget, and the page stays where it was', async () => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/late-form`, { waitUntil: 'domcontentloaded' });
      const [first, second] = await page.$$eval('[data-attune=fallback] input[type=radio]', (radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);
      await page.focus(`[name="${first}"]`);
      await page.keyboard.press(' ');
      await page.focus(`[name="${second}"]`);
      const before = await placeOfFocus(page);
      comeNow();
      await page.waitForSelector('attune-trust-questionnaire >>> [data-key] :checked');
      await page.waitForFunction(() => document.querySelector('attune-trust-questionnaire')!.shadowRoot!.activeElement);
      const after = await placeOfFocus(page);
      const now = await page.evaluate(() => {
        const root = document.querySelector('attune-trust-questionnaire')!.shadowRoot!;
        return {
          entries: [...new FormData(document.querySelector('form')!).keys()],
          focused: root.activeElement!.closest<HTMLElement>('[data-key]')!.dataset['key'],
        };
      });
      assert.deepEqual(now.entries, ['trust', first]);
      assert.equal(`trust.${now.focused}`, second);
      assert.ok(Math.abs(after - before) < 2, `the control with the focus is at ${after} px of the window, and was at ${before}`);
      await page.close();
    });

    // The browser makes the shadow root of a session such that its steps cannot be shown one at a time (docs/decisions/0051).
    for (const name of names.filter((name) => name !== 'session')) {
      test(`<attune-${name}> is there once when the script has come, and reports nothing internal`, async () => {
        const page = await browser.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => {
          if (/ internal\b/.test(message.text())) errors.push(message.text());
        });
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`);
        await page.waitForSelector(`attune-${name}:defined`);
        const counts = await page.evaluate(async (tag) => {
          const count = (element: Element) => element.shadowRoot!.querySelectorAll('fieldset, h2, button, input').length;
          const there = document.querySelector(tag)! as HTMLElement & { updateComplete: Promise<unknown> };
          await there.updateComplete;
          const fresh = there.cloneNode(true) as typeof there;
          document.body.append(fresh);
          await fresh.updateComplete;
          return [count(there), count(fresh)];
        }, `attune-${name}`);
        assert.equal(counts[0], counts[1]);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  });
}
