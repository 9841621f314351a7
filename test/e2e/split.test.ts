// A page with `dist/split/auto.js`, over HTTP, with the script from another origin.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { engines } from './engines.ts';
import { choose, find, press, sees } from './visit.ts';

const dist = new URL('../../dist/', import.meta.url);
const elements = Object.keys(JSON.parse(readFileSync(new URL('split/modulepreload.json', dist), 'utf8')) as object);

interface Site {
  address: string;
  /** The paths that were asked for, without their query. */
  asked: string[];
  server: Server;
}

const listen = async (answer: (path: string) => Promise<{ status?: number; type?: string; headers?: Record<string, string>; body?: string | Buffer }>): Promise<Site> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://any').pathname;
    asked.push(path);
    void answer(path).then(({ status = 200, type = 'text/html', headers = {}, body = '' }) => {
      response.writeHead(status, { 'content-type': type, ...headers }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
};

const seen = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
const shows = (page: Page, selector: string, words: string) =>
  page.waitForFunction((selector, words) => document.querySelector(selector)?.shadowRoot?.textContent?.includes(words), { timeout: 20_000 }, selector, words);

for (const { engine, skip, launch } of engines) {
  describe(`a page with auto.js, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let files: Site;
    let pages: Site;
    let body = '';
    /** A file whose path contains this does not come. */
    let missing: string | undefined;

    before(async () => {
      files = await listen(async (path) => {
        // Under two paths, as two versions of the package would be.
        const name = path.replace(/^\/(some\/path|other)\//, '');
        if (missing && name.includes(missing)) return { status: 503, headers: { 'access-control-allow-origin': '*' } };
        try {
          return { type: 'text/javascript', headers: { 'access-control-allow-origin': '*' }, body: await readFile(new URL(name, dist)) };
        } catch {
          return { status: 404 };
        }
      });
      pages = await listen(async () => ({
        headers: {
          'content-security-policy': `default-src 'none'; img-src data:; script-src 'nonce-one' ${files.address}; trusted-types attune; require-trusted-types-for 'script'`,
        },
        body: `<!doctype html><html lang="en"><title>Page</title><script nonce="one">
          globalThis.seen = [];
          addEventListener('attune-error', ({ target, detail }) => seen.push(target.localName + ' ' + detail.code));
          addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => seen.push(violatedDirective + ' ' + blockedURI));
          addEventListener('error', ({ message }) => seen.push(message));
          addEventListener('unhandledrejection', ({ reason }) => seen.push(String(reason)));
        </script>${body}`,
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      for (const site of [files, pages]) {
        site?.server.closeAllConnections();
        site?.server.close();
      }
    });
    afterEach(() => {
      missing = undefined;
    });

    const open = async (content: string, { prefix = 'some/path', query = '' } = {}): Promise<Page> => {
      body = `<link rel="icon" href="data:,"><script type="module" src="${files.address}/${prefix}/split/auto.js${query}"></script>${content}`;
      files.asked.length = 0;
      const page = await browser.newPage();
      await page.goto(`${pages.address}/`);
      return page;
    };
    const questionnaire = (inside = '') => `<attune-trust-questionnaire length="pulse" who="Your therapist" when="soon" kept="here"><p slot="crisis">Call 112.</p>${inside}</attune-trust-questionnaire>`;

    test('each widget is loaded, with no file twice, under a strict policy and from another origin', async () => {
      const page = await open(`${questionnaire()}<attune-why-trust></attune-why-trust>${questionnaire()}`);
      await shows(page, 'attune-trust-questionnaire', 'answered');
      await page.waitForSelector('attune-why-trust:defined');
      assert.deepEqual(files.asked, [...new Set(files.asked)]);
      assert.ok(files.asked.every((path) => path.startsWith('/some/path/split/')), files.asked.join(' '));
      assert.ok(!files.asked.some((path) => path.includes('journal')));
      assert.deepEqual(await seen(page), []);
      await page.close();
    });

    test('a session with its questionnaires works in whatever order they come', async () => {
      missing = 'split/session.js';
      const page = await open(`<attune-session who="Your therapist" when="soon" kept="here"><p slot="crisis">Call 112.</p>${questionnaire()}</attune-session>`);
      await page.waitForSelector('attune-trust-questionnaire:defined');
      missing = undefined;
      await page.waitForSelector('attune-session:defined', { timeout: 20_000 });
      await page.waitForFunction(() => document.querySelector('attune-session')!.shadowRoot!.querySelector('slot'));
      assert.deepEqual([...new Set(await seen(page))], ['attune-session not-loaded']);
      await page.close();
    });

    test('what keeps drafts comes with the first element that asks for it, before the element, and with no other', async () => {
      const page = await open(questionnaire());
      await shows(page, 'attune-trust-questionnaire', 'answered');
      assert.ok(!files.asked.some((path) => path.includes('drafts')));
      await page.$eval('attune-trust-questionnaire', (widget) => widget.setAttribute('autosave', 'session'));
      await shows(page, 'attune-trust-questionnaire', 'Keep your answers in this tab');
      assert.equal(files.asked.filter((path) => path.endsWith('/cdn/drafts.js')).length, 1);
      await page.close();
      const next = await open(questionnaire().replace('<attune-trust-questionnaire', '$& autosave="session"'));
      await shows(next, 'attune-trust-questionnaire', 'Keep your answers in this tab');
      assert.deepEqual(await seen(next), []);
      await next.close();
    });

    test('if what keeps drafts does not come, the element works without it, and it is reported', async () => {
      missing = 'cdn/drafts.js';
      const page = await open(questionnaire().replace('<attune-trust-questionnaire', '$& autosave="session"'));
      await shows(page, 'attune-trust-questionnaire', 'answered');
      await page.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length === 2);
      assert.deepEqual(await seen(page), ['attune-trust-questionnaire not-loaded', 'attune-trust-questionnaire no-drafts']);
      missing = undefined;
      await shows(page, 'attune-trust-questionnaire', 'Keep your answers in this tab');
      await page.close();
    });

    test('what comes later is loaded later, in a shadow root if the page asks for it', async () => {
      const page = await open('<main></main>');
      await page.waitForFunction(() => document.readyState === 'complete');
      await page.evaluate(() => {
        const box = document.createElement('div');
        box.append(document.createElement('attune-why-trust'));
        document.querySelector('main')!.append(box);
        const root = document.querySelector('main')!.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
        root.append(document.createElement('attune-trust-levels'));
        (globalThis as unknown as { tree: ShadowRoot }).tree = root;
      });
      await page.waitForSelector('attune-why-trust:defined');
      assert.equal(await page.evaluate(() => !!customElements.get('attune-trust-levels')), false);
      await page.evaluate(async (address) => {
        const { watch } = (await import(address)) as { watch(root: ShadowRoot): void };
        watch((globalThis as unknown as { tree: ShadowRoot }).tree);
      }, `${files.address}/some/path/split/auto.js`);
      await page.waitForFunction(() => customElements.get('attune-trust-levels'));
      assert.deepEqual(await seen(page), []);
      await page.close();
    });

    test('if a file does not come, the children stay usable, it is reported once, and it comes later', async () => {
      missing = 'split/shared-questionnaire';
      const page = await open(questionnaire('<label>In your words <input name="words"></label>'));
      await page.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length);
      await page.type('input[name=words]', 'I wrote this');
      assert.ok(await page.evaluate(() => document.querySelector('input')!.getBoundingClientRect().height > 0));
      // The next try is after one second.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      missing = undefined;
      await shows(page, 'attune-trust-questionnaire', 'answered');
      assert.deepEqual(await seen(page), ['attune-trust-questionnaire not-loaded']);
      await page.close();
    });

    test('when the browser is online again, it does not wait', async () => {
      missing = 'why-trust';
      const page = await open('<attune-why-trust></attune-why-trust>');
      await page.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length);
      missing = undefined;
      const start = Date.now();
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.waitForSelector('attune-why-trust:defined');
      assert.ok(Date.now() - start < 900, `${Date.now() - start} ms`);
      await page.close();
    });

    test('a wrong tag is reported and left alone', async () => {
      const page = await open('<attune-trust-questionaire>Words</attune-trust-questionaire><attune-why-trust></attune-why-trust>');
      await page.waitForSelector('attune-why-trust:defined');
      assert.deepEqual(await seen(page), ['attune-trust-questionaire unknown-element']);
      await page.close();
    });

    test('the script twice, and two versions of it, load each element once', async () => {
      const again = ['some/path', 'other'].map((prefix) => `<script type="module" async src="${files.address}/${prefix}/split/auto.js"></script>`).join('');
      const page = await open(`${again}<attune-why-trust></attune-why-trust>`);
      await page.waitForSelector('attune-why-trust:defined');
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(files.asked.filter((path) => path.endsWith('/why-trust.js')).length, 1);
      assert.deepEqual(await seen(page), []);
      await page.close();
    });

    test('beside a self-contained file, each registers its own', async () => {
      const page = await open(`<script type="module" src="${files.address}/some/path/cdn/why-trust.js"></script><attune-why-trust></attune-why-trust>${questionnaire()}`);
      await shows(page, 'attune-trust-questionnaire', 'answered');
      await page.waitForSelector('attune-why-trust:defined');
      assert.deepEqual(await seen(page), []);
      await page.close();
    });

    test('a file of a language before it is there when the first widget is shown', async () => {
      const page = await open('');
      body = `<script type="module" src="${files.address}/some/path/cdn/locales/de.js"></script>${body}<div lang="de">${questionnaire()}</div>`;
      await page.goto(`${pages.address}/`);
      await shows(page, 'attune-trust-questionnaire', 'beantwortet');
      assert.deepEqual(await seen(page), []);
      await page.close();
    });

    test('a person answers, sends and is thanked when nothing more can be fetched', async () => {
      const page = await open(questionnaire());
      await shows(page, 'attune-trust-questionnaire', 'answered');
      await page.evaluate(() => {
        addEventListener('attune-submit', (event) => {
          const { response } = event.detail;
          (globalThis as unknown as { seen: string[] }).seen.push(`sent ${response.answers.length}`);
          event.waitUntil(Promise.resolve());
        });
      });
      missing = '/';
      const before = files.asked.length;
      await page.evaluate(() => {
        const root = document.querySelector('attune-trust-questionnaire')!.shadowRoot!;
        root.querySelectorAll('fieldset').forEach((question) => question.querySelector('input')!.click());
        [...root.querySelectorAll('button')].find(({ textContent }) => /^\s*Send/.test(textContent))!.click();
      });
      await shows(page, 'attune-trust-questionnaire', 'Saved');
      assert.match((await seen(page)).join(), /^sent [1-9]/);
      assert.equal(files.asked.length, before);
      await page.close();
    });

    test('a page of FHIR forms says so with ?fhir, and its questionnaires have every kind of question', async () => {
      const form = { resourceType: 'Questionnaire', url: 'https://clinic.example/q', version: '1', status: 'active', title: 'Your dose', copyright: '2026', publisher: 'Clinic', item: [{ linkId: 'dose', type: 'quantity', text: 'How much?' }] };
      const element = `<attune-questionnaire who="You" when="now" kept="here"><p slot="crisis">Call 112.</p><script type="application/json">${JSON.stringify(form)}</script></attune-questionnaire>`;
      const page = await open(`${element}<attune-why-trust></attune-why-trust>`, { query: '?fhir' });
      await shows(page, 'attune-questionnaire', 'How much?');
      assert.ok(files.asked.includes('/some/path/cdn/fhir-questionnaire.js'));
      assert.ok(!files.asked.some((path) => /split\/questionnaire/.test(path)));
      await page.waitForSelector('attune-why-trust:defined');
      missing = 'fhir-questionnaire';
      const other = await open(element, { query: '?fhir' });
      await other.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length);
      missing = undefined;
      await shows(other, 'attune-questionnaire', 'How much?');
      assert.deepEqual(await seen(other), ['attune-questionnaire not-loaded']);
      for (const each of [page, other]) await each.close();
    });

    if (engine === 'chrome') {
      test('without a network each element sends, is erased by the person, and erases itself on a shared device', async () => {
        const asking = elements.filter((name) => !['session', 'journal', 'questionnaire', 'milestones', 'milestone-badge', 'perspective-gap', 'trust-trend', 'trust-levels', 'unsent', 'why-trust'].includes(name));
        assert.ok(asking.length >= 10, asking.join());
        const tag = (name: string, more = ''): string => `<attune-${name} layout="list" who="You" when="now" kept="here" ${more}><p slot="crisis">Call 112.</p></attune-${name}>`;
        const page = await open(asking.map((name) => `<div id="${name}">${tag(name, 'class="sent"')}${tag(name, 'class="erased"')}${tag(name, 'class="idle" privacy="shared" idle-minutes="0.1"')}</div>`).join(''));
        for (const name of asking) await page.waitForFunction((name) => [...document.querySelectorAll(`#${name} > *`)].every(({ shadowRoot }) => shadowRoot?.querySelector('[data-key] input, [data-key] textarea')), { timeout: 20_000 }, name);
        await page.setOfflineMode(true);
        missing = '/';
        const before = files.asked.length;
        const wrong = await page.evaluate(async (names) => {
          const sleep = (time: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, time));
          const until = async (holds: () => unknown, what: string): Promise<string[]> => {
            for (const end = Date.now() + 12_000; Date.now() < end; await sleep(50)) if (holds()) return [];
            return [what];
          };
          addEventListener('attune-submit', (event) => event.waitUntil(Promise.resolve(event.detail.response.answers.length || Promise.reject(new Error('blank')))));
          const rootOf = (name: string, kind: string): ShadowRoot => document.querySelector(`#${name} > .${kind}`)!.shadowRoot!;
          const fill = (root: ShadowRoot): void => {
            for (const group of root.querySelectorAll('[data-key] [role=radiogroup]')) group.querySelector('input')!.click();
            for (const box of root.querySelectorAll<HTMLTextAreaElement>('[data-key] textarea')) {
              box.value = 'Words';
              box.dispatchEvent(new InputEvent('input', { bubbles: true }));
              box.dispatchEvent(new Event('change', { bubbles: true }));
            }
          };
          const press = async (root: ShadowRoot, words: RegExp): Promise<void> => {
            const find = (): HTMLButtonElement | undefined => [...root.querySelectorAll('button')].find(({ textContent }) => words.test(textContent!.trim()));
            await until(find, '');
            find()?.click();
          };
          const found: string[] = [];
          for (const name of names) {
            for (const kind of ['sent', 'erased', 'idle']) fill(rootOf(name, kind));
            await press(rootOf(name, 'sent'), /^Send/);
            // Where something is blank, it asks once more.
            const isSaved = (): boolean => /Saved/.test(rootOf(name, 'sent').textContent!);
            const again = (): HTMLButtonElement | undefined => [...rootOf(name, 'sent').querySelectorAll('button')].find(({ textContent }) => /^\s*Finish/.test(textContent!));
            await until(() => isSaved() || again(), '');
            again()?.click();
            found.push(...(await until(isSaved, `${name} was not sent: ${rootOf(name, 'sent').textContent!.slice(0, 80)}`)));
            await press(rootOf(name, 'erased'), /^Stop and erase$/);
            await press(rootOf(name, 'erased'), /^Erase$/);
            found.push(...(await until(() => /Erased/.test(rootOf(name, 'erased').textContent!), `${name} was not erased`)));
          }
          for (const name of names) found.push(...(await until(() => /Erased/.test(rootOf(name, 'idle').textContent!), `${name} did not erase itself`)));
          return found;
        }, asking);
        assert.deepEqual(wrong, []);
        assert.equal(files.asked.length, before);
        await page.close();
      });

      test('without a network a journal, a session and milestones send what the person gives, and erase it', async () => {
        const told = 'who="Your therapist" when="soon" kept="clinic"';
        const sitting = (id: string, more = ''): string => `<attune-session id="${id}" ${told}><p slot="crisis">Call 112.</p>${questionnaire().replace('length', `${more} length`)}</attune-session>`;
        const page = await open(`<attune-journal id="journal" kept="memory" who="Your therapist" when="soon"></attune-journal>
          <attune-journal id="idle-journal" kept="memory" privacy="shared" idle-minutes="0.1"></attune-journal>
          ${sitting('sent')}${sitting('erased')}${sitting('idle', 'privacy="shared" idle-minutes="0.1"')}
          <attune-milestones id="board" kept="clinic"></attune-milestones>`);
        await page.evaluate(() => {
          for (const type of ['attune-journal-share', 'attune-session-submit', 'attune-milestone'] as const) {
            addEventListener(type, (event) => {
              (globalThis as unknown as { seen: string[] }).seen.push(`sent ${JSON.stringify(event.detail)}`);
              event.waitUntil(Promise.resolve());
            });
          }
        });
        const questions = ['sent', 'erased', 'idle'].map((id) => `#${id} attune-trust-questionnaire`);
        for (const each of ['#journal', '#idle-journal']) await find(page, each, { words: 'Add to my journal' });
        for (const each of questions) await shows(page, each, 'answered');
        await page.waitForFunction(() => document.querySelector('#board')?.shadowRoot?.querySelector('select'));
        await page.setOfflineMode(true);
        missing = '/';
        const before = files.asked.length;

        await press(page, '#idle-journal', 'Write here');
        await page.keyboard.type('Gone in a moment.');
        await press(page, '#idle-journal', 'Add to my journal');
        for (const each of questions) await choose(page, each, { 'My therapist was honest with me.': 'Agree' });
        await sees(page, '#idle-journal', 'Erased.');
        await sees(page, questions[2], 'Erased');

        await press(page, '#journal', 'Write here');
        await page.keyboard.type('A heron at low tide.');
        await press(page, '#journal', 'Add to my journal');
        for (const words of ['Change or share', 'Share', 'Share this']) await press(page, '#journal', words);
        await sees(page, '#journal', 'You shared this.');
        for (const words of ['Copies and more', 'Erase my journal', 'Erase']) await press(page, '#journal', words);
        await sees(page, '#journal', 'Erased.');
        assert.ok(!(await page.$eval('#journal', (widget) => widget.shadowRoot!.textContent)).includes('heron'));

        await press(page, '#sent', 'Send');
        await sees(page, questions[0], 'You left');
        await press(page, '#sent', 'Send');
        await sees(page, '#sent', 'Saved.');
        for (const words of ['Stop and erase', 'Erase']) await press(page, '#erased', words);
        await sees(page, '#erased', 'Erased. Nothing was sent.');

        await page.$eval('#board', (board) => {
          const list = board.shadowRoot!.querySelector('select')!;
          list.value = 'asked';
          list.dispatchEvent(new Event('change', { bubbles: true }));
        });
        const badge = '#board >>> attune-milestone-badge';
        for (const words of ['Mark a milestone', 'Change', 'Remove', 'Remove']) await press(page, badge, words);
        await sees(page, '#board', 'Removed.');

        const sent = await seen(page);
        for (const words of ['A heron at low tide.', '"submissions":[', '"action":"mark"', '"action":"remove"']) assert.ok(sent.some((one) => one.startsWith('sent') && one.includes(words)), `${words}: ${sent.join('\n')}`);
        assert.equal(sent.length, 4);
        assert.equal(files.asked.length, before);
        await page.close();
      });
    }
  });
}
