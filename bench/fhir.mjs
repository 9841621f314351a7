// Measures how renderers of FHIR Questionnaires show the same files:   npm run bench -- fhir [folder...] [--examples] [--rounds=5] [--most=10]
// Of the R4 Questionnaires in the folders (by default dist/fhir/r4), or in the packages of HL7 (--examples), it takes those with the most
// items. It prints for each: its items, texts and hidden ones too; how many of them are on screen while nothing is answered; the time from
// the call until the form is painted; the main thread time of that; and how many controls can be answered, one per frame, with the main
// thread time of all. Each round has a page of its own, in which the scripts are loaded already.
import { readFile } from 'node:fs/promises';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { corpus } from '../tools/fhir-corpus.mjs';
import attune from './adapters/fhir/attune.mjs';
import lhcForms from './adapters/fhir/lhc-forms.mjs';
import { launch, spent } from './measure.mjs';

const { values: options, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { rounds: { type: 'string' }, most: { type: 'string' }, examples: { type: 'boolean' } },
});
const rounds = Number(options.rounds ?? 5);
const most = Number(options.most ?? 10);
const folders = positionals.length ? positionals : [join(import.meta.dirname, '../dist/fhir/r4')];
const adapters = [attune, lhcForms];

const itemsOf = ({ item = [] }) => item.flatMap(one => [one, ...itemsOf(one)]);

const inFolders = () => folders.flatMap(folder => globSync(join(folder, '**/*.json'))).map(file => JSON.parse(readFileSync(file, 'utf8')));
const resources = options.examples ? corpus().map(({ resource }) => resource) : inFolders();
const questionnaires = resources
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

/** In the page: answers each control that is on screen and can be changed, also those that come with an answer. Returns how many. */
const fillInPage = async () => {
  const controlsIn = root => [...root.querySelectorAll('*')].flatMap(one => [...(one.matches('input, select, textarea') ? [one] : []), ...(one.shadowRoot ? controlsIn(one.shadowRoot) : [])]);
  const values = { number: '1', date: '2020-02-02', 'datetime-local': '2020-02-02T10:00', time: '10:00', url: 'https://a.example', range: '1' };
  const groups = new Set();
  const answer = control => {
    if (['radio', 'checkbox'].includes(control.type)) {
      if (control.checked || groups.has(control.name || control)) return false;
      groups.add(control.name || control);
      control.click();
      return true;
    }
    if (control.type === 'file' || control.value) return false;
    if (control.localName === 'select') control.selectedIndex = control.options.length - 1;
    else control.value = values[control.type] ?? (control.inputMode && control.inputMode !== 'text' ? '1' : 'Words');
    for (const type of ['input', 'change', 'blur']) control.dispatchEvent(new Event(type, { bubbles: true }));
    return true;
  };
  const done = new Set();
  let count = 0;
  for (let found = true; found; ) {
    found = false;
    for (const control of controlsIn(document.getElementById('root'))) {
      if (done.has(control) || control.disabled || control.readOnly || !control.getClientRects().length) continue;
      done.add(control);
      if (!answer(control)) continue;
      found = true;
      count++;
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    }
  }
  return count;
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
    const painted = await spent(cdp);
    const answered = await page.evaluate(fillInPage);
    return { time, thread: painted - before, shown, answered, filling: (await spent(cdp)) - painted };
  } finally {
    await context.close();
  }
};

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const browser = await launch();
for (const adapter of adapters) {
  const server = await serve(adapter);
  console.log(`\n${adapter.name}, median of ${rounds}\n\n| Questionnaire | items | on screen | ms until painted | ms main thread | answered | ms main thread |\n|---|---|---|---|---|---|---|`);
  for (const { questionnaire, count } of questionnaires) {
    const name = questionnaire.id ?? questionnaire.url;
    try {
      const samples = [];
      for (let round = 0; round < rounds; round++) samples.push(await measure(browser, server.origin, adapter, questionnaire));
      const ids = new Set(itemsOf(questionnaire).map(({ linkId }) => linkId));
      const shown = samples[0].shown.filter(id => ids.has(id)).length;
      const [time, thread, answered, filling] = ['time', 'thread', 'answered', 'filling'].map(key => Math.round(median(samples.map(sample => sample[key]))));
      console.log(`| ${name} | ${count} | ${shown} | ${time} | ${thread} | ${answered} | ${filling} |`);
    } catch (error) {
      console.log(`| ${name} | ${count} | fails: ${error.message.split('\n')[0].slice(0, 120)} | | | | |`);
    }
  }
  server.close();
}
await browser.close();
