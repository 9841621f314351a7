import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (command: string, args: string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  assert.equal(status, 0, `${command}: ${stdout}\n${stderr}`);
  return stdout;
};
const bin = (path: string, ...args: string[]) => run(process.execPath, [join(root, 'node_modules', path), ...args], root);

let work: string;
let tarball: string;
let consumer: string;

before(() => {
  work = mkdtempSync(join(tmpdir(), 'attune-pack-'));
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', work], root);
  tarball = join(work, readdirSync(work).find(name => name.endsWith('.tgz'))!);
  consumer = join(work, 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{"name": "consumer", "private": true, "type": "module"}');
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], consumer);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('publint finds nothing', () => {
  assert.match(bin('publint/src/cli.js', tarball, '--strict'), /All good/);
});

test('types resolve for every entry (are the types wrong, esm-only)', () => {
  bin('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'custom-elements.json', 'html/fallback.css');
});

/** Imports an entry in plain Node without a DOM. Returns its exports and the globals that it added. */
const imported = (entry: string) => {
  const script = `
    const before = Object.getOwnPropertyNames(globalThis);
    const module = await import(${JSON.stringify(entry)});
    const added = Object.getOwnPropertyNames(globalThis).filter(name => !before.includes(name));
    console.log(JSON.stringify({ names: Object.keys(module), added }));`;
  const out = run(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], consumer);
  return JSON.parse(out) as { names: string[]; added: string[] };
};
// In Node, Lit adds a substitute for customElements and globals with its versions.
const foreign = (added: string[]) => added.filter(name => !/^(lit|reactiveElement|customElements$)/.test(name));

test('attune-elements can be imported in plain Node and adds no globals', () => {
  const { names, added } = imported('attune-elements');
  assert.ok(names.includes('AttuneSubmitEvent'), names.join(' '));
  assert.deepEqual(foreign(added), []);
});

test('attune-elements/core can be imported in plain Node and adds no globals', () => {
  const { names, added } = imported('attune-elements/core');
  for (const name of ['createSession', 'readResponse', 'score', 'defineInstrument']) assert.ok(names.includes(name), name);
  assert.deepEqual(added, []);
});

test('attune-elements/instruments can be imported in plain Node and adds no globals', () => {
  const { names, added } = imported('attune-elements/instruments');
  for (const name of ['getInstrument', 'listInstruments', 'listTranslations', 'registerInstrument', 'registerTranslation', 'reviewTranslation']) assert.ok(names.includes(name), name);
  assert.deepEqual(added, []);
});

test('attune-elements/translations/de can be imported in plain Node and adds no globals', () => {
  for (const entry of ['de', 'de/trust-12']) assert.deepEqual(imported(`attune-elements/translations/${entry}`), { names: [], added: [] });
});

test('attune-elements/html can be imported in plain Node and adds no globals', () => {
  const { names, added } = imported('attune-elements/html');
  assert.deepEqual(names.sort(), ['readForm', 'renderFallback']);
  assert.deepEqual(added, []);
});

test('attune-elements/adopt can be imported in plain Node, where there is no page', () => {
  assert.deepEqual(imported('attune-elements/adopt'), { names: [], added: [] });
});

test('attune-elements/drafts can be imported in plain Node, where there is no page', () => {
  assert.deepEqual(imported('attune-elements/drafts'), { names: ['eraseDrafts'], added: [] });
});

test('attune-elements/statistics can be imported in plain Node and adds no globals', () => {
  const { names, added } = imported('attune-elements/statistics');
  const functions = ['cronbachAlpha', 'itemRows', 'itemStatistics', 'omega', 'responseQuality'];
  assert.deepEqual(names.sort(), functions);
  assert.deepEqual(added, []);
});

test('attune-elements/fhir can be imported in plain Node and adds no globals', () => {
  const { names, added } = imported('attune-elements/fhir');
  const reading = ['fromQuestionnaire', 'fromQuestionnaireExpanded', 'fromQuestionnaireResponse'];
  const functions = ['assembleQuestionnaire', 'canonicalOf', 'extensionDefinitions', ...reading, 'terminologyOf', 'toBundle', 'toObservations', 'toQuestionnaire', 'toQuestionnaireResponse'];
  assert.deepEqual(names.sort(), ['CANONICAL_BASE', ...functions]);
  assert.deepEqual(added, []);
});

test('npx runs attune-fhir', () => {
  const questionnaire = JSON.parse(run('npx', ['--no-install', 'attune-fhir', 'convert', 'trust-pulse', '--language', 'de'], consumer)) as { language: string };
  assert.equal(questionnaire.language, 'de');
});

test('the package contains the Questionnaire of each form as a file that can be imported', () => {
  for (const version of ['r4', 'r5']) {
    const names = readdirSync(join(consumer, 'node_modules/attune-elements/dist/fhir', version));
    assert.ok(names.filter(name => name.startsWith('Questionnaire-')).length >= 14, names.join(' '));
    const script = names.map(name => `import '${`attune-elements/fhir/${version}/${name}`}' with { type: 'json' };`).join('\n');
    run(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], consumer);
  }
});

test('attune-elements/define can be imported in plain Node, for servers that render pages', () => {
  assert.deepEqual(foreign(imported('attune-elements/define').added), []);
  const names = readdirSync(join(consumer, 'node_modules/attune-elements/dist/define')).filter(name => name.endsWith('.js'));
  for (const name of names) imported(`attune-elements/define/${name.replace('.js', '')}`);
});

/** What a report of the installed package says, in Node with these conditions. */
const reported = (...conditions: string[]): unknown => {
  const script = `
    const { report } = await import('./node_modules/attune-elements/dist/ui/host/report.js');
    const said = [];
    console.warn = text => said.push(text);
    const element = { localName: 'attune-x', dispatchEvent: ({ detail }) => said.push(detail) };
    report(element, 'unknown-instrument', 'warmth');
    report(element, 'too-late', '', 'r1');
    console.log(JSON.stringify(said));`;
  return JSON.parse(run(process.execPath, [...conditions, '--input-type=module', '--no-warnings', '-e', script], consumer));
};

test('a report says its code, the place and where to read on', () => {
  assert.deepEqual(reported(), [
    '<attune-x> unknown-instrument: warmth (docs/errors.md)',
    { code: 'unknown-instrument', message: 'warmth' },
    '<attune-x> too-late (docs/errors.md)',
    { code: 'too-late', message: '', responseId: 'r1' },
  ]);
});

test('under the condition "development" a report has sentences', () => {
  assert.deepEqual(reported('--conditions=development'), [
    '<attune-x> unknown-instrument: No instrument is registered under this name: warmth (docs/errors.md)',
    { code: 'unknown-instrument', message: 'No instrument is registered under this name: warmth' },
    '<attune-x> too-late: waitUntil() was called after the event was over (docs/errors.md)',
    { code: 'too-late', message: 'waitUntil() was called after the event was over', responseId: 'r1' },
  ]);
});

test('the package has the page for a frame, and each of its files by name', () => {
  const names = ['index.html', 'frame.js', 'frame.css', 'locales/de.js'];
  const script = `console.log(JSON.stringify(${JSON.stringify(names)}.map(name => import.meta.resolve('attune-elements/frame/' + name))))`;
  const found = JSON.parse(run(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], consumer)) as string[];
  for (const url of found) assert.ok(existsSync(fileURLToPath(url)), url);
});

test('the package contains the schemas, and they can be imported', () => {
  const folder = join(consumer, 'node_modules/attune-elements/dist/schema');
  const names = readdirSync(folder).filter(name => name.endsWith('.json'));
  assert.ok(names.length >= 2, names.join(' '));
  const script = names.map(name => `import '${`attune-elements/schema/${name}`}' with { type: 'json' };`).join('\n');
  run(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], consumer);
});

test('the package contains all needed files and no others', () => {
  const base = join(consumer, 'node_modules/attune-elements');
  for (const path of ['LICENSE', 'README.md', 'package.json', 'custom-elements.json', 'dist/cdn/attune.js', 'dist/cdn/integrity.json']) {
    assert.ok(existsSync(join(base, path)), path);
  }
  const top = readdirSync(base).sort();
  assert.deepEqual(top, ['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md', 'custom-elements.json', 'dist', 'docs', 'package.json']);
});

test('TypeScript code of a consumer compiles without skipLibCheck', () => {
  writeFileSync(
    join(consumer, 'page.ts'),
    `import 'attune-elements/define';
import { AttuneSubmitEvent } from 'attune-elements';
import { score, type Response } from 'attune-elements/core';
import { getInstrument, listInstruments } from 'attune-elements/instruments';
import { cronbachAlpha, itemRows } from 'attune-elements/statistics';
import { toBundle, type Questionnaire, toQuestionnaire } from 'attune-elements/fhir';
document.addEventListener('attune-submit', event => {
  const { response }: { response: Response } = event.detail;
  event.waitUntil(Promise.resolve(response.id));
  console.log(event instanceof AttuneSubmitEvent, score, getInstrument, listInstruments);
  const asked = getInstrument(response.instrument.id, response.instrument.options);
  if (asked.ok) {
    const form: Questionnaire<'R5'> = toQuestionnaire(asked.instrument, { fhirVersion: 'R5' }).resource;
    console.log(form.url, toBundle(response, asked.instrument, { fhirVersion: 'R4' }).issues);
  }
  const matrix = asked.ok && itemRows(asked.instrument, [response]);
  if (matrix && matrix.ok) {
    const result = cronbachAlpha(matrix.rows);
    console.log(result.ok ? result.alpha : result.reason);
  }
});
`,
  );
  compiles('page.ts');
});

const compiles = (file: string): void => {
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022', module: 'NodeNext', lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [], strict: true, noEmit: true,
        exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, jsx: 'react-jsx', resolveJsonModule: true,
        skipLibCheck: false, // also checks the declarations
      },
      files: [file],
    }),
  );
  bin('typescript/bin/tsc', '-p', consumer, '--pretty', 'false');
};

/** Links a package of this repository into the consumer. */
const link = (name: string): void => {
  const place = join(consumer, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(place)) symlinkSync(realpathSync(join(root, 'node_modules', name)), place);
};

test('strict TSX of a consumer has types for components, tags, props and events, and accepts an imported JSON file as an instrument', () => {
  link('@types/react');
  writeFileSync(join(consumer, 'own.json'), '{"schema": 1, "id": "own", "version": "1.0.0"}');
  writeFileSync(
    join(consumer, 'page.tsx'),
    `import { AttuneMilestoneBadge, AttuneQuestionnaire, type AttuneQuestionnaireElement, AttuneSession, AttuneTrustQuestionnaire, type AttuneTrustQuestionnaireProps } from 'attune-elements/react';
import type { AttuneSubmitEvent, Response } from 'attune-elements';
import { useRef } from 'react';
import own from './own.json' with { type: 'json' };
const keep = (event: AttuneSubmitEvent) => event.waitUntil(Promise.resolve(event.detail.response.id));
const defaults: AttuneTrustQuestionnaireProps = { length: 'pulse', keepOnReset: true };
export function Page({ records, who }: { records: Response[]; who?: string }) {
  const widget = useRef<AttuneQuestionnaireElement>(null);
  return (
    <form id="intake" onSubmit={() => void widget.current?.reportValidity()}>
      <AttuneSession quickHide headingLevel={3} onAttuneSessionSubmit={({ detail }) => console.log(detail.submissions.length)}>
        <AttuneTrustQuestionnaire {...defaults} who={who} className="wide" lang="en" card density="compact" value={records[0] ?? null}>
          <span slot="crisis">112</span>
        </AttuneTrustQuestionnaire>
        <AttuneQuestionnaire ref={widget} key="own" instrument={own} strings={{ staysHere: 'It stays here.' }} form="intake" onAttuneSubmit={keep} onInput={({ target }) => console.log(target)} />
      </AttuneSession>
      <AttuneMilestoneBadge onAttuneMilestone={(event) => event.waitUntil(Promise.resolve(event.detail.action))} />
      <attune-trust-questionnaire length="pulse" heading-level="3" class="wide" name="trust"><span slot="crisis">112</span></attune-trust-questionnaire>
    </form>
  );
}
// @ts-expect-error unknown length
export const one = <AttuneTrustQuestionnaire length="long" />;
// @ts-expect-error not a number
export const two = <AttuneQuestionnaire headingLevel="three" />;
// @ts-expect-error read-only
export const three = <AttuneQuestionnaire validity={{}} />;
// @ts-expect-error a method
export const four = <AttuneQuestionnaire reset={() => {}} />;
// @ts-expect-error handler of another event
export const five = <AttuneQuestionnaire onAttunePage={keep} />;
// @ts-expect-error unknown tag
export const six = <attune-nothing />;
// @ts-expect-error React loses this event when it hydrates
export const seven = <attune-trust-questionnaire onattune-submit={keep} />;
// @ts-expect-error no such words
export const eight = <AttuneQuestionnaire strings={{ nothing: 'Go' }} />;
// @ts-expect-error it sends no record
export const nine = <AttuneMilestoneBadge onAttuneSubmit={keep} />;
// @ts-expect-error it is in no form
export const ten = <AttuneSession keepOnReset />;
`,
  );
  compiles('page.tsx');
});

test('the types of a tag say why React loses an event', () => {
  writeFileSync(join(consumer, 'lost.tsx'), `import 'attune-elements/react';\nexport const lost = <attune-session onattune-session-submit={() => {}} />;\n`);
  assert.throws(() => compiles('lost.tsx'), /React loses this event when it hydrates\. Use the component from attune-elements\/react/);
});

test('attune-elements/react can be imported in plain Node, exports one component for each element, and adds no globals', () => {
  link('react');
  const { names, added } = imported('attune-elements/react');
  const classes = imported('attune-elements').names.filter((name) => /^Attune(?!.*Event$)/.test(name));
  assert.deepEqual(names.sort(), classes.sort());
  assert.deepEqual(foreign(added), []);
});

test('installing runs no script of the package', () => {
  const installed = JSON.parse(readFileSync(join(consumer, 'node_modules/attune-elements/package.json'), 'utf8')) as { scripts?: Record<string, string> };
  for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(installed.scripts?.[hook], undefined, hook);
});
