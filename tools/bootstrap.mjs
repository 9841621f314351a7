// Prepares a fresh clone, then runs a script:   node tools/bootstrap.mjs [--browsers] [--wordpress] [-- script.mjs args...]
// Plain JavaScript without dependencies. It runs on Node 20. It prints each of these steps that it takes:
//   1. If Node is older than the tools require (the package itself needs less): installs a newer Node in .cache/node and continues with it.
//   2. If node_modules is missing or does not match package-lock.json: runs npm ci.
//   3. With --browsers: installs missing test browsers (as root on Debian), or prints what to install. Fetches LHC-Forms, which
//      tests load in a browser, into .cache/lhc-forms.
//   4. With --wordpress: installs PHP and MariaDB in the same way, and fetches WordPress into .cache/wordpress.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fetchWordPress, findPrograms, PROGRAMS, RELEASES } from './debian-wordpress.mjs';
import { findEngines, findPostgres } from './engines.mjs';
import { fetchLhcForms, findLhcForms, VERSION as LHC_FORMS } from './lhc-forms.mjs';

const NODE = '24.21.0';
const LEAST = [22, 18];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, '.cache', 'node');
const say = line => console.log(`[setup] ${line}`);
const stop = line => {
  console.error(`[setup] ${line}`);
  process.exit(1);
};

const separator = process.argv.indexOf('--');
const flags = process.argv.slice(2, separator < 0 ? undefined : separator);
const script = separator < 0 ? [] : process.argv.slice(separator + 1);

const nodeIsOld = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]);
};

const npm = (args, cwd) => {
  const cli = process.env.npm_execpath;
  const isNpm = cli?.endsWith('npm-cli.js');
  const command = isNpm ? process.execPath : 'npm';
  const { status } = spawnSync(command, [...(isNpm ? [cli] : []), ...args, '--no-audit', '--no-fund'], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !isNpm && process.platform === 'win32',
  });
  if (status !== 0) stop(`npm ${args.join(' ')} failed.`);
};

const withNewerNode = () => {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    stop(`Node ${process.versions.node} is too old: please install Node ${LEAST.join('.')} or newer.`);
  }
  const name = `node-linux-${process.arch}`;
  const bin = join(cache, 'node_modules', name, 'bin');
  const manifest = join(cache, 'node_modules', name, 'package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== NODE) {
    say(`Node ${process.versions.node} is too old for this project; installing Node ${NODE} into .cache/node`);
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{"private": true}\n');
    npm(['install', `${name}@${NODE}`, '--no-save', '--no-package-lock'], cache);
  }
  const child = spawn(join(bin, 'node'), process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, PATH: bin + delimiter + process.env.PATH },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
};

// Compares the lock file with npm's own record of the installed packages.
const dependenciesMatch = () => {
  const read = path => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = read('node_modules/.package-lock.json');
  return Object.entries(read('package-lock.json')).every(
    ([path, { version, optional }]) => !path || (installed[path] ? installed[path].version === version : optional),
  );
};

/** Installs Debian packages as root on Debian, or prints what to install. */
const installPackages = missing => {
  if (!missing.length) return;
  const list = missing.join(' ');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')) {
    say(`installing with apt-get: ${list}`);
    const apt = args =>
      spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    apt(['update']);
    if (apt(['install', '-y', '--no-install-recommends', ...list.split(' ')])) return;
    say('apt-get failed.');
  }
  say(`Not found on this machine: ${list} (Debian package names). Please install them. The tests that need them cannot run.`);
};

const installBrowsers = () => {
  const engines = findEngines();
  const missing = [
    !engines.chromium && 'chromium',
    !engines.firefox && 'firefox-esr',
    !engines.webkit && 'webkit2gtk-driver xvfb xauth',
    !findPostgres() && 'postgresql',
    !existsSync('/usr/bin/w3m') && 'w3m',
  ];
  installPackages(missing.filter(Boolean));
};

const installWordPress = () => {
  installPackages(findPrograms() ? [] : [PROGRAMS]);
  for (const release of Object.keys(RELEASES)) {
    try {
      fetchWordPress(release, say);
    } catch (error) {
      say(`${error.message}. The tests of the WordPress plugin cannot run.`);
    }
  }
};

const installLhcForms = () => {
  if (findLhcForms()) return;
  say(`fetching LHC-Forms ${LHC_FORMS} into .cache/lhc-forms`);
  try {
    fetchLhcForms();
  } catch (error) {
    say(`${error.message}. The tests that need LHC-Forms cannot run.`);
  }
};

if (nodeIsOld()) {
  withNewerNode();
} else {
  if (!dependenciesMatch()) {
    say('installing dependencies with npm ci');
    npm(['ci'], root);
  }
  if (flags.includes('--browsers')) {
    installBrowsers();
    installLhcForms();
  }
  if (flags.includes('--wordpress')) installWordPress();
  if (script[0]) {
    process.argv = [process.argv[0], resolve(root, script[0]), ...script.slice(1)];
    await import(pathToFileURL(process.argv[1]).href);
  }
}
