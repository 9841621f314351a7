// Measures how long the trend takes to draw 200 sessions, compared with a static SVG of the same nodes:
//   npm run bench -- trend [--rounds=15]
// A complete run writes docs/benchmarks-trend.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../tools/build.mjs';
import { launch, spent } from './measure.mjs';
import { median, milliseconds, table } from './report.mjs';

const MOST = 2;
const WARM_UP = 6;
const DRAWS = 5;

const { values: options } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' } } });
const rounds = Number(options.rounds ?? 15);

const files = {
  '/': ['text/html', '<!doctype html><html lang="en"><meta charset="utf-8"><title>trend</title><script src="/page.js"></script><script type="module" src="/trend.js"></script><body></body>'],
  '/page.js': ['text/javascript', readFileSync(join(import.meta.dirname, 'trend-page.js'), 'utf8')],
  '/trend.js': ['text/javascript', await bundle('trust-trend', 'trust-trend.js', '')],
};
const server = createServer(({ url }, reply) => {
  const [type, body] = files[url] ?? [];
  if (body) reply.setHeader('content-type', type).end(body);
  else reply.writeHead(204).end();
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const browser = await launch();

const open = async () => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`http://localhost:${server.address().port}/`);
  await page.waitForFunction(() => customElements.get('attune-trust-trend'));
  await page.waitForTimeout(100);
  const draw = async kind => {
    await page.evaluate(() => __trend.clear());
    const before = await spent(cdp);
    await page.evaluate(kind => __trend.draw[kind](), kind);
    return (await spent(cdp)) - before;
  };
  return { context, page, draw };
};

try {
  const { context, page, draw } = await open();
  await draw('widget');
  const described = await page.evaluate(() => __trend.describe());
  await context.close();

  /** In each round both draw on a new page: first once, then WARM_UP times without measuring, then the mean of DRAWS. */
  const samples = { floor: [], widget: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 ? ['floor', 'widget'] : ['widget', 'floor']) {
      const { context, page, draw } = await open();
      await page.evaluate(described => __trend.prepare(described), described);
      const first = await draw(kind);
      for (let i = 0; i < WARM_UP; i++) await draw(kind);
      let again = 0;
      for (let i = 0; i < DRAWS; i++) again += (await draw(kind)) / DRAWS;
      samples[kind].push({ first, again });
      await context.close();
    }
  }

  const medianOf = (kind, measure) => median(samples[kind].map(sample => sample[measure]));
  const ratio = measure => median(samples.widget.map((sample, round) => sample[measure] / samples.floor[round][measure]));
  const times = measure => ['floor', 'widget'].map(kind => milliseconds(medianOf(kind, measure)));
  const row = (what, measure) => [what, ...times(measure), `${ratio(measure).toFixed(2)}x`];
  const passed = ratio('again') <= MOST;
  const text = `# How fast the trend is drawn

\`<attune-trust-trend>\` with 200 sessions, compared with a static SVG of the same nodes: the same chart, node for node, with
the same styles, made with plain DOM calls from a list. The widget also reads 200 records, applies the rules to each, and
renders the legend, the findings and the rest around the chart. ${described.nodes} of its ${described.all} nodes belong to the chart.

CPU time of the main thread until the page is painted. Medians of ${rounds} rounds, in which the two take turns, each on a new page.
The ratio is the median of the ratios of the rounds.

${table(['', 'static SVG', 'trend', 'ratio'], [row(`on a page that has drawn ${WARM_UP} before`, 'again'), row('first on a page', 'first')])}

The bar of ${MOST}x applies to a warm page: ${passed ? 'pass' : 'FAIL'}. The first draw on a page also includes compiling the code and loading the
names of the months (\`Intl\`). A static SVG needs neither.

${new Date().toISOString().slice(0, 10)}; Chromium ${browser.version()}, headless, 1000 x 800; ${cpus().length} x ${cpus()[0].model}; Node ${process.versions.node}.
Load at the end of the run: ${loadavg()[0].toFixed(1)}. \`npm run bench -- trend\` repeats the measurement and writes this page.
`;
  console.log(text);
  if (!options.rounds) writeFileSync(join(import.meta.dirname, '../docs/benchmarks-trend.md'), text);
  if (!passed) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
