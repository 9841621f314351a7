// The test runner that Stryker starts: all tests of a run in one process, each mutant in freshly evaluated modules.
// Stryker switches the mutant by a global, says which tests reach it, and ends this process if it does not answer.
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind, commonTokens, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { byNearness } from './nearness.mjs';
import { bundleTests, requirePackage } from './test-bundles.mjs';

// Milliseconds. With a mutant, a test may take five times as long as without it, and a second more.
const LONGEST_LOAD = 10_000;
const LONGEST_TEST = 60_000;
const longest = duration => Math.ceil(1000 + 5 * duration);

const HIT_LIMIT_REACHED = /^Stryker: Hit count limit reached/;
const TIME_LIMIT_REACHED = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

const call = new vm.Script('__callTest()', { filename: 'call' });

/** Calls what may never return. The limit ends synchronous code; a promise has the same limit again. */
const within = async (limit, run) => {
  globalThis.__callTest = run;
  const result = call.runInThisContext({ timeout: limit });
  if (typeof result?.then !== 'function') return;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too late'), { code: TIME_LIMIT_REACHED })), limit);
  });
  try {
    await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
};

const runTest = async (test, limit) => {
  for (const hook of test.before) await within(limit, hook);
  await within(limit, test.run);
};

const messageOf = error => String(error?.message ?? error).slice(0, 1000);
const isRunaway = error => error?.code === TIME_LIMIT_REACHED || HIT_LIMIT_REACHED.test(error?.message ?? '');

class NodeTestRunner {
  static inject = tokens(commonTokens.options);
  /** Milliseconds that each test took without a mutant, by id. */
  #durations = new Map();
  #kills = new Map();

  constructor(options) {
    this.settings = options.mutation;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // What a mutant leaves running is no fault of the runner.
    process.on('unhandledRejection', () => {});
    process.on('uncaughtException', () => {});
    // The same cases for each mutant. The first that fails is enough, so it is not made smaller.
    requirePackage('fast-check').configureGlobal({ numRuns: this.settings.propertyRuns, seed: 1, endOnFailure: true });
    const left = new Set(this.settings.leftOut);
    this.bundles = await bundleTests(globSync(this.settings.tests).sort().filter(file => !left.has(file)));
  }

  /** Runs all tests once without a mutant, and counts which mutants each of them reaches. */
  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.activeMutant = undefined;
    stryker.hitCount = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const { perTest } = stryker.mutantCoverage;
    const tests = [];
    for (const bundle of this.bundles) {
      const loading = `${bundle.file} (load)`;
      stryker.currentTestId = loading;
      const declared = bundle.load({ withPlaces: true });
      for (const [index, test] of declared.entries()) {
        const id = `${bundle.file}#${index}`;
        stryker.currentTestId = id;
        const start = performance.now();
        const failure = await runTest(test, LONGEST_TEST).then(() => undefined, error => error);
        const timeSpentMs = performance.now() - start;
        this.#durations.set(id, timeSpentMs);
        tests.push({
          id,
          name: test.name,
          timeSpentMs,
          ...(test.place && { fileName: test.place.file, startPosition: { line: test.place.line, column: test.place.column } }),
          ...(failure ? { status: TestStatus.Failed, failureMessage: messageOf(failure) } : { status: TestStatus.Success }),
        });
      }
      // What is evaluated with the modules is reached by every test of the file.
      const loaded = Object.entries(perTest[loading] ?? {});
      delete perTest[loading];
      for (const index of declared.keys()) {
        const hits = (perTest[`${bundle.file}#${index}`] ??= {});
        for (const [mutant, count] of loaded) hits[mutant] = (hits[mutant] ?? 0) + count;
      }
    }
    stryker.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const stryker = (globalThis.__stryker__ ??= {});
    const source = relative(process.cwd(), sandboxFileName);
    const chosen = testFilter && new Set(testFilter);
    const kills = this.#kills.get(source) ?? new Map();
    this.#kills.set(source, kills);
    let nrOfTests = 0;

    for (const bundle of byNearness(this.bundles, source, kills)) {
      if (chosen && !testFilter.some(id => id.startsWith(`${bundle.file}#`))) continue;
      stryker.activeMutant = activeMutant.id;
      stryker.hitCount = hitLimit === undefined ? undefined : 0;
      stryker.hitLimit = hitLimit;
      const failed = (index, error) => {
        if (isRunaway(error)) return { status: MutantRunStatus.Timeout, reason: messageOf(error) };
        kills.set(bundle.file, (kills.get(bundle.file) ?? 0) + 1);
        return {
          status: MutantRunStatus.Killed,
          killedBy: [`${bundle.file}#${index}`],
          failureMessage: messageOf(error),
          nrOfTests,
        };
      };
      let declared = [];
      try {
        await within(LONGEST_LOAD, () => void (declared = bundle.load()));
      } catch (error) {
        return failed(0, error);
      }
      const order = [...declared.keys()].filter(index => !chosen || chosen.has(`${bundle.file}#${index}`));
      const duration = index => this.#durations.get(`${bundle.file}#${index}`) ?? 0;
      for (const index of order.sort((a, b) => duration(a) - duration(b))) {
        nrOfTests++;
        try {
          await runTest(declared[index], longest(duration(index)));
        } catch (error) {
          return failed(index, error);
        }
      }
    }
    stryker.activeMutant = undefined;
    return { status: MutantRunStatus.Survived, nrOfTests };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'node-test', NodeTestRunner)];
