// Takes the screenshot for the README from the built files:   node tools/picture.mjs
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { findEngines } from './engines.mjs';

const root = new URL('../', import.meta.url);
const disclosure = 'who="Your therapist" when="before your next session" kept="in your clinic file"';
const crisis = '<p slot="crisis">In an emergency call 112. Our own line: 555 0142.</p>';
const badge = (key, date) => `<attune-milestone-badge milestone="${key}" date="${date}" kept="clinic"></attune-milestone-badge>`;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Attune</title>
<script type="module" src="/attune.js"></script>
<style>
  body { margin: 0; padding: 40px; display: flex; gap: 40px; align-items: start; background: #e9efee; font: 16px/1.45 system-ui, sans-serif }
  body > * { border-radius: 20px; overflow: hidden; block-size: 900px }
  .wide { inline-size: 700px; background: #fff }
  .phone { inline-size: 380px; background: #172024; color-scheme: dark }
  .badges { inline-size: 320px; background: #fff }
</style>
<div class="wide"><attune-trust-questionnaire ${disclosure}>${crisis}</attune-trust-questionnaire></div>
<div class="phone"><attune-trust-questionnaire length="pulse" ${disclosure}>${crisis}</attune-trust-questionnaire></div>
<div class="badges">${badge('spoke-up', '2026-11-03')}${badge('repair', '2026-11-10')}${badge('took-rest', '2026-11-17')}</div>`;

const server = createServer((request, response) => {
  const isScript = request.url === '/attune.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(isScript ? readFileSync(new URL('dist/cdn/attune.js', root)) : page);
}).listen(0);
const browser = await chromium.launch({ executablePath: findEngines().chromium, args: ['--no-sandbox', '--disable-gpu'] });
const tab = await browser.newPage({ viewport: { width: 1560, height: 980 }, deviceScaleFactor: 1 });
await tab.goto(`http://localhost:${server.address().port}/`);
const choose = (tag, item, option) =>
  tab.locator(`${tag} >> [data-key="${item}"] >> [part="option"]`).nth(option).click();
await choose('.wide attune-trust-questionnaire', 't01', 3);
await choose('.phone attune-trust-questionnaire', 't-now', 6);
await tab.evaluate(() => {
  document.activeElement?.blur();
  for (const box of document.body.children) box.scrollTop = 0;
});
mkdirSync(new URL('docs/images/', root), { recursive: true });
await tab.screenshot({ path: new URL('docs/images/widgets.png', root).pathname });
await browser.close();
server.close();
