// Opens every story of the built Storybook in Chromium. The story must render, and its play function must pass. It must
// not throw, log an error, send a request to another origin or use storage, and axe must find no violation.
// The stories of one file are shown one after another in one page, as a reader goes through them. A story that stored
// something, or that failed, is the last one in its page: the next story gets a fresh context.
// Every page of the guides must render, must not throw, log or send such requests, and its links must lead somewhere.
// No style in a widget may animate. Buttons, options and fields must be at least 44 px high.
//   node test/stories/run.mjs [story-id-part...]
// These story tags configure the page: dark, forced-colors, narrow (320 px). In a story with the tag `keeps`, a person
// stores a journal on the device.
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findEngines } from '../../tools/engines.mjs';
import { watchStories } from '../../tools/watch-stories.mjs';

const folder = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const AXE = '/axe.min.js';
const files = new Map([[AXE, readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'))]]);
const LIMIT = 30_000;
const WIDE = { width: 1000, height: 700 };

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };
const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  try {
    if (!files.has(path)) files.set(path, readFile(join(folder, path === '/' ? 'index.html' : path)));
    const body = await files.get(path);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    // A browser requests an icon by itself.
    response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  }
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const wanted = process.argv.slice(2);
const stories = Object.values(entries).filter(
  ({ id, type, tags }) =>
    (type === 'story' || tags.includes('unattached-mdx')) && (!wanted.length || wanted.some(part => id.includes(part))),
);

/** In the page: targets that are too small, and elements that animate. */
const lookAtWidgets = () => {
  const found = [];
  const parts = [...document.querySelectorAll('#storybook-root *')].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])]);
  for (const part of parts) {
    const { animationName, transitionDuration } = getComputedStyle(part);
    if (!transitionDuration) continue; // a step of a session that is hidden
    if (animationName !== 'none' || transitionDuration !== '0s') found.push(`moves: ${part.outerHTML.slice(0, 90)}`);
    // The target of an option is its label.
    if (!part.matches('button, summary, textarea, label:has(input), input:not(label *)')) continue;
    const { width, height } = part.getBoundingClientRect();
    if (width && height < 43.5) found.push(`${height} px high: ${part.outerHTML.slice(0, 90)}`);
  }
  return found;
};

/** In a page of the guides: the links that lead nowhere, given the ids of all pages. */
const brokenLinks = ids =>
  [...document.querySelectorAll('#storybook-docs a[href]')]
    .map(link => link.getAttribute('href'))
    .filter(href => {
      const [, id] = /^\.\/\?path=\/(?:docs|story)\/([\w-]+)/.exec(href) ?? [];
      return !(/^https?:/.test(href) || ids.includes(id) || (href[0] === '#' && document.getElementById(decodeURIComponent(href.slice(1)))));
    });

const within = (promise, what) =>
  Promise.race([
    promise,
    new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} took more than ${LIMIT / 1000} s`)), LIMIT).unref()),
  ]);

/** A page in its own context. Its `problems` are those of the story that it shows now. */
const openPage = async browser => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const one = { page, problems: [], close: () => context.close() };
  page.on('pageerror', error => one.problems.push(`uncaught: ${error.message}`));
  page.on('console', message => {
    // Storybook also reports what a play function throws.
    if (message.type() === 'error' && !/AssertionError|^Error: /.test(message.text())) one.problems.push(`console: ${message.text()}`);
  });
  page.on('request', request => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) one.problems.push(`a request to ${url}`);
  });
  return one;
};

const checkGuide = async ({ page, problems }, { id }) => {
  await page.setViewportSize(WIDE);
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=docs`);
  await page.locator('#storybook-docs h1').first().waitFor({ timeout: LIMIT });
  await page.waitForLoadState('networkidle');
  for (const href of await page.evaluate(brokenLinks, Object.keys(entries))) problems.push(`a link to ${href}`);
};

const checkStory = async (one, { id, tags }, found) => {
  const { page, problems } = one;
  const has = tag => tags.includes(tag);
  await page.setViewportSize(has('narrow') ? { width: 320, height: 640 } : WIDE);
  await page.emulateMedia({ colorScheme: has('dark') ? 'dark' : 'light', forcedColors: has('forced-colors') ? 'active' : 'none' });
  if (one.isLoaded) await page.evaluate(story => window.showStory(story), id);
  else {
    await page.addInitScript(watchStories);
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  }
  problems.push(...(await within(page.evaluate(() => window.storyDone), 'the story')));
  const kept = await page.evaluate(
    async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name), document.cookie].filter(Boolean),
  );
  // The journal that the person of such a story chose to store.
  const unasked = has('keeps') ? kept.filter(name => !name.startsWith('attune-journal:')) : kept;
  if (unasked.length) problems.push(`stored: ${unasked.join(', ')}`);
  if (has('narrow')) {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > 320) problems.push(`${wide} px wide in a window of 320 px`);
  }
  problems.push(...(await page.evaluate(lookAtWidgets)));
  if (!one.isLoaded) await page.addScriptTag({ url: `${origin}${AXE}` });
  const { violations } = await within(
    page.evaluate(
      forced =>
        window.axe.run('#storybook-root', {
          resultTypes: ['violations'],
          // The colours of the system are not ours.
          ...(forced && { rules: { 'color-contrast': { enabled: false } } }),
        }),
      has('forced-colors'),
    ),
    'axe',
  );
  for (const { id: rule, help, nodes } of violations) {
    found.push(`${rule}: ${help}\n${nodes.map(({ target, html }) => `      ${target.flat().join(' ')}  ${html.slice(0, 160)}`).join('\n')}`);
  }
  one.isLoaded = !kept.length;
};

const begin = Date.now();
const browser = await chromium.launch({
  executablePath: findEngines().chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
const report = (id, what, list) => {
  total[list.length ? 'failed' : 'passed']++;
  if (!list.length) return;
  total.failures.push(`${what} ${id}`);
  console.log(`  FAILED ${what} ${id}\n    ${list.join('\n    ')}`);
};
/** The files with the most stories first. Each guide is alone. */
const queue = Object.values(Object.groupBy(stories, ({ type, id, importPath }) => (type === 'docs' ? id : importPath)));
queue.sort((a, b) => b.length - a.length);
const lane = async () => {
  while (queue.length) {
    let one;
    for (const story of queue.shift()) {
      const found = [];
      one ??= await openPage(browser);
      one.problems.length = 0;
      const isGuide = story.type === 'docs';
      await (isGuide ? checkGuide(one, story) : checkStory(one, story, found)).catch(({ message }) => one.problems.push(message));
      const problems = [...new Set(one.problems)];
      report(story.id, 'story', problems);
      report(story.id, 'axe', found);
      if (one.isLoaded && !problems.length) continue;
      await one.close();
      one = undefined;
    }
    await one?.close();
  }
};
await Promise.all([lane(), lane()]);
await browser.close();
server.close();
console.log(`  ${stories.length} stories: ${total.passed} passed, ${total.failed} failed (${((Date.now() - begin) / 1000).toFixed(0)} s)`);
if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, JSON.stringify(total));
process.exitCode = total.failed || !stories.length ? 1 : 0;
