import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { software } from '../../src/ui/host/software.ts';
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

interface Documented {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}
interface Declaration {
  kind: string;
  name: string;
  tagName?: string;
  summary?: string;
  superclass?: { name: string };
  members?: Documented[];
  attributes?: (Documented & { fieldName?: string })[];
  events?: Documented[];
  cssProperties?: Documented[];
}
interface Manifest {
  modules: { path: string; exports: { kind: string; name: string }[]; declarations: Declaration[] }[];
}

const elements = readdirSync(new URL('src/elements/', root), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
const pascal = (name: string) => name.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());

test('custom-elements.json matches the sources (npm run manifest writes it)', async () => {
  assert.equal(read('custom-elements.json'), await manifestText());
});

const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
const declared = modules.flatMap(({ declarations }) => declarations);
const tags = declared.filter(({ tagName }) => tagName);
const names = (list: Documented[] = []) => list.map(({ name }) => name).sort();

test('it lists the events that a page can receive from each element, with descriptions, and no others', () => {
  const answers = ['attune-answer', 'attune-error', 'attune-page', 'attune-saved', 'attune-submit', 'change', 'input'];
  const own: Record<string, string[]> = {
    'attune-journal': ['attune-error', 'attune-journal-share', 'change', 'input'],
    'attune-milestone-badge': ['attune-error', 'attune-milestone', 'change', 'input'],
    'attune-milestones': ['attune-error', 'attune-milestone', 'change', 'input'],
    'attune-perspective-gap': ['attune-error'],
    'attune-session': ['attune-error', 'attune-saved', 'attune-session-submit'],
    'attune-trust-levels': ['attune-error'],
    'attune-trust-trend': ['attune-error'],
    'attune-unsent': ['attune-error'],
    'attune-why-trust': ['attune-error'],
  };
  for (const { tagName = '', events } of tags) {
    assert.deepEqual(names(events), own[tagName] ?? answers, tagName);
    assert.ok(events?.every(({ description }) => description) ?? true, tagName);
  }
});

test('it lists only public members and attributes, with literal defaults', () => {
  for (const { name: owner, kind, members = [], attributes = [] } of declared) {
    assert.ok(['class', 'mixin'].includes(kind), owner);
    for (const { name } of members) assert.match(name, /^[a-z]\w*$/i, owner);
    for (const { name } of attributes) assert.match(name, /^[a-z]+(-[a-z]+)*$/, owner);
    for (const { default: value = '0' } of [...members, ...attributes]) assert.match(value, /^('.*'|-?\d+|true|false|undefined)$/, owner);
  }
});

test('it states which strings a host can set, including the own strings of an element', () => {
  const more: Record<string, string> = {
    'attune-boundary-card': 'BoundaryKey',
    'attune-check-in': 'CheckInKey',
    'attune-empathy-checklist': 'FormKey | ScoreKey',
    'attune-mistrust-observation': 'FormKey | ScoreKey',
    'attune-questionnaire': 'FormKey | ScoreKey',
    'attune-reflection': 'ReflectionKey',
  };
  for (const { tagName = '', superclass, members } of tags) {
    if (superclass?.name !== 'QuestionnaireElement') continue;
    const strings = members?.find(({ name }) => name === 'strings');
    assert.equal(strings?.type?.text, `Strings<${more[tagName] ?? 'FormKey'}> | undefined`, tagName);
    assert.ok(strings.description, tagName);
  }
});

test('it lists the common tokens for every element', () => {
  const tokens = new Set((read('src/ui/styles/base.styles.ts') + read('src/ui/styles/control.styles.ts')).match(/--attune-[\w-]+/g));
  for (const { tagName, cssProperties } of tags) {
    assert.deepEqual([...tokens].filter(token => !names(cssProperties).includes(token)), [], tagName);
  }
});

test('a record names this version of the package', () => {
  assert.deepEqual(software, { name: 'attune-elements', version: pkg.version });
});

test('the package is MIT and depends only on Lit for widgets and a matrix library for the statistics', () => {
  assert.equal(pkg.license, 'MIT');
  assert.match(read('LICENSE'), /MIT License/);
  assert.deepEqual(Object.keys(pkg.dependencies), ['@lit/context', 'lit', 'lit-html', 'ml-matrix']);
});

/** Entries that register elements of other entries: all of them, and one with more item types. Some have only what others use. */
const ENTRIES_OF_OTHERS = ['all', 'fhir-expressions', 'fhir-markup', 'fhir-questionnaire'];

test('every file of src/define belongs to an element', () => {
  const registered = readdirSync(new URL('src/define/', root)).map(name => name.replace('.ts', ''));
  assert.deepEqual(registered.filter(name => !ENTRIES_OF_OTHERS.includes(name)).sort(), [...elements].sort());
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
