// Which code of src/core gets mutants, and what the stored results are about.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const CORE = 'src/core';
export const TESTS = 'test/core/*.test.ts';
/** It compares the schemas with the types, which have no mutants, and needs the compiler. */
export const LEFT_OUT = ['test/core/schema.test.ts'];
/** Left out on request. */
export const LARGE_INPUT = ['test/core/large-input.test.ts'];
/** What the tests of core import or read. */
export const NEEDS = ['package.json', 'src/**', 'test/core/**', 'test/elements/fixtures/**', 'docs/instruments.md'];

export const RESULTS = '.cache/mutation/results.json';
const MEASURED = '.cache/mutation/measured.json';

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' });
const readJson = (path, empty) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : empty);

export const coreFiles = (folder = '') => globSync(`${CORE}/${folder && `${folder}/`}**/*.ts`).sort();

/** The lines of src/core that differ from those of a commit, as `file:first-last`. */
export const linesSince = commit => {
  const ranges = [];
  let file;
  for (const line of git('diff', '--unified=0', '--no-color', '--diff-filter=d', commit, '--', CORE).split('\n')) {
    file = /^\+\+\+ b\/(.+)$/.exec(line)?.[1] ?? file;
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk || !file.endsWith('.ts')) continue;
    const [first, count] = [Number(hunk[1]), Number(hunk[2] ?? 1)];
    if (count) ranges.push(`${file}:${first}-${first + count - 1}`);
  }
  return ranges;
};

/** Results of a Stryker run by file: {[file]: {source, mutants}}. */
export const storedResults = () => readJson(RESULTS, { files: {} }).files;

/** The code of a file, in short. The stored results cannot tell: a run renews the source of files that it does not run. */
export const hashOf = file => createHash('sha256').update(readFileSync(file)).digest('base64url');

/** The commit of the code and of the tests that each file was measured with: {[file]: {commit, date, isChanged, isQuick, hash}}. */
export const measuredAt = () => readJson(MEASURED, {});

/** The commit of the code and the tests as they are now. `isChanged`: with changes that are not committed. */
export const commitNow = () => {
  const [commit, date] = git('log', '-1', '--format=%h %cs', '--', CORE, 'test/core').trim().split(' ');
  return { commit, date, isChanged: git('status', '--porcelain', '--', CORE, 'test/core').trim() !== '' };
};

/**
 * Keeps which commit was measured, as it was before the run. `isQuick`: without the tests of large input.
 * @param {Record<string, string>} hashes of the files that were run
 */
export const keepMeasured = (hashes, measured) => {
  const kept = { ...measuredAt(), ...Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [file, { ...measured, hash }])) };
  mkdirSync(dirname(MEASURED), { recursive: true });
  writeFileSync(MEASURED, JSON.stringify(kept, undefined, 1));
};
