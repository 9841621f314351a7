// Whoever imports an entry where there is no page must not be stopped by it: on a server, in a worker, in an edge runtime.
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, string | { default: string }> };

/** The modules that an entry of `exports` stands for. */
const modulesOf = (entry: string): string[] => {
  const target = exports[entry]!;
  const path = typeof target === 'string' ? target : target.default;
  const found = globSync(path.replace('*', '**/*'), { cwd: root });
  return found.filter((name) => name.endsWith('.js'));
};
const entries = Object.keys(exports).filter((entry) => modulesOf(entry).length);
// Angular's compiler must see its directives; test/hosts has an application with them. The frame is a page of its own.
const all = [...new Set(entries.flatMap(modulesOf))].filter((path) => !/^dist\/(frame|frameworks\/angular)\b/.test(path)).sort();
/** They import no package under conditions of its own, so one bundle says enough. */
const isPlain = (path: string): boolean => /^dist\/(cdn|locales|translations)\//.test(path);

const work = mkdtempSync(join(tmpdir(), 'attune-without-page-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** Each module with all that it imports, as a plain script. */
async function bundle(paths: string[], conditions: string[]): Promise<[path: string, code: string][]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: paths,
    outdir: '/',
    outbase: root,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions,
    // React and Vue ask for it, and every bundler of an application answers.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles.map(({ path, text }) => [path.slice(1), text]);
}

/** What Lit and Vue leave behind. Lit's build for Node has stand-ins of its own. */
const isOfLibrary = (name: string): boolean => /^(lit[A-Z]|reactiveElementVersions$|__VUE_)/.test(name);
const isOfLitForNode = (name: string): boolean => ['customElements', 'CustomEvent', 'Event'].includes(name);

/** Evaluates a script in an engine that has the language, and what even the least runtime adds. Returns the globals that it added. */
function addedInBareEngine(code: string): string[] {
  const context = createContext({ atob, btoa, console: { warn() {} }, queueMicrotask() {}, setTimeout() {} });
  const globals = () => runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[];
  const before = [...globals()];
  runInContext(code, context);
  return [...globals()].filter((name) => !before.includes(name) && !isOfLibrary(name));
}

test('there are entries with widgets, pure ones and CDN files', () => {
  for (const path of ['dist/index.js', 'dist/define/all.js', 'dist/core/index.js', 'dist/locales/de.js', 'dist/cdn/session.js', 'dist/cdn/dev/attune.js']) {
    assert.ok(all.includes(path), path);
  }
});

for (const conditions of [[], ['browser'], ['worker'], ['workerd', 'worker', 'browser'], ['edge-light'], ['node'], ['development']]) {
  test(`every entry can be imported without a page, bundled under [${conditions.join(', ')}]`, async () => {
    const bundles = await bundle(conditions.length ? all.filter((path) => !isPlain(path)) : all, conditions);
    assert.ok(bundles.length > 20);
    for (const [path, code] of bundles) {
      let added: string[] = [];
      assert.doesNotThrow(() => (added = addedInBareEngine(code)), path);
      assert.deepEqual(conditions.includes('node') ? added.filter((name) => !isOfLitForNode(name)) : added, [], path);
    }
  });
}

/** Imports modules one after the other in a worker of Node. Returns what of a page is there then. */
async function partsOfAPageAfter(paths: URL[]): Promise<string[]> {
  const script = join(work, 'worker.mjs');
  writeFileSync(
    script,
    `import { parentPort, workerData } from 'node:worker_threads';
for (const path of workerData) await import(path);
parentPort.postMessage(['document', 'HTMLElement', 'window'].filter(name => name in globalThis));`,
  );
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: paths.map(String), stderr: true });
    worker.once('message', resolve).once('error', reject);
  });
}

test('every entry can be imported in a worker of Node', async () => {
  assert.deepEqual(await partsOfAPageAfter(all.map((path) => new URL(`../../${path}`, import.meta.url))), []);
});

test('every element can be imported without a page after a bundler has put what they share into files of their own', async () => {
  const outdir = join(work, 'divided');
  const entryPoints = all.filter((path) => /^dist\/(define\/|index\.js)/.test(path));
  await build({ absWorkingDir: root, entryPoints, outdir, outExtension: { '.js': '.mjs' }, bundle: true, splitting: true, format: 'esm', platform: 'neutral', conditions: ['worker', 'browser'] });
  const made = globSync('{index,define/*}.mjs', { cwd: outdir }).map((path) => pathToFileURL(join(outdir, path)));
  assert.equal(made.length, entryPoints.length);
  assert.deepEqual(await partsOfAPageAfter(made), []);
});
