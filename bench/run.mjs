// Compares the widget with a hand-written form and with other libraries, and checks its bars:
//   npm run bench [-- --quick] [--rounds=9] [--only=floor,attune]
//   npm run bench -- --before=<questionnaire.js>   compares with another build of dist/cdn/questionnaire.js, in the same run
//   npm run bench -- trend    measures the chart of the trend instead
//   npm run bench -- fhir     measures renderers of FHIR Questionnaires instead
//   npm run bench -- fhir-forms    measures in Node what a FHIR form costs instead
// A complete run writes docs/benchmarks.md. A partial run only prints.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { changes, checkBars, SIZES } from './bars.mjs';
import { buildAdapters } from './build.mjs';
import { launch, load, work } from './measure.mjs';
import { installPeers, versionOf } from './peers.mjs';
import { barsTable, changesTable, medianOf, report } from './report.mjs';
import { serve } from './serve.mjs';

const PACKAGES = {
  floor: [],
  attune: [],
  before: [],
  'react-hook-form': ['react-hook-form', 'react'],
  surveyjs: ['survey-core', 'survey-js-ui'],
};
// A slow library for comparison is not measured more than LEAST times once it has used up PATIENCE (in milliseconds).
const PATIENCE = 30_000;
const LEAST = 3;

if (['trend', 'fhir', 'fhir-forms'].includes(process.argv[2])) {
  await import(`./${process.argv[2]}.mjs`);
  process.exit();
}

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, only: { type: 'string' }, before: { type: 'string' } },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 9));
const { before } = options;
const all = Object.keys(PACKAGES).filter(name => name !== 'before');
const adapters = options.only?.split(',') ?? (before ? ['floor', 'attune', 'before'] : options.quick ? ['floor', 'attune'] : all);
const isWhole = !options.quick && !options.rounds && !options.only && !before;
const root = join(import.meta.dirname, '..');

if (adapters.some(name => PACKAGES[name].length)) installPeers();
const server = await serve(await buildAdapters(adapters, { before: before && resolve(before) }));
const browser = await launch();

const samples = Object.fromEntries(adapters.map(name => [name, Object.fromEntries(Object.keys(SIZES).map(size => [size, []]))]));
const time = {};

const shuffled = list => {
  const order = list.map(one => [Math.random(), one]);
  return order.sort(([a], [b]) => a - b).map(([, one]) => one);
};

const takeSample = async (kind, name, size) => {
  const key = `${kind.name} ${name} ${size}`;
  const taken = samples[name][size].filter(sample => sample.kind === kind.name).length;
  if (PACKAGES[name].length && taken >= LEAST && time[key] > PATIENCE) return;
  const start = Date.now();
  const sample = await kind({ browser, origin: server.origin, adapter: name }, SIZES[size]);
  if (sample.sent === false && !PACKAGES[name].length) throw new Error(`${key}: could not be answered in time`);
  samples[name][size].push({ kind: kind.name, ...sample });
  time[key] = (time[key] ?? 0) + Date.now() - start;
};

/** The results so far. A complete run writes its report after each round, so an interrupted run leaves partial results. */
const record = rounds => {
  const run = {
    date: new Date().toISOString().slice(0, 10),
    rounds,
    adapters,
    samples,
    bars: checkBars(medianOf(samples)),
    sizes: Object.fromEntries(adapters.map(name => [name, server.sizeOf(name)])),
    versions: Object.fromEntries(
      adapters.map(name => [name, PACKAGES[name].map(each => `${each} ${versionOf(each)}`).join(', ')]),
    ),
    machine: {
      chromium: browser.version(),
      node: process.versions.node,
      cpus: cpus().length,
      model: cpus()[0].model,
      load: loadavg()[0].toFixed(1),
    },
  };
  if (isWhole) {
    mkdirSync(join(root, 'docs'), { recursive: true });
    writeFileSync(join(root, 'docs/benchmarks.md'), report(run));
  }
  return run;
};

try {
  let run;
  // warms up the machine
  for (const adapter of adapters) await load({ browser, origin: server.origin, adapter }, SIZES['12']);
  for (let round = 1; round <= rounds; round++) {
    for (const size of Object.keys(SIZES)) {
      for (const name of shuffled(adapters)) await takeSample(load, name, size);
      if (SIZES[size].widgets === 1) for (const name of shuffled(adapters)) await takeSample(work, name, size);
    }
    run = record(round);
    console.log(`[bench] round ${round} of ${rounds}; load ${loadavg()[0].toFixed(1)}`);
  }

  console.log(isWhole ? report(run) : report(run).split('\n## How')[0]);
  console.log(barsTable(run.bars));
  if (before) console.log(`\n${changesTable(changes(medianOf(samples)))}\n`);
  const failed = run.bars.filter(({ passed }) => !passed).length;
  console.log(`${run.bars.length - failed} bars met, ${failed} not met`);
  if (failed) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
