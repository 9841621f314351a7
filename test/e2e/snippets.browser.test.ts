import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { registerHooks } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { autop } from '@wordpress/autop';
import type { Browser, Page } from 'puppeteer-core';
import * as React from 'react';
import { renderToString } from 'react-dom/server';
import ts from 'typescript';
import { build } from 'vite';
import type { AttuneSubmitEvent } from 'attune-elements';
import type { Response } from 'attune-elements/core';
import { propertiesOf } from '../../.storybook/docs/markup.ts';
import { pascal } from '../../.storybook/letter-case.ts';
import { KINDS, type Piece, snippet } from '../../.storybook/docs/snippet.ts';
import { engines } from './engines.ts';
import { choose, press, startVisit, type Visit } from './visit.ts';

type Args = Record<string, unknown>;

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const embed = read('stories/embed.mdx');
const [, policy = ''] = /Content-Security-Policy: (.+)/.exec(embed) ?? [];
const scriptsOfEvents = [...read('stories/events.mdx').matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code ?? '');

// Other tests run the stories. Here only their args are needed, and the module that plays a person needs a document to load.
const noPlay = 'export const expect = 0, waitFor = 0, within = 0, configure = () => {}, userEvent = { setup() {} }';
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'storybook/test' ? { url: `data:text/javascript,${noPlay}`, shortCircuit: true }
    : specifier.endsWith('.css') ? { url: 'data:text/javascript,', shortCircuit: true }
    : next(specifier, context),
});

/** The code under "Paste it in" on the page of each element, and in the guide. */
const shown: { name: string; tag: string; args: Args }[] = [];
for (const file of readdirSync(new URL('stories/', root)).filter((name) => name.endsWith('.stories.ts'))) {
  const stories = (await import(new URL(`stories/${file}`, root).href)) as Record<string, { component?: string; tags?: string[]; args?: Args }>;
  const [, first = ''] = /^export const (\w+)/m.exec(read(`stories/${file}`)) ?? [];
  const { component: tag, tags = [], args } = stories['default'] ?? {};
  // A page without an element, or without its documentation, shows no code.
  if (!tag || tags.includes('!autodocs')) continue;
  shown.push({ name: tag, tag, args: { ...args, ...stories[first]?.args } });
}
const [, tag = '', args = ''] = /<Snippets\s+tag="([^"]+)"\s+args=\{(\{.*?\n {2}\})\}/s.exec(embed) ?? [];
shown.push({ name: 'Embed in a minute', tag, args: new Function(`return ${args}`)() as Args });

interface Pasted {
  pieces: Piece[];
  /** The widget in them. */
  tag: string;
  args?: Args;
}

interface Site {
  /** The served files, by path. */
  files: Map<string, { type: string; body: string }>;
  /** The requests that the host received. */
  came: { path: string; body: string }[];
}

/** A host with the builds, a page of its own, and the policy that the guide prints. */
function serve(site: Site): Server {
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    response.setHeader('content-security-policy', policy);
    // A sandboxed page has an opaque origin, so its module scripts come from another origin.
    response.setHeader('access-control-allow-origin', '*');
    if (request.method !== 'GET') {
      site.came.push({ path: pathname, body: await text(request) });
      // After an answer without content, a page that sent a form stays.
      response.writeHead(204).end();
      return;
    }
    const build = /^\/attune\/([\w-]+\.js)$/.exec(pathname);
    const file = build
      ? { type: 'text/javascript', body: await readFile(new URL(`dist/cdn/${build[1]}`, root), 'utf8').catch(() => '') }
      : site.files.get(pathname);
    if (!file?.body) response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    else response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8` }).end(file.body);
  }).listen(0, '127.0.0.1');
}

/** In the page: answers the first line of every questionnaire, and returns how many there are. */
const answerFirstLines = (): number => {
  const widgets = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot?.querySelector('[part~=items]'));
  for (const { shadowRoot } of widgets) {
    const choices = ['radio', 'checkbox'].map((type) => shadowRoot?.querySelector<HTMLElement>(`[part~=items] [type=${type}]`));
    for (const choice of choices) choice?.click();
    // One of them may be required.
    for (const group of shadowRoot?.querySelectorAll('fieldset[role=group]') ?? []) {
      if (!group.querySelector(':checked')) group.querySelector('input')?.click();
    }
    const box = shadowRoot?.querySelector('textarea');
    if (box && !choices.some(Boolean)) {
      box.value = 'One thing.';
      box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
  }
  return widgets.length;
};

/** In the page: goes to the next step, or sends. */
const goOn = (tag: string): void => {
  const inside = document.querySelector(tag)?.shadowRoot;
  const shown = ['[part~=next]', '[part~=submit]'].map((part) => inside?.querySelector<HTMLElement>(part));
  shown.find((button) => button?.checkVisibility())?.click();
};

const pages = (pieces: Piece[]): Map<string, { type: string; body: string }> =>
  new Map(
    pieces.map(({ file, language, code }) =>
      file
        ? [`/${file}`, { type: 'text/javascript', body: code }]
        : ['/', { type: 'text/html', body: language === 'html' ? `<!doctype html><html lang="en"><title>Page</title>\n${code}` : '' }],
    ),
  );

const [{ skip, launch }] = engines;
describe('the code of the guides, pasted into pages of a strict host', { skip }, () => {
  let browser: Browser;
  let server: Server;
  const site: Site = { files: new Map(), came: [] };

  before(async () => {
    server = serve(site);
    await once(server, 'listening');
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** Opens a page with the pasted code. At the end nothing was blocked, reported or logged. */
  const paste = async ({ pieces, tag, args = {} }: Pasted, work: (visit: Visit) => Promise<void>): Promise<void> => {
    site.files = pages(pieces);
    for (const [name, value] of propertiesOf(args)) {
      site.files.set(`/${name}`, { type: 'application/json', body: JSON.stringify(value) });
    }
    site.came.length = 0;
    const visit = await startVisit(browser);
    try {
      await visit.page.evaluateOnNewDocument(() => {
        document.addEventListener('attune-error', (event) => console.error(JSON.stringify((event as CustomEvent).detail)));
      });
      await visit.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
      await visit.page.waitForFunction(
        (selector: string) => (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) > 60,
        { timeout: 5000 },
        tag,
      ).catch(() => assert.fail(`${tag} is not shown on the page: ${visit.said.join('\n')}`));
      await work(visit);
      assert.deepEqual(visit.said, []);
      // The journal may check whether a person has one here, and nothing else.
      assert.deepEqual((await visit.trespasses()).filter((line) => line.startsWith('policy')), []);
    } finally {
      await visit.close();
    }
  };

  /** The first request that arrived, as it was sent. */
  const first = async (): Promise<{ path: string; body: string }> => {
    for (const end = Date.now() + 5000; !site.came.length && Date.now() < end; ) await new Promise((go) => setTimeout(go, 20));
    const [came] = site.came;
    assert.ok(came, 'the host received nothing');
    return came;
  };
  const isFilled = ({ answers, status }: Response): void => {
    assert.equal(status, 'completed');
    assert.ok(answers.length, 'the record has an answer');
  };

  /** Sends, confirms blank lines if asked, and returns what arrived. */
  const send = async (page: Page, tag: string): Promise<unknown> => {
    assert.ok(await page.evaluate(answerFirstLines));
    for (let presses = 0; presses < 8 && !site.came.length; presses++) {
      await page.evaluate(goOn, tag);
      await new Promise((go) => setTimeout(go, 60));
    }
    return JSON.parse((await first()).body);
  };

  /** What a person does with each widget that is not a questionnaire, and what the host receives from it. */
  const deeds: Record<string, (page: Page) => Promise<void>> = {
    'attune-session': async (page) => {
      const records = (await send(page, 'attune-session')) as Response[];
      assert.deepEqual(records.map(({ instrument }) => instrument.id), ['trust-pulse', 'empathy-checklist']);
      records.forEach(isFilled);
    },
    'attune-milestone-badge': async (page) => {
      await press(page, 'attune-milestone-badge', 'Change');
      await press(page, 'attune-milestone-badge', 'Hide');
      assert.equal((JSON.parse((await first()).body) as { action: string }).action, 'put-away');
    },
    'attune-milestones': async (page) => {
      const badge = 'attune-milestones >>> attune-milestone-badge';
      await press(page, badge, 'Change');
      await press(page, badge, 'Hide');
      assert.equal((JSON.parse((await first()).body) as { id: string }).id, 'm3');
    },
    'attune-journal': async (page) => {
      await page.locator('attune-journal >>> textarea').fill('A good day.');
      for (const words of ['Add to my journal', 'Change or share', 'Share', 'Share this']) await press(page, 'attune-journal', words);
      assert.equal((JSON.parse((await first()).body) as { text: string }).text, 'A good day.');
    },
    'attune-why-trust': async () => {},
    'attune-trust-levels': async () => {},
    'attune-trust-trend': async (page) => {
      await page.waitForFunction(() => document.querySelector('attune-trust-trend')?.shadowRoot?.textContent?.includes('8 sessions'));
    },
    'attune-perspective-gap': async (page) => {
      await page.waitForFunction(() => document.querySelector('attune-perspective-gap')?.shadowRoot?.textContent?.includes('Both say: Yes.'));
    },
  };

  for (const { name, tag, args } of shown) {
    test(`${name}, as HTML: it is shown, and the host receives what it sends`, () =>
      paste({ pieces: snippet('HTML', tag, args), tag, args }, async ({ page }) => {
        const deed = deeds[tag];
        if (deed) return deed(page);
        isFilled((await send(page, tag)) as Response);
      }));

    const isField = !deeds[tag] || tag === 'attune-session';
    if (!isField) {
      test(`${name}, in a plain form: the guide says why this is not possible, and shows another way`, () => {
        const [page, ...more] = snippet('Plain form', tag, args);
        const [html, ...own] = snippet('HTML', tag, args);
        assert.match(page?.code ?? '', /addEventListener/.test(own[0]?.code ?? '') ? /^<!-- This is not a form field/ : /^<!-- This widget only shows/);
        assert.ok(page?.code.endsWith(html?.code ?? '-'));
        assert.deepEqual(more, own);
      });
      continue;
    }
    test(`${name}, in a plain form: the form sends the record`, () =>
      paste({ pieces: snippet('Plain form', tag, args), tag, args }, async ({ page }) => {
        const widgets = await page.evaluate(answerFirstLines);
        assert.ok(widgets);
        await page.click('form > button');
        const { path, body } = await first();
        assert.equal(path, '/intake');
        const records = [...new URLSearchParams(body)].filter(([field]) => !field.includes('.'));
        assert.equal(records.length, widgets);
        for (const [, record] of records) isFilled(JSON.parse(record) as Response);
      }));
  }

  test('an instrument that is given as data is shown in its element, and the element’s own file is enough', async () => {
    const { everything } = (await import(new URL('stories/instruments.ts', root).href)) as { everything: object };
    const args = { instrument: everything, 'slot:crisis': 'Call <us> & wait.' };
    const [page] = snippet('HTML', 'attune-questionnaire', args);
    assert.match(page?.code ?? '', /src="\/attune\/questionnaire\.js"/);
    await paste({ pieces: snippet('HTML', 'attune-questionnaire', args), tag: 'attune-questionnaire', args }, async ({ page }) => {
      isFilled((await send(page, 'attune-questionnaire')) as Response);
    });
  });

  test('the scripts of the guide to the events store one record, and a sitting', async () => {
    const scripts = scriptsOfEvents.filter((code) => code.includes('waitUntil'));
    assert.equal(scripts.length, 2);
    for (const tag of ['attune-trust-questionnaire', 'attune-session']) {
      const args = { 'slot:crisis': 'Call.' };
      const [html] = snippet('HTML', tag, args);
      const own: Piece[] = [html!, { file: 'your-page.js', language: 'js', code: scripts.join('\n') }];
      await paste({ pieces: own, tag, args }, async ({ page }) => {
        for (const record of [await send(page, tag)].flat()) isFilled(record as Response);
      });
    }
  });

  test('the guide’s drafts come back after a reload, become the sent record, and are deleted when the person erases them', async () => {
    const [keep = ''] = scriptsOfEvents;
    const [drafts = ''] = scriptsOfEvents.filter((code) => code.includes('/draft'));
    const [html] = snippet('HTML', tag, { 'slot:crisis': 'Call.' });
    const visit = (draft: string, work: (page: Page) => Promise<void>): Promise<void> => {
      const own: Piece[] = [html!, { file: 'your-page.js', language: 'js', code: `${keep}\n${drafts}` }, { file: 'draft', language: 'js', code: draft }];
      return paste({ pieces: own, tag }, ({ page }) => work(page));
    };
    const valueOf = (page: Page): Promise<Response | null> => page.$eval(tag, (widget) => (widget as Element & { value: Response | null }).value);
    /** Waits for the next request to this address. */
    const comes = async (path: string): Promise<string> => {
      for (const end = Date.now() + 5000; Date.now() < end; await new Promise((go) => setTimeout(go, 20))) {
        const at = site.came.findIndex((each) => each.path === path);
        if (at >= 0) return site.came.splice(0, at + 1).at(-1)!.body;
      }
      assert.fail(`no request to ${path}`);
    };

    let draft = '';
    await visit('null', async (page) => {
      await choose(page, tag, { 'My therapist was honest with me.': 'Agree' });
      draft = await comes('/draft');
    });
    assert.equal((JSON.parse(draft) as Response).status, 'in-progress');
    await visit(draft, async (page) => {
      await page.waitForFunction((selector) => (document.querySelector(selector) as Element & { value: unknown }).value, {}, tag);
      assert.deepEqual(await valueOf(page), JSON.parse(draft));
      assert.equal(site.came.length, 0);
      for (let presses = 0; presses < 2; presses++) {
        await page.evaluate(goOn, tag);
        await new Promise((go) => setTimeout(go, 60));
      }
      const record = JSON.parse(await comes('/responses')) as Response;
      assert.deepEqual([record.id, record.status], [(JSON.parse(draft) as Response).id, 'completed']);
      assert.equal(await comes('/draft'), 'null');
    });
    await visit(draft, async (page) => {
      await page.waitForFunction((selector) => (document.querySelector(selector) as Element & { value: unknown }).value, {}, tag);
      await press(page, tag, 'Stop and erase');
      await press(page, tag, 'Erase');
      assert.equal(await comes('/draft'), 'null');
    });
  });

  test('the README’s first snippet with its script stores the record, and its form sends it', async () => {
    const readme = read('README.md');
    const [withScript = '', inForm = ''] = [...readme.matchAll(/```html\n(.*?)```/gs)].map(([, code]) => code ?? '');
    const [script = ''] = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code ?? '').filter((code) => code.includes('attune-submit'));
    const tag = 'attune-trust-questionnaire';
    const own: Piece[] = [{ language: 'html', code: withScript }, { file: 'your-page.js', language: 'js', code: script }];
    await paste({ pieces: own, tag }, async ({ page }) => isFilled((await send(page, tag)) as Response));
    assert.match(inForm, /<form method="post"/);
  });

  const [, enough = ''] = /<iframe src="[^"]*" sandbox="([^"]*)"/.exec(embed) ?? [];
  for (const sandbox of ['allow-scripts', 'allow-scripts allow-modals', enough]) {
    test(`in an iframe with sandbox="${sandbox}" Print throws nothing, and tells the person if it is not possible`, async () => {
      const told = sandbox === enough ? [] : ['Printing does not work here. You can select the words and copy them.'];
      const [html] = snippet('HTML', tag, { 'slot:crisis': 'Call.' });
      const page = (body: string): { type: string; body: string } => ({ type: 'text/html', body: `<!doctype html><html lang="en"><title>Page</title>${body}` });
      site.files = new Map([
        ['/', page(`<iframe src="/framed" sandbox="${sandbox}" width="700" height="800"></iframe>`)],
        ['/framed', page(html!.code)],
        ['/your-page.js', { type: 'text/javascript', body: 'void 0' }],
      ]);
      const visit = await startVisit(browser);
      try {
        await visit.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
        const frame = visit.page.frames().find((each) => each.url().endsWith('/framed'))!;
        await frame.waitForSelector(`${tag} >>> [part~=items] [type=radio]`);
        await frame.evaluate(answerFirstLines);
        for (const part of ['copy', 'print', 'print']) {
          await (await frame.waitForSelector(`${tag} >>> [part=${part}]`))!.evaluate((button) => (button as HTMLElement).click());
        }
        const seen = await frame.$$eval(`${tag} >>> [role=alert], ${tag} >>> iframe`, (each) => each.map(({ textContent }) => textContent));
        assert.deepEqual(seen.filter(Boolean), told);
        // Chromium warns if the framed page has the same origin, like here.
        assert.deepEqual(visit.said.filter((line) => !/ cannot-print: |can escape its sandboxing/.test(line)), []);
      } finally {
        await visit.close();
      }
    });
  }

  for (const way of ['rendered', 'rendered on a server and hydrated'] as const) {
    test(`React, ${way}: the host receives the record once, with the properties that were set`, async () => {
      const { everything } = (await import(new URL('stories/instruments.ts', root).href)) as { everything: object };
      const each: [string, Args][] = [
        [tag, shown.at(-1)!.args],
        ['attune-questionnaire', { instrument: everything, 'slot:crisis': 'Call <us> & wait.' }],
      ];
      for (const [tag, args] of each) {
        const { code } = snippet('React', tag, args)[0]!;
        const props = Object.fromEntries(propertiesOf(args));
        const html = way === 'rendered' ? '' : await renderedOnAServer(code, props);
        const own: Piece[] = [
          { language: 'html', code: `<div id="root">${html}</div><script type="module" src="/your-page.js"></script>` },
          { file: 'your-page.js', language: 'js', code: await bundled(code, props, way === 'rendered') },
        ];
        await paste({ pieces: own, tag }, async ({ page }) => {
          isFilled((await send(page, tag)) as Response);
          await new Promise((go) => setTimeout(go, 100));
          assert.equal(site.came.length, 1);
        });
      }
    });
  }

  test('React attaches no listener when it hydrates: the person is not thanked, and can send once there is a listener', async () => {
    const tag = 'attune-trust-questionnaire';
    // https://github.com/react/react/issues/35446: React never attaches a handler that is the same at each render.
    const code = `import 'attune-elements/define/trust-questionnaire';
const keep = (event) => event.waitUntil(fetch('/responses', { method: 'POST', body: JSON.stringify(event.detail.response) }));
export function Page() {
  return <attune-trust-questionnaire length="pulse" onattune-submit={keep}><p slot="crisis">Call 112.</p></attune-trust-questionnaire>;
}`;
    const html = await renderedOnAServer(code, {});
    const own: Piece[] = [
      { language: 'html', code: `<div id="root">${html}</div><script type="module" src="/your-page.js"></script>` },
      { file: 'your-page.js', language: 'js', code: await bundled(code, {}, false) },
    ];
    await paste({ pieces: own, tag }, async ({ page, said }) => {
      const words = () => page.$eval(`${tag} >>> [role=status]`, ({ textContent }) => textContent);
      assert.ok(await page.evaluate(answerFirstLines));
      for (let presses = 0; presses < 8 && !(await words()); presses++) await page.evaluate(goOn, tag);
      assert.equal(await words(), 'This page did not take your answers. They are still here. Try again, or keep a copy.');
      assert.equal(site.came.length, 0);
      assert.match(said.join(), /nobody-listens: attune-submit \(docs\/errors\.md\)/);
      said.length = 0;
      await page.$eval(tag, (widget) => {
        widget.addEventListener('attune-submit', (given) => {
          const event = given as AttuneSubmitEvent;
          event.waitUntil(fetch('/responses', { method: 'POST', body: JSON.stringify(event.detail.response) }));
        });
      });
      await page.evaluate(goOn, tag);
      isFilled(JSON.parse((await first()).body) as Response);
      await page.waitForFunction((tag: string) => document.querySelector(tag)?.shadowRoot?.textContent?.includes('Saved.'), {}, tag);
    });
  });

  test('the clinic’s own help stays in the widget when WordPress turns the lines into paragraphs', async () => {
    const [first = ''] = /(?<=```html\n).*?(?=```)/s.exec(read('README.md')) ?? [];
    const tag = 'attune-trust-questionnaire';
    for (const code of [first, ...shown.slice(-1).map(({ args }) => snippet('HTML', tag, args)[0]!.code)]) {
      const own: Piece[] = [{ language: 'html', code: autop(code) }, { file: 'your-page.js', language: 'js', code: 'void 0' }];
      await paste({ pieces: own, tag }, async ({ page }) => {
        const help = await page.$eval(tag, (widget) => {
          const slot = widget.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=crisis]');
          return slot?.assignedElements().map(({ textContent }) => textContent);
        });
        assert.match(help?.join() ?? '', /^.*In an emergency call 112\..*$/);
      });
    }
  });
});

type Component = (props: Args) => React.ReactElement;
type CreateElement = (tag: never, props: Args | null, ...children: never[]) => unknown;

/** The components of the package that a JSX text imports. */
const importedBy = (code: string): string[] => /import \{ (.+) \} from 'attune-elements\/react'/.exec(code)?.[1]?.split(', ') ?? [];

/** The component of a JSX text, with the given function for elements, and components of the package. */
function componentOf(code: string, createElement: CreateElement, components: Record<string, unknown>): Component {
  const { outputText, diagnostics = [] } = ts.transpileModule(code.replace(/^import .*$/gm, '').replace('export function', 'return function'), {
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.React, jsxFactory: 'h', target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  assert.deepEqual(diagnostics.filter(({ code: number }) => number !== 1108).map(({ messageText }) => messageText), []);
  const names = importedBy(code);
  return new Function('h', ...names, outputText)(createElement, ...names.map((name) => components[name])) as Component;
}

/** The HTML that a server would send for a JSX text. */
async function renderedOnAServer(code: string, props: Args): Promise<string> {
  const components = (await import(new URL('dist/frameworks/react.js', root).href)) as Record<string, unknown>;
  return renderToString(React.createElement(componentOf(code, React.createElement as CreateElement, components), props));
}

/** The script of a page that shows this component. It contains React, and loads our entry points from the host’s files. */
async function bundled(code: string, props: Args, isNew: boolean): Promise<string> {
  const page = `import { createElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import * as page from './snippet.jsx';
const [element, root] = [createElement(Object.values(page)[0], ${JSON.stringify(props)}), document.querySelector('#root')];
${isNew ? 'createRoot(root).render(element)' : 'hydrateRoot(root, element)'};`;
  const texts = new Map([['page.jsx', page], ['snippet.jsx', code]]);
  const built = await build({
    root: fileURLToPath(root),
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rollupOptions: { input: 'page.jsx', external: '/attune/attune.js' } },
    plugins: [
      {
        name: 'given',
        enforce: 'pre',
        resolveId: (id) =>
          id === 'attune-elements/react' ? fileURLToPath(new URL('dist/frameworks/react.js', root))
          : id.startsWith('attune-elements/') || /\/define\/[\w-]+\.js$/.test(id) ? { id: '/attune/attune.js', external: true }
          : texts.has(basename(id)) ? fileURLToPath(new URL(basename(id), root))
          : undefined,
        load: (id) => texts.get(basename(id)),
      },
    ],
  });
  const { output } = [built].flat()[0] as { output: { code: string }[] };
  return output[0]!.code;
}

/** The outer element of a JSX text, with the props that React would give it. */
function renderedBy(code: string): { tag: string; props: Args; children: unknown[] } {
  const createElement = (tag: string, props: Args | null, ...children: unknown[]) => ({ tag, props: props ?? {}, children });
  const component = componentOf(code, createElement as CreateElement, Object.fromEntries(importedBy(code).map((name) => [name, name])));
  return component(new Proxy({}, { get: (_, name) => `the ${String(name)}` })) as never;
}

describe('the code of the guides for frameworks', () => {
  const wild = {
    'last-questions': JSON.stringify(['How do I reach you?', "What's \\ `${x}` & {{y}}?"]),
    topics: 'purpose',
    records: [1],
    'slot:crisis': 'Call {us} <now> & @ "once".',
  };

  test('React gets every attribute exactly, and values that are not text as properties of the component', () => {
    const { tag, props, children } = renderedBy(snippet('React', 'attune-boundary-card', wild)[0]!.code);
    assert.equal(tag, 'AttuneBoundaryCard');
    assert.equal(props['lastQuestions'], wild['last-questions']);
    assert.equal(props['topics'], 'purpose');
    assert.equal(props['records'], 'the records');
    assert.equal(typeof props['onAttuneSubmit'], 'function');
    assert.deepEqual(children, [{ tag: 'span', props: { slot: 'crisis' }, children: [wild['slot:crisis']] }]);
  });

  for (const { name, tag, args } of shown) {
    test(`${name}: React, Vue and Angular name what they use`, () => {
      const jsx = snippet('React', tag, args)[0]!.code;
      const { props } = renderedBy(jsx);
      const handed = /addEventListener\('([\w-]+)'/.exec(snippet('HTML', tag, args)[1]?.code ?? '')?.[1];
      if (handed) assert.equal(typeof props[`on${pascal(handed)}`], 'function');
      for (const [property] of propertiesOf(args)) assert.equal(props[property], `the ${property}`);
      assert.deepEqual(importedBy(jsx), [...new Set([...jsx.matchAll(/<(Attune\w+)/g)].map(([, component]) => component))].sort());
      for (const kind of KINDS.slice(3)) {
        const { code, language } = snippet(kind, tag, args)[0]!;
        const imports = [...code.matchAll(/^import 'attune-elements\/(.+)';$/gm)].map(([, entry]) => entry);
        const used = [...new Set([...code.matchAll(/<attune-([\w-]+)/g)].map(([, element]) => `define/${element}`))];
        assert.deepEqual(imports.filter((entry) => entry !== 'instruments'), used, kind);
        if (handed) assert.ok(code.includes(handed), kind);
        if (language === 'typescript') {
          const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true, compilerOptions: { experimentalDecorators: true } });
          assert.deepEqual(diagnostics.map(({ messageText }) => messageText), []);
        }
      }
    });
  }

  test('Angular’s template is the HTML that the guide shows', () => {
    const { code } = snippet('Angular', 'attune-boundary-card', wild)[0]!;
    const [, template = ''] = /template: (`.*?[^\\]`),\n\}\)/s.exec(code) ?? [];
    const html = new Function(`return ${template}`)() as string;
    assert.ok(html.includes('What\'s \\\\ `${x}` &amp;'), html);
    assert.doesNotMatch(html.replace(/="[^"]*"|='[^']*'/g, ''), /[{}@]/);
  });
});
