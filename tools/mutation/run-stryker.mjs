import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/**
 * Runs the mutants of some code. The results of earlier runs are taken from `results` where neither the code nor the tests that reach
 * it changed, and the file gets the new ones.
 * @param {{code: string[], tests: string, leftOut?: string[], needs: string[], results: string, propertyRuns: number, force?: boolean,
 *   log?: string}} options
 *   `code`: paths of files, each with a range of lines (`file.ts:3-9`) if not all of it is meant; `needs`: the folders and files that the
 *   tests read
 */
export const runStryker = async ({ code, tests, leftOut = [], needs, results, propertyRuns, force = false, log = 'error' }) => {
  const sandbox = join(tmpdir(), `attune-mutants-${process.pid}`);
  try {
    return await new Stryker({
      testRunner: 'node-test',
      plugins: [new URL('test-runner.mjs', import.meta.url).href],
      mutation: { tests, leftOut, propertyRuns },
      mutate: code,
      ignorePatterns: ['**', ...needs.map(path => `!${path}`)],
      tempDirName: sandbox,
      incremental: true,
      incrementalFile: results,
      force,
      coverageAnalysis: 'perTest',
      concurrency: 1,
      reporters: process.stdout.isTTY ? ['progress'] : [],
      timeoutMS: 60_000,
      timeoutFactor: 10,
      logLevel: log,
      fileLogLevel: 'off',
      allowConsoleColors: false,
      disableTypeChecks: true,
      thresholds: { high: 90, low: 90, break: null },
      warnings: { unknownOptions: false, slow: false },
    }).runMutationTest();
  } finally {
    rmSync(sandbox, { recursive: true, force: true });
  }
};
