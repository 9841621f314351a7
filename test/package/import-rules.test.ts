import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Applies the import rules to the folder `src` inside `base`. */
async function check(base: string): Promise<ICruiseResult> {
  const { forbidden, options } = config;
  const { tsConfig, ...rest } = options;
  // The trees of these tests have none.
  const own = base === root && { tsConfig: { fileName: join(root, tsConfig!.fileName!) } };
  const { output } = await cruise(['src'], { ...rest, ...own, baseDir: base, validate: true, ruleSet: { forbidden } } as never);
  return output as ICruiseResult;
}

const places: string[] = [];
after(() => places.forEach((place) => rmSync(place, { recursive: true })));

/** The rules that a tree of files breaks. A file is given by its path in `src` and the modules that it imports. */
async function broken(files: Record<string, string[]>): Promise<string[]> {
  const base = mkdtempSync(join(tmpdir(), 'attune-imports-'));
  places.push(base);
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text);
  };
  for (const name of ['fhirpath', 'lit', 'ml-matrix', 'react']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  for (const [path, imports] of Object.entries(files)) {
    const lines = imports.map((from, i) => `import type * as m${i} from '${from}';\nexport type T${i} = typeof m${i};\n`);
    put(`src/${path}`, lines.join('') || 'export {};\n');
  }
  const { summary } = await check(base);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

/** The rules that one import breaks. Both files exist. */
const refusals = (file: string, target: string) => {
  const up = '../'.repeat(file.split('/').length - 1) || './';
  return target.endsWith('.ts') ? broken({ [file]: [up + target], [target]: [] }) : broken({ [file]: [target] });
};

test('no file of src breaks an import rule', async () => {
  const { summary, modules } = await check(root);
  assert.deepEqual(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`), []);
  assert.ok(modules.length > 200);
});

test('an element imports the content of one instrument, the trust questionnaire also of its short form', async () => {
  const { modules } = await check(root);
  const content = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const [, element] = /^src\/elements\/([^/]+)\//.exec(source) ?? [];
    if (!element) continue;
    const instruments = content.get(element) ?? new Set();
    for (const { resolved } of dependencies) {
      if (resolved.startsWith('src/instruments/') && !/\/(registry|in-language|translation-shelf)\.ts$/.test(resolved)) instruments.add(resolved);
    }
    content.set(element, instruments);
  }
  for (const [element, instruments] of content) {
    const most = element === 'trust-questionnaire' ? 2 : 1;
    assert.ok(instruments.size <= most, `${element}: ${[...instruments].join(', ')}`);
  }
});

const REFUSED: [file: string, target: string, rule: string][] = [
  ['core/answering/session.ts', 'lit', 'core-imports'],
  ['core/answering/session.ts', 'events/submit-event.ts', 'core-imports'],
  ['core/plain-data/same.ts', 'core/item-types/text.ts', 'core-plain-data-imports'],
  ['core/item-types/text.ts', 'core/instrument/value.ts', 'core-item-types-imports'],
  ['core/instrument/value.ts', 'core/record/response.ts', 'core-instrument-imports'],
  ['core/record/response.ts', 'core/scoring/score.ts', 'core-answering-and-record-imports'],
  ['core/scoring/score.ts', 'statistics/index.ts', 'core-imports'],
  ['statistics/omega.ts', 'lit', 'statistics-imports'],
  ['statistics/omega.ts', 'instruments/trust-12.ts', 'statistics-imports'],
  ['fhir/bundle.ts', 'lit', 'fhir-imports'],
  ['fhir/bundle.ts', 'instruments/trust-12.ts', 'fhir-imports'],
  ['fhir/bundle.ts', 'fhirpath', 'fhirpath-is-in-an-entry-of-its-own'],
  ['fhir/bundle.ts', 'fhir/expressions/index.ts', 'fhirpath-is-in-an-entry-of-its-own'],
  ['core/scoring/score.ts', 'fhir/bundle.ts', 'core-imports'],
  ['core/scoring/score.ts', 'node:fs', 'core-imports'],
  ['fhir/bundle.ts', 'node:fs', 'fhir-imports'],
  ['fhir/bundle.ts', 'command-line/run.ts', 'fhir-imports'],
  ['command-line/run.ts', 'ui/host/report.ts', 'command-line-imports'],
  ['command-line/run.ts', 'lit', 'command-line-imports'],
  ['command-line/run.ts', 'node:net', 'command-line-imports'],
  ['events/submit-event.ts', 'ui/host/report.ts', 'events-imports'],
  ['ui/host/report.ts', 'elements/why-trust/why-trust.ts', 'ui-imports'],
  ['ui/host/report.ts', 'ml-matrix', 'ui-imports'],
  ['ui/host/report.ts', 'instruments/registry.ts', 'ui-imports'],
  ['elements/why-trust/why-trust.ts', 'elements/milestone-badge/milestone-badge.ts', 'elements-are-apart'],
  ['elements/why-trust/why-trust.ts', 'lit', 'elements-imports'],
  ['ui/host/widget.ts', 'lit', 'lit-is-in-one-folder'],
  ['elements/why-trust/why-trust.ts', 'define/all.ts', 'elements-imports'],
  ['elements/why-trust/why-trust.ts', 'statistics/index.ts', 'elements-imports'],
  ['define/why-trust.ts', 'instruments/trust-12.ts', 'content-is-not-registered-by-one-element'],
  ['elements/why-trust/why-trust.ts', 'fhir/bundle.ts', 'elements-imports'],
  ['define/questionnaire.ts', 'statistics/index.ts', 'define-imports'],
  ['frame/messaging/renderer.ts', 'frame/screen.ts', 'frame-messaging-imports'],
  ['frame/messaging/renderer.ts', 'ui/host/now.ts', 'frame-messaging-imports'],
  ['frame/screen.ts', 'statistics/index.ts', 'frame-imports'],
  ['helpers/x.ts', 'core/answering/session.ts', 'known-folder'],
];

for (const [file, target, rule] of REFUSED) {
  test(`${file} may not import ${target}`, async () => assert.deepEqual(await refusals(file, target), [rule]));
}

const ALLOWED: [file: string, target: string][] = [
  ['statistics/one-factor.ts', 'ml-matrix'],
  ['fhir/expressions/compile.ts', 'fhirpath'],
  ['core/scoring/norms.ts', 'core/change/measurement-error.ts'],
  ['define/questionnaire.ts', 'instruments/registry.ts'],
  ['frame/messaging/renderer.ts', 'fhir/bundle.ts'],
  ['frame/page.ts', 'define/fhir-questionnaire.ts'],
  ['ui/questionnaire/filling.ts', 'instruments/translation-shelf.ts'],
  ['define/all.ts', 'instruments/index.ts'],
  ['command-line/run.ts', 'fhir/bundle.ts'],
  ['command-line/run.ts', 'node:fs/promises'],
  ['elements/why-trust/why-trust.ts', 'instruments/why-trust.ts'],
  ['ui/lit/lit.ts', 'lit'],
];

for (const [file, target] of ALLOWED) {
  test(`${file} may import ${target}`, async () => assert.deepEqual(await refusals(file, target), []));
}

test('two files may not import each other, not even for types', async () => {
  const circle = { 'core/record/a.ts': ['./b.ts'], 'core/record/b.ts': ['./a.ts'] };
  assert.deepEqual(await broken(circle), ['no-circular']);
});

test('an import of a file that does not exist is refused', async () => {
  assert.deepEqual(await broken({ 'ui/host/a.ts': ['./missing.ts'] }), ['no-unresolved', 'ui-imports']);
});
