// The Questionnaires of two packages of HL7, for tests and for docs/fhir-conformance.md. The packages have 200 MB, so they are no
// dependencies: the first call fetches them with npm, compares their hashes and keeps what is about Questionnaires in .cache.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from './npm-package.mjs';

const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'fhir-corpus');

const PACKAGES = {
  'hl7.fhir.r4.examples@4.0.1': 'sha512-DXBdIZOeQaSKIgCU7w6HOC7sw/6BzylmipLkBW4f//pT+Bc94x+8LImwTdvaNThPJoOzpBzvxAzNqjeu3X/zLw==',
  'hl7.fhir.uv.sdc@4.0.0-ballot': 'sha512-pgQtd+CtCpC4/exNcqYjEyobQu/xAFR8xuicGUxx4jMiZU4KUAf1n4lzOJOLn0eWw414uvUcwnDktUkGWytlMw==',
};

/** A file that has such a resource, also inside another one. */
const KEPT = /"resourceType"\s*:\s*"Questionnaire(Response)?"/;

const isKept = ([path, content]) => path.endsWith('.json') && KEPT.test(content.toString('utf8'));

const keep = (files, folder) => {
  for (const file of files) if (isKept(file)) writeFileSync(join(folder, basename(file[0])), file[1]);
};

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
    fetchPackage(name, PACKAGES[name], folder, keep);
    return globSync('*.json', { cwd: folder }).sort().flatMap(file => {
      const data = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [...resourcesIn(data, type)].map(([path, resource]) => {
        return { name: file.replace(/\.json$/, '') + (path && ` ${path}`), package: name, resource };
      });
    });
  });
}
