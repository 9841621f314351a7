import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { software } from '../../src/internal/software.ts';
import { manifestText } from '../../tools/manifest.mjs';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const has = (path: string) => existsSync(new URL(path, root));
const pkg = JSON.parse(read('package.json')) as {
  version: string;
  license: string;
  files: string[];
  dependencies: Record<string, string>;
};

interface Manifest {
  modules: { path: string; exports: { kind: string; name: string }[]; declarations: { name: string; tagName?: string; summary?: string }[] }[];
}

const elements = readdirSync(new URL('src/elements/', root), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
const pascal = (name: string) => name.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());

test('custom-elements.json says what the sources say (npm run manifest writes it)', async () => {
  assert.equal(read('custom-elements.json'), await manifestText());
});

test('the record names this version of the package', () => {
  assert.deepEqual(software, { name: 'attune-elements', version: pkg.version });
});

test('the package is MIT and depends on Lit, for widgets, and a matrix library, for the statistics alone', () => {
  assert.equal(pkg.license, 'MIT');
  assert.match(read('LICENSE'), /MIT License/);
  assert.deepEqual(Object.keys(pkg.dependencies), ['@lit/context', 'lit', 'ml-matrix']);
});

test('every registration belongs to an element', () => {
  const registered = readdirSync(new URL('src/define/', root)).map(name => name.replace('.ts', ''));
  assert.deepEqual(registered.filter(name => name !== 'all').sort(), [...elements].sort());
});

for (const name of elements) {
  const className = `Attune${pascal(name)}`;
  test(`attune-${name} has class, registration, export, story, test and manifest entry`, () => {
    assert.match(read(`src/elements/${name}/${name}.ts`), new RegExp(`export class ${className}\\b`));
    assert.match(read(`src/define/${name}.ts`), new RegExp(`attune-${name}['"]`));
    assert.match(read('src/define/all.ts'), new RegExp(`['"]\\./${name}\\.ts['"]`));
    assert.match(read('src/index.ts'), new RegExp(`elements/${name}/${name}\\.ts['"]`));
    assert.ok(has(`stories/${name}.stories.ts`), `stories/${name}.stories.ts`);
    assert.ok(has(`test/elements/${name}.test.ts`), `test/elements/${name}.test.ts`);

    const manifest = JSON.parse(read('custom-elements.json')) as Manifest;
    const module = manifest.modules.find(({ path }) => path === `dist/elements/${name}/${name}.js`);
    const declaration = module?.declarations.find(({ tagName }) => tagName === `attune-${name}`);
    assert.equal(declaration?.name, className);
    assert.ok(declaration?.summary, 'an @summary');
    assert.ok(module?.exports.some(({ kind, name: tag }) => kind === 'custom-element-definition' && tag === `attune-${name}`));
  });
}
