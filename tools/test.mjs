// Runs the tests:   node tools/test.mjs [part...] [--engine=firefox,...] [--file=path,...]
// Without a part it runs all parts, three at a time. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findEngines } from './engines.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
// All temporary files of the runners and their browsers. For root, PostgreSQL runs as another user and must have access.
const temporary = mkdtempSync(join(tmpdir(), 'attune-test-'));
chmodSync(temporary, 0o711);
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 9 }));
const CI = Boolean(process.env.CI);
// Far above what a part needs on two busy cores: it ends what hangs.
const PART_LIMIT = 25 * 60_000;
const GRACE = 5_000;
const LEAST_COVERAGE = 95;

const list = name => process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3).split(',');
const requested = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
const files = list('file');
const engines = list('engine') ?? ['chromium', 'firefox', 'webkit'];
const isLive = requested.length === 1;

const children = new Set();
let isStopping = false;
const signalTo = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
};
const isRunning = child => {
  try {
    return process.kill(-child.pid, 0);
  } catch {
    return false;
  }
};
/** Stops a runner. A browser has its own process group and only its runner can stop it, so the runner gets time for that. */
const stop = async child => {
  signalTo(child, 'SIGTERM');
  for (const last = Date.now() + GRACE; isRunning(child) && Date.now() < last; ) await sleep(50);
  signalTo(child, 'SIGKILL');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    isStopping = true;
    await Promise.all([...children].map(stop));
    process.exit(1);
  });
}

/** Runs Node with `args` in its own process group. Resolves to {ok, out, counts}. */
const node = (args, env = {}) =>
  new Promise(resolve => {
    if (isStopping) return;
    const countFile = join(temporary, `${Math.random()}.json`);
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NO_COLOR: '1', TMPDIR: temporary, COUNT_FILE: countFile, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    children.add(child);
    let out = '';
    const take = data => {
      out += data;
      if (isLive) process.stdout.write(data);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const limit = setTimeout(() => {
      take(`\nstopped after ${PART_LIMIT / 60_000} minutes\n`);
      void stop(child);
    }, PART_LIMIT);
    child.on('close', code => {
      clearTimeout(limit);
      children.delete(child);
      if (isStopping) return;
      const counts = existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : undefined;
      resolve({ ok: code === 0, out, counts });
    });
  });

const asOneTest = ({ ok, out }) => ({ passed: Number(ok), failed: Number(!ok), log: ok ? '' : out });

/** The counts of a runner. If it failed without a failed test, or ran no test, that counts as one failure. */
const countsOf = ({ ok, out, counts }) => {
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  const broken = (!ok && !failed) || passed + failed + skipped === 0;
  return { passed, failed: failed + Number(broken), skipped, log: ok && !broken ? '' : out };
};

const missing = pattern => ({ passed: 0, failed: 1, message: `no files: ${pattern}\n` });

const nodeTests = async (patterns, env, more = []) => {
  const found = files ?? globSync(patterns);
  if (!found.length) return missing(patterns.join(' '));
  return countsOf(await node(['--test', '--test-reporter=./tools/node-reporter.mjs', ...more, ...found.sort()], env));
};

const testedEngines = [];
const missingEngines = [];

const elements = engine => async () => {
  if (!findEngines()[engine]) {
    missingEngines.push(engine);
    return { passed: 0, failed: Number(CI), message: `${engine} is not installed\n` };
  }
  const found = files ?? globSync(['test/elements/**/*.test.ts', 'test/contract/**/*.test.ts']);
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

const pure = async () => {
  const reports = join(temporary, 'coverage');
  const patterns = ['core', 'fhir', 'instruments', 'statistics', 'ui'].map(room => `test/${room}/**/*.test.ts`);
  const result = await nodeTests(patterns, { NODE_V8_COVERAGE: reports }, ['--import', './test/property-runs.ts']);
  if (files || !existsSync(reports)) return result;
  const { statementCoverage } = await import('./coverage.mjs');
  const total = { ...result, message: '', note: '' };
  for (const room of ['src/core', 'src/fhir', 'src/statistics']) {
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
    log: shown.log + (compared.log ?? compared.message),
  };
};

// The longest first, so that the short ones fill the gaps at the end.
const PARTS = {
  'elements:firefox': { run: elements('firefox') },
  'elements:webkit': { run: elements('webkit') },
  build: { run: async () => asOneTest(await node(['tools/build.mjs', ...(requested.length ? ['--if-stale'] : [])])) },
  // Much of its time a host or a browser waits, so two files run at once.
  e2e: { needs: ['build'], run: () => nodeTests(['test/e2e/**/*.test.ts'], {}, ['--test-concurrency=2']) },
  'elements:chromium': { run: elements('chromium') },
  stories: { run: stories },
  package: { needs: ['build'], run: () => nodeTests(['test/package/**/*.test.ts']) },
  pure: { run: pure },
  lint: { run: lint },
  types: { run: types },
};

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
(requested.length ? requested : Object.keys(PARTS)).forEach(choose);

const total = { passed: 0, failed: 0, skipped: 0 };
const done = new Map();
const begin = Date.now();

const work = async name => {
  const needed = await Promise.all((PARTS[name].needs ?? []).map(need => done.get(need)));
  const start = Date.now();
  const result = needed.every(Boolean)
    ? await PARTS[name].run().catch(error => ({ passed: 0, failed: 1, message: `${error.stack}\n` }))
    : { passed: 0, failed: 1, message: `not run, because ${PARTS[name].needs.join(' or ')} failed\n` };
  const { passed, failed, skipped = 0, log, message, note } = result;
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

console.log('');
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
