// Installs the libraries for comparison into bench/node_modules, in the versions of bench/package-lock.json.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const packages = path => JSON.parse(readFileSync(join(here, path), 'utf8')).packages;

const areInstalled = () => {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(join(here, record))) return false;
  const installed = packages(record);
  return Object.entries(packages('package-lock.json')).every(
    ([path, { version, optional }]) => !path || optional || installed[path]?.version === version,
  );
};

export const installPeers = () => {
  if (areInstalled()) return;
  console.log('[bench] installing the libraries for comparison into bench/node_modules');
  const cli = process.env.npm_execpath;
  const npm = cli ? [process.execPath, cli] : ['npm'];
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci failed in bench');
};

export const versionOf = name => packages('package-lock.json')[`node_modules/${name}`].version;
