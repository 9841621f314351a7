import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { build } from 'vite';
import { elementsOf } from '../../tools/frameworks/elements.mjs';
import { GUIDES, withHostCode } from '../../tools/host-snippets.mjs';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

interface Field {
  name: string;
  type?: { text: string };
}
interface Declaration {
  tagName?: string;
  members: Field[];
  events: Field[];
}
const manifest = (): { modules: { declarations: Declaration[] }[] } => JSON.parse(read('custom-elements.json')) as never;
const elements = elementsOf(manifest());

/** The manifest after a change of one element. */
const changed = (change: (element: Declaration) => void): unknown => {
  const all = manifest();
  change(all.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'attune-journal')!);
  return all;
};

test('the list for frameworks has every element, with the module that registers it', () => {
  const folders = readdirSync(new URL('src/elements/', root));
  assert.deepEqual(elements.map(({ tag }) => tag), folders.map((name) => `attune-${name}`).sort());
  for (const { definePath, className } of elements) {
    assert.ok(existsSync(new URL(`dist/${definePath}`, root)), definePath);
    assert.match(read('src/index.ts'), new RegExp(`\\b${className}\\b`));
  }
});

test('a type that only our modules know is read from the class', () => {
  const { properties, events } = elements.find(({ tag }) => tag === 'attune-trust-questionnaire')!;
  const typeOf = (name: string) => properties.find((each) => each.name === name)!.type;
  assert.equal(typeOf('length'), "'full' | 'pulse'");
  assert.equal(typeOf('value'), "AttuneTrustQuestionnaire['value']");
  assert.equal(typeOf('form'), 'string');
  assert.equal(events.find(({ name }) => name === 'attune-submit')!.detailType, "AttuneSubmitEvent['detail']");
});

test('a property or an event without a type is an error, and never `any`', () => {
  const nameless = changed(({ members }) => delete members.find(({ name }) => name === 'kept')!.type);
  assert.throws(() => elementsOf(nameless), /AttuneJournal\.kept has no type/);
  const loose = changed(({ members }) => (members.find(({ name }) => name === 'strings')!.type = { text: 'Record<string, any>' }));
  assert.throws(() => elementsOf(loose), /AttuneJournal\.strings has no type/);
  const unknown = changed(({ events }) => (events[0]!.type = { text: 'CustomEvent' }));
  assert.throws(() => elementsOf(unknown), /CustomEvent is no event class/);
});

test('every declaration for a framework has types: none is `any`', () => {
  const names = readdirSync(new URL('dist/frameworks/', root)).filter((name) => name.endsWith('.d.ts'));
  assert.ok(names.includes('react.d.ts'), names.join(' '));
  for (const name of names) assert.doesNotMatch(read(`dist/frameworks/${name}`), /[:<|&(]\s*any\b/, name);
});

test('every declaration for a framework is TypeScript, also of an attribute with a dash that has no property', () => {
  const names = readdirSync(new URL('dist/frameworks/', root)).filter((name) => name.endsWith('.d.ts'));
  for (const name of names) {
    const { diagnostics = [] } = ts.transpileModule(read(`dist/frameworks/${name}`), { reportDiagnostics: true, fileName: name.replace('.d.ts', '.ts') });
    assert.deepEqual(diagnostics.map(({ messageText }) => messageText), [], name);
  }
  assert.match(read('dist/frameworks/react.d.ts'), /^ {2}closedRoot\?: boolean/m);
  assert.match(read('dist/frameworks/react.d.ts'), /^ {2}'closed-root'\?: boolean/m);
  assert.match(read('dist/frameworks/angular/journal.js'), /"closedRoot":"closed-root"/);
});

test('a page with one React component gets the code of one element', async () => {
  const entry = fileURLToPath(new URL('page.js', root));
  const built = await build({
    root: fileURLToPath(root),
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rollupOptions: { input: entry, external: ['react', /^lit/, /^@lit/] } },
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) =>
          id === entry ? id : id === 'attune-elements/react' ? fileURLToPath(new URL('dist/frameworks/react.js', root)) : undefined,
        load: (id) => (id === entry ? "import { AttuneWhyTrust } from 'attune-elements/react';\nconsole.log(AttuneWhyTrust);" : undefined),
      },
    ],
  });
  const { output } = [built].flat()[0] as { output: { code: string }[] };
  const tags = output[0]!.code.match(/defineElement\(['"]attune-[\w-]+/g);
  assert.deepEqual(tags?.map((text) => text.slice(15)), ['attune-why-trust']);
});

for (const guide of GUIDES) {
  test(`the code of applications in ${guide} is as it is in test/hosts (node tools/host-snippets.mjs)`, () => {
    const text = read(guide);
    assert.ok(text.includes('<!-- code test/hosts/'), 'it shows some');
    assert.equal(text, withHostCode(text));
  });
}

test('every element has a component for Vue, a directive for Angular and a typed tag for Svelte and Astro', () => {
  const [vue, angular, svelte, astro] = ['vue', 'angular', 'svelte', 'astro'].map((name) => read(`dist/frameworks/${name}.d.ts`)) as [string, string, string, string];
  for (const { tag, className } of elements) {
    assert.match(vue, new RegExp(`export declare const ${className}: Component<`));
    assert.ok(vue.includes(`    '${tag}': Tag<`), tag);
    assert.match(angular, new RegExp(`export declare class ${className}\\b`));
    for (const types of [svelte, astro]) assert.ok(types.includes(`    '${tag}': ${className}Tag;`), tag);
    for (const framework of ['vue', 'angular']) {
      const name = tag.replace('attune-', '');
      assert.ok(read(`dist/frameworks/${framework}/${name}.js`).includes(`import '../../define/${name}.js';`), `${framework}: ${tag} is registered`);
    }
  }
});

test('an Angular directive is written as a library is: the compiler of the application completes it', () => {
  const code = read('dist/frameworks/angular/trust-questionnaire.js');
  assert.match(code, /ɵɵngDeclareDirective\(\{ minVersion: '14\.0\.0'/);
  assert.match(code, /isStandalone: true, selector: 'attune-trust-questionnaire'/);
  assert.match(code, /provide: NG_VALUE_ACCESSOR/);
  assert.doesNotMatch(read('dist/frameworks/angular/journal.js'), /@angular\/forms/, 'what is no control needs no forms');
});
