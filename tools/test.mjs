// Runs the tests:   node tools/test.mjs [part...] [--engine=firefox,...] [--file=path,...]
// Without a part: all of them, two at a time. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findEngines } from './engines.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
// Of all that the runners and their browsers leave behind. As root, PostgreSQL runs as another user: it must get in.
const temporary = mkdtempSync(join(tmpdir(), 'attune-test-'));
chmodSync(temporary, 0o711);
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 9 }));
const CI = Boolean(process.env.CI);
const PART_LIMIT = 12 * 60_000;
const GRACE = 5_000;
const LEAST_COVERAGE = 95;

const list = name => process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3).split(',');
const asked = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
const files = list('file');
const engines = list('engine') ?? ['chromium', 'firefox', 'webkit'];
const live = asked.length === 1;

const children = new Set();
let isStopping = false;
const signalTo = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
};
const isThere = child => {
  try {
    return process.kill(-child.pid, 0);
  } catch {
    return false;
  }
};
/** Ends a runner. A browser is in a process group of its own: only who started it can end it, and is given time to. */
const end = async child => {
  signalTo(child, 'SIGTERM');
  for (const last = Date.now() + GRACE; isThere(child) && Date.now() < last; ) await sleep(50);
  signalTo(child, 'SIGKILL');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    isStopping = true;
    await Promise.all([...children].map(end));
    process.exit(1);
  });
}

/** Runs Node with `args` in a process group of its own; resolves to {ok, out, counts}. */
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
      if (live) process.stdout.write(data);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const limit = setTimeout(() => {
      take(`\nstopped after ${PART_LIMIT / 60_000} minutes\n`);
      void end(child);
    }, PART_LIMIT);
    child.on('close', code => {
      clearTimeout(limit);
      children.delete(child);
      if (isStopping) return;
      const counts = existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : undefined;
      resolve({ ok: code === 0, out, counts });
    });
  });

const one = ({ ok, out }) => ({ passed: Number(ok), failed: Number(!ok), log: ok ? '' : out });

/** Counts of a runner; one that failed without a failed test, or ran no test, is a failure in itself. */
const counted = ({ ok, out, counts }) => {
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  const broken = (!ok && !failed) || passed + failed + skipped === 0;
  return { passed, failed: failed + Number(broken), skipped, log: ok && !broken ? '' : out };
};

const missing = pattern => ({ passed: 0, failed: 1, say: `no files: ${pattern}\n` });

const nodeTests = async (patterns, env, more = []) => {
  const found = files ?? globSync(patterns);
  if (!found.length) return missing(patterns.join(' '));
  return counted(await node(['--test', '--test-reporter=./tools/node-reporter.mjs', ...more, ...found.sort()], env));
};

const ran = [];
const absent = [];

const elements = engine => async () => {
  if (!findEngines()[engine]) {
    absent.push(engine);
    return { passed: 0, failed: Number(CI), say: `${engine} is not installed\n` };
  }
  const found = files ?? globSync(['test/elements/**/*.test.ts', 'test/contract/**/*.test.ts']);
  if (!found.length) return missing('test/elements/**/*.test.ts');
  const result = counted(
    await node(['node_modules/@web/test-runner/dist/bin.js', '--config', 'tools/web-test-runner.config.mjs'], {
      ENGINE: engine,
      TEST_FILES: found.sort().join(','),
    }),
  );
  ran.push(engine);
  return result;
};

const pure = async () => {
  const reports = join(temporary, 'coverage');
  const patterns = ['core', 'instruments', 'statistics'].map(room => `test/${room}/**/*.test.ts`);
  const result = await nodeTests(patterns, { NODE_V8_COVERAGE: reports }, ['--import', './test/property-runs.ts']);
  if (files || !existsSync(reports)) return result;
  const { statementCoverage } = await import('./coverage.mjs');
  const total = { ...result, say: '', note: '' };
  for (const room of ['src/core', 'src/statistics']) {
    const { percent, files: all } = statementCoverage(join(root, room), reports);
    const enough = percent >= LEAST_COVERAGE;
    const holes = all.filter(({ percent }) => percent < LEAST_COVERAGE);
    const lines = holes.map(({ file, percent, missing }) => `  ${file} ${percent.toFixed(1)} % lines ${missing.join(' ')}\n`);
    total[enough ? 'passed' : 'failed']++;
    if (!enough) total.say += `statement coverage of ${room} is below ${LEAST_COVERAGE} %:\n${lines.join('')}`;
    total.note += `${total.note && ', '}statement coverage of ${room} ${percent.toFixed(1)} %`;
  }
  return total;
};

const types = async () => {
  const total = { passed: 0, failed: 0, log: '' };
  for (const config of ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.node.json']) {
    const { ok, out } = await node(['node_modules/typescript/bin/tsc', '-p', config, '--noEmit', '--pretty', 'false']);
    total[ok ? 'passed' : 'failed']++;
    if (!ok) total.log += `${config}\n${out}`;
  }
  return total;
};

const stories = async () => {
  const built = await node(['tools/storybook.mjs', 'build'], { QUIET: '1' });
  if (!built.ok) return one(built);
  if (!findEngines().chromium) return { passed: 1, failed: Number(CI), say: 'chromium is not installed\n' };
  const result = counted(await node(['test/stories/run.mjs', ...(list('story') ?? [])]));
  return { ...result, passed: result.passed + 1 };
};

const PARTS = {
  build: { run: async () => one(await node(['tools/build.mjs', ...(asked.length ? ['--if-stale'] : [])])) },
  lint: { run: async () => one(await node(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'])) },
  types: { run: types },
  pure: { run: pure },
  'elements:firefox': { run: elements('firefox') },
  'elements:webkit': { run: elements('webkit') },
  'elements:chromium': { run: elements('chromium') },
  e2e: { needs: ['build'], run: () => nodeTests(['test/e2e/**/*.test.ts'], {}, ['--test-concurrency=1']) },
  stories: { run: stories },
  package: { needs: ['build'], run: () => nodeTests(['test/package/**/*.test.ts']) },
};

const chosen = new Set();
const choose = name => {
  if (name === 'elements') return engines.forEach(engine => choose(`elements:${engine}`));
  if (!PARTS[name]) {
    console.error(`no part "${name}"; there are: ${Object.keys(PARTS).join(', ')}, elements`);
    process.exit(1);
  }
  for (const need of PARTS[name].needs ?? []) choose(need);
  chosen.add(name);
};
(asked.length ? asked : Object.keys(PARTS)).forEach(choose);

const total = { passed: 0, failed: 0, skipped: 0 };
const done = new Map();
const begin = Date.now();

const work = async name => {
  const needed = await Promise.all((PARTS[name].needs ?? []).map(need => done.get(need)));
  const start = Date.now();
  const result = needed.every(Boolean)
    ? await PARTS[name].run().catch(error => ({ passed: 0, failed: 1, say: `${error.stack}\n` }))
    : { passed: 0, failed: 1, say: `not run, because ${PARTS[name].needs.join(' or ')} failed\n` };
  const { passed, failed, skipped = 0, log, say, note } = result;
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  // What a runner printed was shown already when it ran alone.
  const text = (live ? '' : (log ?? '')) + (say ?? '');
  if (text) process.stdout.write(`\n---- ${name} ----\n${text}\n`);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const extra = (skipped ? `, ${skipped} skipped` : '') + (note ? `, ${note}` : '');
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed${extra} (${seconds} s)`);
  return !failed;
};

// In the order above, at most two at a time; a part that waits for another's result starts after it in the queue.
const queue = [...Object.keys(PARTS)].filter(name => chosen.has(name));
const settle = new Map(queue.map(name => [name, Promise.withResolvers()]));
for (const [name, { promise }] of settle) done.set(name, promise);
const lane = async () => {
  for (let name; (name = queue.shift()); ) {
    settle.get(name).resolve(await work(name));
  }
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));

console.log('');
if (ran.length) console.log(`engines that ran the element tests: ${ran.sort().join(', ')}`);
if (absent.length) {
  console.log(`!!! NOT TESTED in ${absent.join(' and ')}: not installed here. Run: node tools/bootstrap.mjs --browsers`);
}
if (total.skipped) {
  console.log(`!!! ${total.skipped} skipped${CI ? ': with CI set that is a failure' : ''}`);
  if (CI) total.failed += total.skipped;
}
console.log(`${((Date.now() - begin) / 1000).toFixed(0)} s`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
