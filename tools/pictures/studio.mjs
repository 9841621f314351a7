// Opens the built Storybook in Chromium, brings a story into a look, and takes a picture of it.
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findEngines } from '../engines.mjs';
import { watchStories } from '../watch-stories.mjs';
import { LOOKS } from './looks.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'storybook-static');
const LIMIT = 30_000;
/** Milliseconds until a widget has laid itself out in another width. */
const SETTLE = 40;
const TODAY = new Date('2026-11-29T10:00:00Z');

/** With these, Chromium draws the same letters on every machine. */
const FLAGS = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--disable-gpu'];
const FONTS = '/fonts-of-pictures/';
const FONT = 'Vazirmatn Variable';
const face = part =>
  `@font-face { font-family: '${FONT}'; font-weight: 100 900; src: url('${FONTS}vazirmatn-${part}-wght-normal.woff2') }`;
/** A font from npm, with Latin and Arabic letters. The widgets take the font of their page. */
const STYLE = `${['arabic', 'latin-ext', 'latin'].map(face).join('\n')}
html body { font-family: '${FONT}', sans-serif; caret-color: transparent }
#storybook-root > .attune-page { min-block-size: 0 }
@media print { #storybook-root > .attune-page { padding: 0; background: #fff } }`;

const within = (promise, what) =>
  Promise.race([
    promise,
    new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} took more than ${LIMIT / 1000} s`)), LIMIT).unref()),
  ]);

/** In the page: waits for the fonts and for two frames. */
const drawn = async () => {
  await document.fonts.ready;
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
};

/** In the page: sets scheme, text size and medium of the page around the story. */
const dress = ({ scheme, text, media }) => {
  const page = document.querySelector('#storybook-root > .attune-page');
  if (page) {
    page.dataset.ownScheme ??= page.dataset.scheme;
    page.dataset.scheme = scheme ?? page.dataset.ownScheme;
  }
  // Like the text size in a browser's settings: a page that uses rem, em or no size at all follows it.
  document.documentElement.style.fontSize = text ? `${text}%` : '';
  // The emulation of print does not dispatch the events of printing. A second `beforeprint` would find what the first has opened.
  const isPrint = media === 'print';
  // What sticks to the window is in its own place.
  scrollTo(0, 0);
  if (isPrint !== Boolean(window.isPrinted)) window.dispatchEvent(new Event(isPrint ? 'beforeprint' : 'afterprint'));
  window.isPrinted = isPrint;
};

/** In the page: the text sizes of the widgets that are rendered, in pixels. */
const textSizes = () =>
  [...document.querySelectorAll('#storybook-root *')]
    .map(({ shadowRoot }) => shadowRoot?.querySelector('section'))
    .filter(Boolean)
    .map(section => parseFloat(getComputedStyle(section).fontSize))
    .filter(size => size > 0);

/** In the page: where the page around the story ends. */
const end = () => document.querySelector('#storybook-root > .attune-page')?.getBoundingClientRect().bottom + scrollY;

/** The stories of the built Storybook, in its order. */
export const builtStories = () =>
  Object.values(JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')).entries).filter(({ type }) => type === 'story');

/** One page, in which one story after another is shown. */
class Stand {
  #page;
  #origin;
  /** Language and direction of the page that is loaded, and the story in it. */
  #loaded = '';
  #shown = '';
  #devtools;

  constructor(page, origin) {
    this.#page = page;
    this.#origin = origin;
  }

  /**
   * Shows a story at the width of a desktop, with what its person does, and returns the problems that Storybook reports. Other
   * looks come after it, as when somebody turns a phone: the state stays.
   */
  async show({ id }, { lang = 'en', dir = 'auto' } = {}) {
    const globals = `lang:${lang};dir:${dir}`;
    await this.#wear({ width: LOOKS.wide.width });
    // Storybook does not begin a story again that it already shows.
    if (this.#loaded === globals && this.#shown !== id) {
      await this.#page.evaluate(dress, {});
      await this.#page.evaluate(next => window.showStory(next), id);
    } else {
      this.#loaded = '';
      await this.#page.goto(`${this.#origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true;${globals}`);
      await this.#page.addStyleTag({ content: STYLE });
    }
    this.#shown = id;
    const problems = await within(this.#page.evaluate(() => window.storyDone), id);
    this.#loaded = problems.length ? '' : globals;
    return problems;
  }

  /** Changes the window and the page around the story that is shown. Returns what is wrong with that, if anything. */
  async dress(look) {
    const before = look.text ? await this.#page.evaluate(textSizes) : [];
    await this.#wear(look);
    await this.#page.evaluate(dress, look);
    await this.#page.waitForTimeout(SETTLE);
    await this.#page.evaluate(drawn);
    if (!look.text) return [];
    const after = await this.#page.evaluate(textSizes);
    const least = look.text / 100;
    return before.every((size, i) => after[i] >= size * least - 0.5) ? [] : [`text of ${before} px became ${after} px, not ${least} times`];
  }

  async #wear({ width, scheme, media = 'screen', forcedColors = 'none' }) {
    await this.#page.setViewportSize({ width, height: 800 });
    await this.#page.emulateMedia({ media, forcedColors, colorScheme: scheme ?? 'light' });
  }

  /** The whole page, or its upper part: as PNG, or as WebP of a quality up to 100. */
  async picture({ height = Infinity, quality } = {}) {
    this.#devtools ??= await this.#page.context().newCDPSession(this.#page);
    const { cssContentSize: size } = await this.#devtools.send('Page.getLayoutMetrics');
    const whole = Math.ceil((await this.#page.evaluate(end)) || size.height);
    const clip = { x: 0, y: 0, scale: 1, width: size.width, height: Math.min(whole, height) };
    // Twice as fast as Playwright's own screenshots, which cannot set `optimizeForSpeed`.
    const { data } = await this.#devtools.send('Page.captureScreenshot', {
      ...(quality ? { format: 'webp', quality } : { format: 'png', optimizeForSpeed: true }), captureBeyondViewport: true, clip,
    });
    return Buffer.from(data, 'base64');
  }

  get page() {
    return this.#page;
  }

  close() {
    return this.#page.context().close();
  }
}

/** Opens the browser. `stand()` opens a page in it. */
export const openStudio = async () => {
  const server = fastify();
  await server.register(fastifyStatic, { root: built });
  await server.register(fastifyStatic, {
    root: join(root, 'node_modules/@fontsource-variable/vazirmatn/files'),
    prefix: FONTS,
    decorateReply: false,
  });
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({
    executablePath: findEngines().chromium,
    args: [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    async stand() {
      const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'UTC' });
      const page = await context.newPage();
      await page.clock.setFixedTime(TODAY);
      await page.addInitScript(watchStories);
      return new Stand(page, origin);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
};
