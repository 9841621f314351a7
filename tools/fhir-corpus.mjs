// The Questionnaires of two packages of HL7, for tests and for docs/fhir-conformance.md. The packages have 200 MB, so they are no
// dependencies: the first call fetches them with npm, compares their hashes and keeps what is about Questionnaires in .cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'fhir-corpus');

const PACKAGES = {
  'hl7.fhir.r4.examples@4.0.1': 'sha512-DXBdIZOeQaSKIgCU7w6HOC7sw/6BzylmipLkBW4f//pT+Bc94x+8LImwTdvaNThPJoOzpBzvxAzNqjeu3X/zLw==',
  'hl7.fhir.uv.sdc@4.0.0-ballot': 'sha512-pgQtd+CtCpC4/exNcqYjEyobQu/xAFR8xuicGUxx4jMiZU4KUAf1n4lzOJOLn0eWw414uvUcwnDktUkGWytlMw==',
};

/** A file that has such a resource, also inside another one. */
const KEPT = /"resourceType"\s*:\s*"Questionnaire(Response)?"/;

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

function fetchPackage(name, target) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fetch-'));
  try {
    const shell = process.platform === 'win32';
    const { status, stderr } = spawnSync('npm', ['pack', name, '--pack-destination', folder], { encoding: 'utf8', shell });
    if (status !== 0) throw new Error(`npm pack ${name} failed: ${stderr}`);
    const archive = readFileSync(join(folder, globSync('*.tgz', { cwd: folder })[0]));
    const hash = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    if (hash !== PACKAGES[name]) throw new Error(`${name} has another hash: ${hash}`);
    const kept = join(folder, 'kept');
    mkdirSync(kept);
    for (const [path, content] of filesIn(gunzipSync(archive))) {
      if (path.endsWith('.json') && KEPT.test(content.toString('utf8'))) writeFileSync(join(kept, basename(path)), content);
    }
    renameSync(kept, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every resource of a type in a value, with its path. */
function* resourcesIn(data, type, path = '') {
  if (typeof data !== 'object' || !data) return;
  if (data.resourceType === type) yield [path, data];
  for (const [name, value] of Object.entries(data)) yield* resourcesIn(value, type, path ? `${path}.${name}` : name);
}

/** Every resource of a type in the packages: `{name, resource}`. The name is the file and, inside another resource, the path. */
export function corpus(type = 'Questionnaire') {
  return Object.keys(PACKAGES).flatMap(name => {
    const folder = join(cache, name);
    if (!existsSync(folder)) fetchPackage(name, folder);
    return globSync('*.json', { cwd: folder }).sort().flatMap(file => {
      const data = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [...resourcesIn(data, type)].map(([path, resource]) => {
        return { name: file.replace(/\.json$/, '') + (path && ` ${path}`), package: name, resource };
      });
    });
  });
}
