// Tests the demo clinic in browsers, and the packed package in applications of other frameworks:
//   node tools/hosts.mjs [--host=clinic,vue,nuxt] [--built] [--write]
// test/hosts/README.md says what it does with each application. --built takes dist as it is; --write writes their answers into the
// table of docs/frameworks.md.
// The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostsTable } from './hosts-table.mjs';
import { run, stopWithThis } from './processes.mjs';
import { testWordPress } from './wordpress-test.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const sources = join(root, 'test/hosts');
const cache = join(root, '.cache/hosts');
const temporary = mkdtempSync(join(tmpdir(), 'attune-hosts-'));
// For root, PostgreSQL runs as another user and must have access.
chmodSync(temporary, 0o711);
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 9 }));
stopWithThis();

// Far above what a step needs on two busy cores: it ends what hangs.
const STEP_LIMIT = 10 * 60_000;
const CLINIC_LIMIT = 20 * 60_000;
const environment = {
  ...process.env,
  NO_COLOR: '1',
  TMPDIR: temporary,
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NUXT_TELEMETRY_DISABLED: '1',
};

const chosen = process.argv.find(arg => arg.startsWith('--host='))?.slice('--host='.length).split(',');
const applications = readdirSync(sources).filter(name => existsSync(join(sources, name, 'package.json')));
const all = ['wordpress', 'clinic', ...applications];
const unknown = chosen?.filter(name => !all.includes(name)) ?? [];
if (unknown.length) {
  console.error(`unknown: ${unknown.join(', ')}. The hosts are: ${all.join(', ')}`);
  process.exit(1);
}

const readJson = path => JSON.parse(readFileSync(path, 'utf8'));

const npm = (args, cwd) => {
  const cli = process.env.npm_execpath;
  const isNpm = cli?.endsWith('npm-cli.js');
  return run(isNpm ? process.execPath : 'npm', [...(isNpm ? [cli] : []), ...args], {
    cwd,
    env: environment,
    limit: STEP_LIMIT,
    shell: !isNpm && process.platform === 'win32',
  });
};

/** Builds the package if it is stale, packs it, and unpacks it. Returns the folder, or throws. */
const unpacked = async () => {
  if (!process.argv.includes('--built')) {
    const built = await run(process.execPath, ['tools/build.mjs', '--if-stale', '--quiet'], { limit: STEP_LIMIT });
    if (!built.ok) throw new Error(built.out);
  }
  const packed = await npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', temporary], root);
  if (!packed.ok) throw new Error(packed.out);
  const file = readdirSync(temporary).find(name => name.endsWith('.tgz'));
  const { status, stderr } = spawnSync('tar', ['-xzf', join(temporary, file), '-C', temporary], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return join(temporary, 'package');
};

/** The dependencies of the package that the host installs in another version. */
const otherVersions = (folder, pack) => {
  const { dependencies: asked } = readJson(join(pack, 'package.json'));
  const { dependencies: has = {} } = readJson(join(folder, 'package.json'));
  return Object.entries(asked).filter(([name, version]) => has[name] && has[name] !== version).map(entry => entry.join('@'));
};

/** Copies the host's files to where it is built, over those of the last run, and installs what it needs if its lock file is new. */
const install = async (name, pack) => {
  const from = join(sources, name);
  const lock = readFileSync(join(from, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = join(cache, `${name}-${key}`);
  const modules = join(folder, 'node_modules');
  const keeps = existsSync(join(folder, '.installed'));
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) {
    if (!keeps || !['node_modules', '.installed'].includes(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
  }
  const { like, wrongLike } = readJson(join(from, 'package.json')).host;
  for (const source of [...(like ? [join(sources, like)] : []), from]) {
    cpSync(source, folder, { recursive: true, filter: path => !path.slice(source.length).split(/[\\/]/).includes('node_modules') });
  }
  if (wrongLike) cpSync(join(sources, wrongLike, 'wrong'), join(folder, 'wrong'), { recursive: true });
  cpSync(join(sources, 'driver/given'), join(folder, 'src/given'), { recursive: true });
  const wanted = otherVersions(folder, pack);
  if (wanted.length) return { ok: false, out: `test/hosts/${name}/package.json must name ${wanted.join(', ')}\n` };
  if (!keeps) {
    const installed = await npm(['ci', '--no-audit', '--no-fund'], folder);
    if (!installed.ok) return installed;
    writeFileSync(join(folder, '.installed'), '');
  }
  rmSync(join(modules, 'attune-elements'), { recursive: true, force: true });
  cpSync(pack, join(modules, 'attune-elements'), { recursive: true });
  return { ok: true, out: '', folder };
};

/** What a type checker printed about each file of `wrong`: from a line with its name to a line with another name. */
const saidAbout = (out, files) => {
  const said = Object.fromEntries(files.map(file => [file, '']));
  let about;
  for (const line of out.split('\n')) {
    about = files.find(file => line.includes(`wrong/${file}`)) ?? about;
    if (about) said[about] += `${line}\n`;
  }
  return said;
};

/** What is printed of the output of a step that failed. */
const LOG_LINES = 80;
const brief = text => {
  const lines = text.trimEnd().split('\n');
  const rest = lines.length - LOG_LINES;
  return rest > 0 ? `${lines.slice(0, LOG_LINES).join('\n')}\n... and ${rest} more lines` : lines.join('\n');
};

/** Each wrong use must be refused, for the reason that it names. */
const checkWrong = async folder => {
  const wrong = join(folder, 'wrong');
  if (!existsSync(wrong)) return { passed: 0, failed: 0, log: '' };
  const files = readdirSync(wrong).sort();
  const { ok, out } = await npm(['run', '--silent', 'check:wrong'], folder);
  const said = saidAbout(out, files);
  const accepted = files.filter(file => {
    const [, expected] = /expected: (.+?)\s*(-->|\*\/)?$/m.exec(readFileSync(join(wrong, file), 'utf8')) ?? [];
    return ok || !expected || !said[file].includes(expected);
  });
  const log = accepted.map(file => `wrong/${file} was not refused as it expects:\n${said[file] || brief(out)}\n`).join('');
  return { passed: files.length - accepted.length, failed: accepted.length, log };
};

const drive = async (name, folder) => {
  const [countFile, answersFile] = ['counts', 'answers'].map(kind => join(temporary, `${name}-${kind}.json`));
  const args = ['--test', '--test-reporter=./tools/node-reporter.mjs', 'test/hosts/driver/host.test.ts'];
  const env = { ...environment, HOST_NAME: name, HOST_FOLDER: folder, HOST_ANSWERS: answersFile, COUNT_FILE: countFile };
  const { ok, out } = await run(process.execPath, args, { env, limit: STEP_LIMIT });
  const { passed = 0, failed = 0, skipped = 0 } = existsSync(countFile) ? readJson(countFile) : {};
  const isBroken = (!ok && !failed) || !passed;
  return {
    passed,
    failed: failed + skipped + Number(isBroken),
    log: ok && !isBroken ? '' : out,
    answers: existsSync(answersFile) ? readJson(answersFile) : undefined,
  };
};

/** All steps of a host. A step that fails ends it, except that wrong uses and the types say nothing about the build. */
const testHost = async (name, pack) => {
  const total = { passed: 0, failed: 0, log: '', answers: undefined };
  const times = [];
  const step = async (label, work) => {
    const start = Date.now();
    const { ok, out, passed = Number(ok), failed = Number(!ok), log = ok ? '' : out, ...more } = await work();
    total.passed += passed;
    total.failed += failed;
    if (log) total.log += `-- ${label} --\n${brief(log)}\n`;
    times.push(`${label} ${((Date.now() - start) / 1000).toFixed(0)}`);
    return { isRight: !failed, ...more };
  };
  const finish = () => ({ ...total, times: times.join(', ') });
  const { isRight, folder } = await step('install', () => install(name, pack));
  if (!isRight) return finish();
  await step('check', () => npm(['run', '--silent', 'check'], folder));
  await step('wrong uses', () => checkWrong(folder));
  const built = await step('build', () => npm(['run', '--silent', 'build'], folder));
  if (!built.isRight) return finish();
  const { answers } = await step('browser', () => drive(name, folder));
  return { ...finish(), answers };
};

/** The demo clinic, and pages of others, in browsers. */
const testClinic = async () => {
  const start = Date.now();
  const { out } = await run(process.execPath, ['tools/test.mjs', 'browsers', '--again'], { env: environment, limit: CLINIC_LIMIT });
  const [, passed = 0, failed = 1] = /^(\d+) passed, (\d+) failed$/m.exec(out) ?? [];
  const times = `browsers ${((Date.now() - start) / 1000).toFixed(0)}`;
  for (const [line] of out.matchAll(/^UNSTABLE .*$/gm)) console.log(line);
  return { passed: Number(passed), failed: Number(failed), log: Number(failed) ? out : '', times };
};

/** What is no application: the plugin has a suite of its own in integrations/wordpress/test. The longest begin first. */
const suites = { wordpress: testWordPress, clinic: testClinic };

const begin = Date.now();
const total = { passed: 0, failed: 0 };
const table = {};
const count = (name, { passed, failed, log, times, answers }) => {
  total.passed += passed;
  total.failed += failed;
  if (answers) table[name] = answers;
  if (log) console.log(`\n---- ${name} ----\n${log}`);
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed (${times ?? ''})`);
};

try {
  const pack = await unpacked();
  const queue = [...(chosen ?? all)];
  const lane = async () => {
    while (queue.length) {
      const name = queue.shift();
      const failed = error => ({ passed: 0, failed: 1, log: error.stack, times: '' });
      count(name, await (suites[name]?.() ?? testHost(name, pack)).catch(failed));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  const { problem } = hostsTable(table, { isComplete: !chosen, write: process.argv.includes('--write') });
  if (problem) console.log(problem);
  total[problem ? 'failed' : 'passed']++;
} catch (error) {
  console.log(error.message);
  total.failed++;
}

console.log(`\n${((Date.now() - begin) / 1000).toFixed(0)} s`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
