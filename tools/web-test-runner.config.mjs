// Runs element tests in one engine: ENGINE=chromium|firefox|webkit (tools/test.mjs and tools/watch.mjs set it).
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as puppeteer from 'puppeteer-core';
import { findEngines } from './engines.mjs';
import { freePort } from './free-port.mjs';
import { withoutLeftOut } from './lit-left-out.mjs';
import { testBundle } from './test-bundle.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const engine = process.env.ENGINE ?? 'chromium';
const found = findEngines()[engine];
if (!found) throw new Error(`${engine} is not installed. Run: node tools/bootstrap.mjs --browsers`);

// Makes key names equal in all engines. Puppeteer, or its Firefox driver, does not know chords ('Shift+Tab') and 'Space'.
const withChords = page => {
  const { keyboard } = page;
  const keyOf = name => (name === 'Space' ? ' ' : name);
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async chord => {
    const keys = (chord.length > 1 ? chord.split('+') : [chord]).map(keyOf);
    const last = keys.pop();
    for (const key of keys) await keyboard.down(key);
    await press(last);
    for (const key of keys.reverse()) await keyboard.up(key);
  };
  return page;
};
// Each page gets its own context, so that none is a hidden background tab.
const createPage = async ({ browser }) => withChords(await (await browser.createBrowserContext()).newPage());

const launchers = {
  chromium: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 2,
      launchOptions: {
        executablePath: found,
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      },
      createPage,
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: found },
      createPage,
    }),
  webkit: () => webkitLauncher(found),
};

// Puppeteer closes its browsers when this process exits. Without this handler the runner continues and starts new ones.
process.once('SIGTERM', () => process.exit(1));

/** Adds the tests of a suite called `name` to `into`. */
const count = (suite, name, into) => {
  for (const test of suite?.tests ?? []) {
    const kind = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
    into[kind]++;
    if (kind === 'failed') into.failures.push(`${name} > ${test.name}`);
  }
  for (const inner of suite?.suites ?? []) count(inner, `${name} > ${inner.name}`, into);
  return into;
};

// Returns Chromium's complete accessibility tree. The runner's own snapshot omits groups.
const accessibilityTree = {
  name: 'accessibility-tree',
  async executeCommand({ command, session }) {
    if (command !== 'accessibility-tree') return undefined;
    const devtools = await session.browser.getPage(session.id).createCDPSession();
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    const byId = new Map(nodes.map(node => [node.nodeId, node]));
    const describe = ({ role, name, properties = [], childIds = [] }) => ({
      role: role?.value,
      name: name?.value,
      ...Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
      children: childIds.flatMap(id => (byId.has(id) ? [describe(byId.get(id))] : [])),
    });
    return describe(nodes[0]);
  },
};

// A Questionnaire in the packages of HL7, by its name. They are in no folder that the browser can read.
const fhirExample = {
  name: 'fhir-example',
  async executeCommand({ command, payload }) {
    if (command !== 'fhir-example') return undefined;
    const { corpus } = await import('./fhir-corpus.mjs');
    return corpus().find(({ name }) => name === payload).resource;
  },
};

// Chromium's forced colours, on or off. The runner's own command for media features does not know them. They last as long
// as the connection.
const forcing = new Map();
const forcedColors = {
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colors') return undefined;
    await forcing.get(session.id)?.detach();
    forcing.delete(session.id);
    if (payload) {
      const devtools = await session.browser.getPage(session.id).createCDPSession();
      forcing.set(session.id, devtools);
      await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    }
    return true;
  },
};

// The time zone of a page in Chromium; '' is that of the machine. It lasts as long as the connection.
const zones = new Map();
const timeZone = {
  name: 'time-zone',
  async executeCommand({ command, payload, session }) {
    if (command !== 'time-zone') return undefined;
    await zones.get(session.id)?.detach();
    zones.delete(session.id);
    if (payload) {
      const devtools = await session.browser.getPage(session.id).createCDPSession();
      zones.set(session.id, devtools);
      await devtools.send('Emulation.setTimezoneOverride', { timezoneId: payload });
    }
    return true;
  },
};

// Chromium's garbage collection; no other engine lets a test ask for it.
const collectGarbage = {
  name: 'collect-garbage',
  async executeCommand({ command, session }) {
    if (command !== 'collect-garbage') return undefined;
    const devtools = await session.browser.getPage(session.id).createCDPSession();
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.detach();
    return true;
  },
};

// The tests run on the sources, with the sentences for developers.
const developerMessages = {
  name: 'developer-messages',
  resolveImport: ({ source }) => (source === '#developer-messages' ? '/src/ui/host/developer-messages.ts' : undefined),
};

// In Firefox the elements are tested with Lit as the CDN files have it, elsewhere with Lit as it is. CDN_LIT=1 does so in any
// engine. Only the reader of minified templates is not used, because the tests run on sources.
const litOfTheCdn = {
  name: 'lit-of-the-cdn',
  transform({ path }) {
    if (!/^\/node_modules\/(lit|lit-html|lit-element|@lit\/\w[\w-]*)\/development\//.test(path)) return undefined;
    const file = path.replace('/development/', '/');
    const code = readFileSync(join(rootDir, file), 'utf8');
    return { body: withoutLeftOut(code, file, { isMinified: false }) ?? code };
  },
};

// Counts the tests for tools/test.mjs. A file in which no test ran counts as a failure.
const countReporter = path => ({
  onTestRunFinished({ sessions }) {
    const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
    for (const session of sessions) {
      const file = relative(rootDir, session.testFile);
      const own = count(session.testResults, file, { passed: 0, failed: 0, skipped: 0, failures: [] });
      const isBroken = session.passed ? !own.passed && !own.skipped : !own.failed;
      if (isBroken) {
        own.failed++;
        own.failures.push(`${file} ${session.passed ? 'ran no test' : 'did not run to its end'}`);
      }
      for (const kind of ['passed', 'failed', 'skipped']) total[kind] += own[kind];
      total.failures.push(...own.failures);
    }
    writeFileSync(path, JSON.stringify(total));
  },
});

const files = process.env.TEST_FILES?.split(',') ?? globSync('test/elements/**/*.test.ts');
// A watched file is served as it is, so that a change is seen at once.
const isWatched = process.argv.includes('--watch');

export default {
  rootDir,
  // With the runner's own search for a port, engines that start at the same time can choose the same port.
  port: await freePort(),
  files,
  nodeResolve: true,
  browsers: [launchers[engine]()],
  plugins: [
    ...(isWatched ? [] : [await testBundle(rootDir, files)]),
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: join(rootDir, 'tsconfig.json') }),
    developerMessages,
    ...(engine === 'firefox' || process.env.CDN_LIT ? [litOfTheCdn] : []),
    accessibilityTree,
    fhirExample,
    forcedColors,
    timeZone,
    collectGarbage,
  ],
  testFramework: { config: { timeout: 10000, ui: 'bdd' } },
  browserStartTimeout: 60000,
  testsStartTimeout: 60000,
  testsFinishTimeout: 300000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    ...(process.env.COUNT_FILE ? [countReporter(process.env.COUNT_FILE)] : []),
  ],
};
