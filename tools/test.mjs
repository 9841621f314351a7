// Runs the tests:   node tools/test.mjs [part...] [--engine=firefox,...] [--file=path,...] [--again]
// Without a part it runs all parts but `browsers`, three at a time. With --again, up to three files with failed tests run once more,
// alone, and are named (docs/decisions/0065). The last line is `N passed, N failed`.
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEngines } from './engines.mjs';
import { run, stopWithThis } from './processes.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
// All temporary files of the runners and their browsers. For root, PostgreSQL runs as another user and must have access.
const temporary = mkdtempSync(join(tmpdir(), 'attune-test-'));
chmodSync(temporary, 0o711);
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 9 }));
const CI = Boolean(process.env.CI);
// Far above what a part needs on two busy cores: it ends what hangs.
const PART_LIMIT = 20 * 60_000;
const LEAST_COVERAGE = 95;
const MOST_FILES_AGAIN = 3;

const list = name => process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3).split(',');
const requested = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
const files = list('file');
const engines = list('engine') ?? ['chromium', 'firefox', 'webkit'];
const isLive = requested.length === 1;

stopWithThis();

/** Runs Node with `args` in its own process group. Resolves to {ok, out, counts}. */
const node = async (args, env = {}) => {
  const countFile = join(temporary, `${Math.random()}.json`);
  const { ok, out } = await run(process.execPath, args, {
    env: { ...process.env, NO_COLOR: '1', TMPDIR: temporary, COUNT_FILE: countFile, ...env },
    limit: PART_LIMIT,
    ...(isLive && { onText: text => process.stdout.write(text) }),
  });
  return { ok, out, counts: existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : undefined };
};

const asOneTest = ({ ok, out }) => ({ passed: Number(ok), failed: Number(!ok), log: ok ? '' : out });

/** The counts of a runner, and the names of its failed tests. If it failed without a failed test, or ran no test, that counts as one failure. */
const countsOf = ({ ok, out, counts }) => {
  const { passed = 0, failed = 0, skipped = 0, failures = [] } = counts ?? {};
  const broken = (!ok && !failed) || passed + failed + skipped === 0;
  return { passed, failed: failed + Number(broken), skipped, failures, log: ok && !broken ? '' : out };
};

const missing = pattern => ({ passed: 0, failed: 1, message: `no files: ${pattern}\n` });

const nodeTests = async (patterns, only = files, env = {}, more = []) => {
  const found = only ?? globSync(patterns);
  if (!found.length) return missing(patterns.join(' '));
  return countsOf(await node(['--test', '--test-reporter=./tools/node-reporter.mjs', ...more, ...found.sort()], env));
};

const testedEngines = [];
const missingEngines = [];

const elements = engine => async (only = files) => {
  if (!findEngines()[engine]) {
    missingEngines.push(engine);
    return { passed: 0, failed: Number(CI), message: `${engine} is not installed\n` };
  }
  const isForEngine = path => !/\.chromium\.test\.ts$/.test(path) || engine === 'chromium';
  const found = only ?? globSync(['test/elements/**/*.test.ts', 'test/contract/**/*.test.ts']).filter(isForEngine);
  if (!found.length) return missing('test/elements/**/*.test.ts');
  const result = countsOf(
    await node(['node_modules/@web/test-runner/dist/bin.js', '--config', 'tools/web-test-runner.config.mjs'], {
      ENGINE: engine,
      TEST_FILES: found.sort().join(','),
    }),
  );
  testedEngines.push(engine);
  return result;
};

const pure = async (only = files) => {
  const reports = join(temporary, 'coverage');
  const patterns = ['core', 'drafts', 'outbox', 'fhir', 'html', 'frame', 'instruments', 'statistics', 'ui'].map(room => `test/${room}/**/*.test.ts`);
  const result = await nodeTests(patterns, only, { NODE_V8_COVERAGE: reports }, ['--import', './test/property-runs.ts']);
  if (only || !existsSync(reports)) return result;
  const { statementCoverage } = await import('./coverage.mjs');
  const total = { ...result, message: '', note: '' };
  for (const room of ['src/core', 'src/fhir', 'src/html', 'src/statistics']) {
    const { percent, files: all } = statementCoverage(join(root, room), reports);
    const isEnough = percent >= LEAST_COVERAGE;
    const low = all.filter(({ percent }) => percent < LEAST_COVERAGE);
    const lines = low.map(({ file, percent, missing }) => `  ${file} ${percent.toFixed(1)} % lines ${missing.join(' ')}\n`);
    total[isEnough ? 'passed' : 'failed']++;
    if (!isEnough) total.message += `statement coverage of ${room} is below ${LEAST_COVERAGE} %:\n${lines.join('')}`;
    total.note += `${total.note && ', '}statement coverage of ${room} ${percent.toFixed(1)} %`;
  }
  return total;
};

const types = async () => {
  const total = { passed: 0, failed: 0, log: '' };
  for (const config of ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.command-line.json', 'tsconfig.node.json']) {
    const { ok, out } = await node(['node_modules/typescript/bin/tsc', '-p', config, '--noEmit', '--pretty', 'false']);
    total[ok ? 'passed' : 'failed']++;
    if (!ok) total.log += `${config}\n${out}`;
  }
  return total;
};

/** ESLint, and the import rules between the folders of src. */
const lint = async () => {
  const total = { passed: 0, failed: 0, log: '' };
  for (const args of [
    ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
    ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--config', '.dependency-cruiser.mjs'],
  ]) {
    const { passed, failed, log } = asOneTest(await node(args));
    total.passed += passed;
    total.failed += failed;
    total.log += log;
  }
  return total;
};

const stories = async () => {
  const built = await node(['tools/storybook.mjs', 'build'], { QUIET: '1' });
  if (!built.ok) return asOneTest(built);
  if (!findEngines().chromium) return { passed: 1, failed: Number(CI), message: 'chromium is not installed\n' };
  const some = list('story') ?? [];
  const shown = countsOf(await node(['test/stories/run.mjs', ...some]));
  if (some.length) return { ...shown, passed: shown.passed + 1 };
  const compared = await nodeTests(['test/stories/*.test.mjs']);
  return {
    passed: 1 + shown.passed + compared.passed,
    failed: shown.failed + compared.failed,
    skipped: shown.skipped + compared.skipped,
    failures: [...shown.failures, ...(compared.failures ?? [])],
    log: shown.log + (compared.log ?? compared.message),
  };
};

// The longest first, so that the short ones fill the gaps at the end.
const OWN_PARTS = {
  'elements:firefox': { run: elements('firefox') },
  'elements:webkit': { run: elements('webkit') },
  build: { run: async () => asOneTest(await node(['tools/build.mjs', ...(requested.length ? ['--if-stale'] : [])])) },
  // Much of its time a host waits, so two files run at once.
  e2e: { needs: ['build'], run: only => nodeTests(['test/e2e/**/!(*.browser).test.ts'], only, {}, ['--test-concurrency=2']) },
  'elements:chromium': { run: elements('chromium') },
  stories: { run: stories },
  package: { needs: ['build'], run: only => nodeTests(['test/package/**/*.test.ts'], only) },
  pure: { run: pure },
  lint: { run: lint },
  types: { run: types },
};
// Runs with the hosts (tools/hosts.mjs), and here only by its name.
const WITH_HOSTS = { browsers: { needs: ['build'], run: only => nodeTests(['test/e2e/**/*.browser.test.ts'], only, {}, ['--test-concurrency=2']) } };

const PARTS = { ...OWN_PARTS, ...WITH_HOSTS };

const chosen = new Set();
const choose = name => {
  if (name === 'elements') return engines.forEach(engine => choose(`elements:${engine}`));
  if (!PARTS[name]) {
    console.error(`unknown part "${name}". The parts are: ${Object.keys(PARTS).join(', ')}, elements`);
    process.exit(1);
  }
  for (const need of PARTS[name].needs ?? []) choose(need);
  chosen.add(name);
};
(requested.length ? requested : Object.keys(OWN_PARTS)).forEach(choose);

const total = { passed: 0, failed: 0, skipped: 0 };
const failedParts = [];
const done = new Map();
const begin = Date.now();

const work = async name => {
  const needed = await Promise.all((PARTS[name].needs ?? []).map(need => done.get(need)));
  const start = Date.now();
  const result = needed.every(Boolean)
    ? await PARTS[name].run().catch(error => ({ passed: 0, failed: 1, message: `${error.stack}\n` }))
    : { passed: 0, failed: 1, message: `not run, because ${PARTS[name].needs.join(' or ')} failed\n` };
  const { passed, failed, skipped = 0, failures = [], log, message, note } = result;
  if (failed) failedParts.push({ name, failed, failures });
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  // The output of a single part was printed live.
  const text = (isLive ? '' : (log ?? '')) + (message ?? '');
  if (text) process.stdout.write(`\n---- ${name} ----\n${text}\n`);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const extra = (skipped ? `, ${skipped} skipped` : '') + (note ? `, ${note}` : '');
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed${extra} (${seconds} s)`);
  return !failed;
};

// In the order of PARTS. A part that needs another comes after it, so the queue cannot block. One more at a time than there
// are cores (up to three), because a browser often waits for a timer or for its driver.
const queue = [...Object.keys(PARTS)].filter(name => chosen.has(name));
const settle = new Map(queue.map(name => [name, Promise.withResolvers()]));
for (const [name, { promise }] of settle) done.set(name, promise);
const lane = async () => {
  while (queue.length) {
    const name = queue.shift();
    settle.get(name).resolve(await work(name));
  }
};
await Promise.all(Array.from({ length: Math.min(3, availableParallelism() + 1) }, lane));

/** Runs files with failed tests once more, with nothing beside them. A part of which all passes now is no failure, but its tests are named. */
const runAgain = async () => {
  const filesOf = ({ failures }) => [...new Set(failures.map(failure => /^test\/\S+\.test\.ts(?= > )/.exec(failure)?.[0]))];
  const hasFiles = part => part.failed === part.failures.length && filesOf(part).every(Boolean);
  if (!failedParts.every(hasFiles) || failedParts.flatMap(filesOf).length > MOST_FILES_AGAIN) return;
  for (const part of failedParts) {
    const { passed, failed: failedAgain, log = '', message = '' } = await PARTS[part.name].run(filesOf(part));
    console.log(`${failedAgain ? `\n---- ${part.name}, again ----\n${log}${message}\n` : ''}again  ${part.name}: ${passed} passed, ${failedAgain} failed`);
    if (failedAgain) continue;
    total.passed += part.failed;
    total.failed -= part.failed;
    part.isUnstable = true;
  }
};
if (process.argv.includes('--again') && failedParts.length) await runAgain();

console.log('');
// Again at the end, where a log that was cut still has them.
for (const { name, failures, isUnstable } of failedParts) {
  for (const failure of failures) console.log(`${isUnstable ? 'UNSTABLE (passed when it ran alone)' : 'FAILED'} ${name}: ${failure}`);
}
if (testedEngines.length) console.log(`engines that ran the element tests: ${testedEngines.sort().join(', ')}`);
if (missingEngines.length) {
  console.log(`!!! NOT TESTED in ${missingEngines.join(' and ')}: not installed. Run: node tools/bootstrap.mjs --browsers`);
}
if (total.skipped) {
  console.log(`!!! ${total.skipped} skipped${CI ? ': this is a failure if CI is set' : ''}`);
  if (CI) total.failed += total.skipped;
}
console.log(`${((Date.now() - begin) / 1000).toFixed(0)} s`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
