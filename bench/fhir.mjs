// Measures how renderers of FHIR Questionnaires show the same files:   npm run bench -- fhir [folder...] [--rounds=5] [--most=10]
// Of the R4 Questionnaires in the folders (by default dist/fhir/r4) it takes those with the most items. It prints for each: its items,
// texts and hidden ones too; how many of them are on screen while nothing is answered; the time from the call until the form is
// painted; and the main thread time of that. Each round has a page of its own, in which the scripts are loaded already.
import { readFile } from 'node:fs/promises';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import attune from './adapters/fhir/attune.mjs';
import lhcForms from './adapters/fhir/lhc-forms.mjs';
import { launch, spent } from './measure.mjs';

const { values: options, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { rounds: { type: 'string' }, most: { type: 'string' } },
});
const rounds = Number(options.rounds ?? 5);
const most = Number(options.most ?? 10);
const folders = positionals.length ? positionals : [join(import.meta.dirname, '../dist/fhir/r4')];
const adapters = [attune, lhcForms];

const itemsOf = ({ item = [] }) => item.flatMap(one => [one, ...itemsOf(one)]);

const questionnaires = folders
  .flatMap(folder => globSync(join(folder, '**/*.json')))
  .map(file => JSON.parse(readFileSync(file, 'utf8')))
  .filter(({ resourceType }) => resourceType === 'Questionnaire')
  .map(questionnaire => ({ questionnaire, count: itemsOf(questionnaire).length }))
  .sort((a, b) => b.count - a.count)
  .slice(0, most);
if (!questionnaires.length) throw new Error(`no Questionnaire in ${folders.join(', ')}: npm run build`);

const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

/** A page with the files of an adapter, and nothing else. */
const serve = async ({ folder, scripts, styles, isModule }) => {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>FHIR</title><link rel="icon" href="data:,">
${styles.map(path => `<link rel="stylesheet" href="/${path}">`).join('')}<div id="root"></div>
${scripts.map(path => `<script${isModule ? ' type="module"' : ''} src="/${path}"></script>`).join('')}`;
  const server = createServer(async ({ url }, reply) => {
    const path = [...scripts, ...styles].find(path => url === `/${path}`);
    if (path) reply.setHeader('content-type', TYPES[extname(path)]).end(await readFile(join(folder, path)));
    else reply.writeHead(url === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(url === '/' ? page : '');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
};

/** In the page. The functions of the adapter come as text. */
const mountInPage = async ([questionnaire, mount, presented]) => {
  const host = document.getElementById('root');
  const call = (text, ...args) => window.eval(`(${text})`)(...args);
  const start = performance.now();
  await call(mount, host, questionnaire);
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  return { time: performance.now() - start, shown: [...new Set(call(presented, host))] };
};

const measure = async (browser, origin, { mount, presented }, questionnaire) => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(origin);
    const before = await spent(cdp);
    const { time, shown } = await page.evaluate(mountInPage, [questionnaire, String(mount), String(presented)]);
    return { time, thread: (await spent(cdp)) - before, shown };
  } finally {
    await context.close();
  }
};

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const browser = await launch();
for (const adapter of adapters) {
  const server = await serve(adapter);
  console.log(`\n${adapter.name}, median of ${rounds}\n\n| Questionnaire | items | on screen | ms until painted | ms main thread |\n|---|---|---|---|---|`);
  for (const { questionnaire, count } of questionnaires) {
    const name = questionnaire.id ?? questionnaire.url;
    try {
      const samples = [];
      for (let round = 0; round < rounds; round++) samples.push(await measure(browser, server.origin, adapter, questionnaire));
      const ids = new Set(itemsOf(questionnaire).map(({ linkId }) => linkId));
      const shown = samples[0].shown.filter(id => ids.has(id)).length;
      const [time, thread] = ['time', 'thread'].map(key => Math.round(median(samples.map(sample => sample[key]))));
      console.log(`| ${name} | ${count} | ${shown} | ${time} | ${thread} |`);
    } catch (error) {
      console.log(`| ${name} | ${count} | fails: ${error.message.split('\n')[0].slice(0, 120)} | | |`);
    }
  }
  server.close();
}
await browser.close();
