// Fetches a package of the npm registry that is too large to be a dependency, and keeps a part of it in .cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** The files of a tar archive: [name, content]. */
function* filesIn(tar) {
  let longName;
  for (let at = 0; at + BLOCK <= tar.length && tar[at]; ) {
    const field = (from, length) => tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12), 8) || 0;
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    const type = field(156, 1);
    if (type === 'x') longName = /\bpath=(.*)\n/.exec(content.toString('utf8'))?.[1];
    else {
      const prefix = field(345, 155);
      if (type === '0' || type === '') yield [longName ?? (prefix ? `${prefix}/` : '') + field(0, 100), content];
      longName = undefined;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/**
 * Makes `target` from the files of a package (`name@version`) if it is not there. `keep(files, folder)` gets the files as [path, content]
 * and an empty folder, which becomes `target`, so that it is there as a whole or not at all. A package with another hash is refused.
 */
export function fetchPackage(name, integrity, target, keep) {
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), 'fetch-'));
  try {
    const shell = process.platform === 'win32';
    const { status, stderr } = spawnSync('npm', ['pack', name, '--pack-destination', folder], { encoding: 'utf8', shell });
    if (status !== 0) throw new Error(`npm pack ${name} failed: ${stderr}`);
    const archive = readFileSync(join(folder, globSync('*.tgz', { cwd: folder })[0]));
    const hash = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${name} has another hash: ${hash}`);
    const kept = join(folder, 'kept');
    mkdirSync(kept);
    keep(filesIn(gunzipSync(archive)), kept);
    renameSync(kept, target);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
