import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { engines } from './engines.ts';
import { choose, chosen, press, sees, startVisit, type Visit } from './visit.ts';

const root = new URL('../../', import.meta.url);
const widget = 'attune-trust-questionnaire';
const [first, second] = ['My therapist was honest with me.', 'I could say what was on my mind without fear.'];

/** A React page that holds the record in its own state and gives it back to the widget. */
const page = `
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

const asked = new URLSearchParams(location.search);
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
window.heard = [];

function Page() {
  const [draft, setDraft] = useState(null);
  const [renders, setRenders] = useState(0);
  const writeBack = async ({ target }) => {
    const { value } = target;
    if (asked.has('late')) await wait(300);
    setDraft(value);
  };
  const save = async () => {
    await wait(50);
    if (asked.get('clear') === 'inside') setDraft(null);
    // The page renders the cleared state before the promise is fulfilled.
    await wait(50);
  };
  return h('main', null,
    h('${widget}', {
      length: 'pulse',
      value: draft,
      onChange: asked.has('uncontrolled') ? undefined : writeBack,
      'onattune-submit': (event) => {
        if (asked.has('keep')) setDraft(event.detail.response);
        event.waitUntil(save());
      },
      'onattune-saved': () => {
        window.heard.push('saved');
        if (asked.get('clear') === 'saved') setDraft(null);
      },
      'onattune-error': ({ detail }) => window.heard.push(detail.code),
    }, h('p', { slot: 'crisis' }, 'Call 112.')),
    h('button', { id: 'clear', onClick: () => setDraft(null) }, 'Clear'),
    h('button', { id: 'render', onClick: () => setRenders(renders + 1) }, 'Render ' + renders),
    h('button', { id: 'fetched', onClick: () => setDraft(window.fetched) }, 'Fetched'));
}
createRoot(document.querySelector('#root')).render(h(Page));
`;

async function bundled(): Promise<string> {
  const built = await build({
    root: fileURLToPath(root),
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rollupOptions: { input: 'page.js' } },
    plugins: [
      {
        name: 'given',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('page.js') ? fileURLToPath(new URL('page.js', root)) : undefined),
        load: (id) => (id.endsWith('page.js') ? page : undefined),
      },
    ],
  });
  const { output } = [built].flat()[0] as { output: { code: string }[] };
  return output[0]!.code;
}

const html = `<!doctype html><html lang="en"><title>Page</title><div id="root"></div>
<script type="module" src="/attune.js"></script><script type="module" src="/page.js"></script>`;

for (const { engine, skip, launch } of engines) {
  describe(`a React page that controls the value, in ${engine}`, { skip }, () => {
    let browser: Browser;
    let server: Server;

    before(async () => {
      const files: Record<string, [type: string, body: string]> = {
        '/': ['text/html', html],
        '/page.js': ['text/javascript', await bundled()],
        '/attune.js': ['text/javascript', readFileSync(new URL('dist/cdn/trust-questionnaire.js', root), 'utf8')],
      };
      server = createServer(({ url }, response) => {
        const [type, body] = files[new URL(url ?? '', 'http://host').pathname] ?? ['text/plain', ''];
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });

    const visit = async (query: string, work: (visit: Visit) => Promise<void>): Promise<void> => {
      const { port } = server.address() as AddressInfo;
      const opened = await startVisit(browser);
      try {
        await opened.page.goto(`http://127.0.0.1:${port}/?${query}`, { waitUntil: 'load' });
        await sees(opened.page, widget, first);
        await work(opened);
      } finally {
        await opened.close();
      }
    };
    const click = ({ page }: Visit, id: string): Promise<void> => page.click(`#${id}`);
    const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
    const heard = ({ page }: Visit): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const send = async ({ page }: Visit): Promise<void> => {
      // The widget asks about blank lines once.
      await press(page, widget, 'Send');
      await press(page, widget, 'Finish and send what I have');
    };

    test('does not change the answers, however often it renders', () =>
      visit('uncontrolled', async (visit) => {
        await choose(visit.page, widget, { [first]: 'Agree' });
        await click(visit, 'render');
        await click(visit, 'render');
        assert.deepEqual(await chosen(visit.page, widget), ['Agree']);
      }));

    test('does not lose an answer when it writes each back at once', () =>
      visit('', async (visit) => {
        await choose(visit.page, widget, { [first]: 'Agree' });
        await choose(visit.page, widget, { [second]: 'Disagree' });
        await click(visit, 'render');
        assert.deepEqual(await chosen(visit.page, widget), ['Agree', 'Disagree']);
      }));

    test('does not lose newer answers when it writes back late', () =>
      visit('late', async (visit) => {
        for (const [line, answer] of [[first, 'Agree'], [second, 'Disagree'], [first, 'Totally agree']] as const) {
          await choose(visit.page, widget, { [line]: answer });
          await rest(120);
        }
        assert.deepEqual(await chosen(visit.page, widget), ['Totally agree', 'Disagree']);
        await rest(500);
        assert.deepEqual(await chosen(visit.page, widget), ['Totally agree', 'Disagree']);
        assert.deepEqual(await heard(visit), []);
      }));

    test('does not replace answers that are newer than the draft that it fetched', () =>
      visit('', async (visit) => {
        await choose(visit.page, widget, { [first]: 'Agree' });
        await visit.page.evaluate((selector) => {
          const { value } = document.querySelector<Element & { value: { answers: unknown[] } }>(selector)!;
          Object.assign(window, { fetched: { ...value, id: 'of-yesterday', answers: [] } });
        }, widget);
        await click(visit, 'fetched');
        assert.deepEqual(await chosen(visit.page, widget), ['Agree']);
        assert.deepEqual(await heard(visit), ['newer-answers']);
      }));

    test('makes the widget blank when it clears its state', () =>
      visit('', async (visit) => {
        await choose(visit.page, widget, { [first]: 'Agree' });
        await click(visit, 'clear');
        assert.deepEqual(await chosen(visit.page, widget), []);
      }));

    for (const query of ['clear=saved', 'clear=inside', 'clear=inside&keep', 'keep', 'late&clear=saved']) {
      test(`shows the person that the record is saved: ${query}`, () =>
        visit(query, async (visit) => {
          await choose(visit.page, widget, { [first]: 'Agree' });
          await choose(visit.page, widget, { [second]: 'Disagree' });
          await send(visit);
          await sees(visit.page, widget, 'Saved.');
          await rest(500);
          await click(visit, 'render');
          await sees(visit.page, widget, 'Saved.');
          assert.deepEqual(await heard(visit), ['saved']);
        }));
    }
  });
}
