// Takes a picture of every story in every look, for people to look at:
//   npm run pictures [-- story-id-part...] [--look=dark,narrow]
// It builds Storybook first, unless --built is given. The pictures are in pictures/, with an index page.
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findEngines } from './engines.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'pictures');

/** How a page is opened: its width, Storybook's globals, what the browser emulates, and the size of its text. */
const LOOKS = {
  wide: { width: 1200 },
  phone: { width: 390 },
  narrow: { width: 320 },
  dark: { width: 900, globals: 'scheme:dark' },
  'dark-phone': { width: 390, globals: 'scheme:dark' },
  'forced-colors': { width: 900, globals: 'scheme:dark', forcedColors: 'active' },
  rtl: { width: 900, globals: 'dir:rtl' },
  'rtl-phone': { width: 390, globals: 'dir:rtl' },
  'large-text': { width: 390, textSize: '200%' },
  print: { width: 794, media: 'print' },
};
const SETTLE = 150;
const LANES = 2;

const args = process.argv.slice(2);
const wanted = args.filter(arg => !arg.startsWith('--'));
const looks = args.find(arg => arg.startsWith('--look='))?.slice(7).split(',') ?? Object.keys(LOOKS);
const unknown = looks.filter(look => !LOOKS[look]);
if (unknown.length) throw new Error(`unknown look ${unknown.join(', ')}; there are ${Object.keys(LOOKS).join(', ')}`);

if (!args.includes('--built')) {
  const { status } = spawnSync(process.execPath, ['tools/storybook.mjs', 'build'], { cwd: root, stdio: 'inherit', env: { ...process.env, QUIET: '1' } });
  if (status) process.exit(status);
}
const built = join(root, 'storybook-static');
const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({ id, type }) => type === 'story' && (!wanted.length || wanted.some(part => id.includes(part))));

const server = fastify();
await server.register(fastifyStatic, { root: built });
const origin = await server.listen({ port: 0, host: '127.0.0.1' });
const browser = await chromium.launch({ executablePath: findEngines().chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** In the page: resolves when the story has finished, with its play function. */
const finished = () =>
  new Promise(resolve => {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    if (channel?.last('storyFinished')) resolve();
    else channel.on('storyFinished', () => resolve());
  });

const take = async (page, { id }, look) => {
  const { width, globals = '', textSize, media } = LOOKS[look];
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true;${globals}`);
  await page.waitForFunction(() => window.__STORYBOOK_ADDONS_CHANNEL__);
  await page.evaluate(finished);
  if (textSize) await page.evaluate(size => (document.documentElement.style.fontSize = size), textSize);
  if (media) await page.emulateMedia({ media });
  await page.waitForTimeout(SETTLE);
  mkdirSync(join(folder, look), { recursive: true });
  await page.screenshot({ path: join(folder, look, `${id}.png`), fullPage: true });
};

if (!wanted.length) rmSync(folder, { recursive: true, force: true });
let failed = 0;
for (const look of looks) {
  const { globals = '', forcedColors = 'none' } = LOOKS[look];
  const colorScheme = globals.includes('dark') ? 'dark' : 'light';
  const queue = [...stories];
  const lane = async () => {
    const context = await browser.newContext({ colorScheme, forcedColors });
    const page = await context.newPage();
    while (queue.length) {
      const story = queue.shift();
      await take(page, story, look).catch(error => {
        failed++;
        console.error(`${look} ${story.id}: ${error.message}`);
      });
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  console.log(`${look}: ${stories.length} pictures`);
}
await browser.close();
await server.close();

const escape = text => text.replace(/[&<"]/g, sign => `&#${sign.charCodeAt(0)};`);
const row = ({ id, title, name }) => `<section id="${id}"><h2>${escape(`${title}: ${name}`)}</h2><div>
${looks.map(look => `<figure><a href="${look}/${id}.png"><img loading="lazy" src="${look}/${id}.png" alt=""></a><figcaption>${look}</figcaption></figure>`).join('\n')}
</div></section>`;
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>
body { font: 15px/1.4 system-ui, sans-serif; margin: 24px }
section > div { display: flex; gap: 12px; overflow-x: auto; align-items: start }
figure { margin: 0 } img { block-size: 480px; border: 1px solid #ccc }
</style><h1>Pictures</h1>
${stories.map(row).join('\n')}`,
);
console.log(`pictures/index.html: ${stories.length} stories in ${looks.length} looks, ${failed} failed`);
process.exitCode = failed || !stories.length ? 1 : 0;
