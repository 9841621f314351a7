// Questionnaires that others wrote, for tests and for docs/fhir-conformance.md: those of two packages of HL7, and those with which another
// renderer, Smart Forms, is tested. The packages have 200 MB, so they are no dependencies: the first call fetches them with npm,
// compares their hashes and keeps what is about Questionnaires in .cache.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { fetchPackage } from './npm-package.mjs';

const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'fhir-corpus');

/** The packages of HL7. */
export const HL7 = ['hl7.fhir.r4.examples@4.0.1', 'hl7.fhir.uv.sdc@4.0.0-ballot'];
const SMART_FORMS = '@aehrc/smart-forms-renderer@0.45.1';
export const EVERYBODY = [...HL7, SMART_FORMS];

const INTEGRITY = {
  'hl7.fhir.r4.examples@4.0.1': 'sha512-DXBdIZOeQaSKIgCU7w6HOC7sw/6BzylmipLkBW4f//pT+Bc94x+8LImwTdvaNThPJoOzpBzvxAzNqjeu3X/zLw==',
  'hl7.fhir.uv.sdc@4.0.0-ballot': 'sha512-pgQtd+CtCpC4/exNcqYjEyobQu/xAFR8xuicGUxx4jMiZU4KUAf1n4lzOJOLn0eWw414uvUcwnDktUkGWytlMw==',
  [SMART_FORMS]: 'sha512-krosjcbLi1xSZpFYyMyu8ERC3n9o609mzpmYu0sDy6Ug6vlYdjnI/deNZcDkoT7vCXlW2CAqqW6qivA4Xm7H8Q==',
};

/** A file that has such a resource, also inside another one. */
const KEPT = /"resourceType"\s*:\s*"Questionnaire(Response)?"/;

const isKept = ([path, content]) => path.endsWith('.json') && KEPT.test(content.toString('utf8'));

const keepJson = (files, folder) => {
  for (const file of files) if (isKept(file)) writeFileSync(join(folder, basename(file[0])), file[1]);
};

/** The values that a module of data exports. It cannot reach anything. */
function exportsOf(typeScript) {
  const { outputText } = ts.transpileModule(typeScript, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const exports = {};
  runInNewContext(outputText, { exports });
  return exports;
}

/** Smart Forms has its forms as modules, and some as JSON. */
const keepStories = (files, folder) => {
  for (const [path, content] of files) {
    const text = content.toString('utf8');
    if (!path.includes('/src/stories/assets/') || !/resourceType"?: ?['"]Questionnaire/.test(text)) continue;
    const found = path.endsWith('.json') ? { [basename(path, '.json')]: JSON.parse(text) } : exportsOf(text);
    for (const [name, data] of Object.entries(found)) {
      if (String(data?.resourceType).startsWith('Questionnaire')) writeFileSync(join(folder, `${name}.json`), JSON.stringify(data));
    }
  }
};

/** Every resource of a type in a value, with its path. */
function* resourcesIn(data, type, path = '') {
  if (typeof data !== 'object' || !data) return;
  if (data.resourceType === type) yield [path, data];
  for (const [name, value] of Object.entries(data)) yield* resourcesIn(value, type, path ? `${path}.${name}` : name);
}

/** Every resource of a type in packages: `{name, package, resource}`. The name is the file and, inside another resource, the path. */
export function corpus(type = 'Questionnaire', packages = HL7) {
  return packages.flatMap(name => {
    const folder = join(cache, name);
    fetchPackage(name, INTEGRITY[name], folder, name === SMART_FORMS ? keepStories : keepJson);
    return globSync('*.json', { cwd: folder }).sort().flatMap(file => {
      const data = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [...resourcesIn(data, type)].map(([path, resource]) => {
        return { name: file.replace(/\.json$/, '') + (path && ` ${path}`), package: name, resource };
      });
    });
  });
}
