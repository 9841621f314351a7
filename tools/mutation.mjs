// Changes the code of src/core in one place at a time, and looks whether a test of test/core fails:
//   npm run test:mutation                                all of src/core
//   npm run test:mutation -- --dir=scoring,change        some folders of it
//   npm run test:mutation -- --file=scoring/score.ts     some files of it
//   npm run test:mutation -- --since=main                the lines that differ from a commit's
//   --quick    without the tests of large input, which take most of the time of a mutant that survives
//   --force    runs again what is in the stored results
//   --report   runs nothing
//   --write    writes docs/mutation-testing.md
// It prints the mutants that no test found.
import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { EQUIVALENT } from './mutation/equivalent-mutants.mjs';
import { findingsOf, scoreOf, totalOf } from './mutation/findings.mjs';
import { CORE, LARGE_INPUT, LEFT_OUT, NEEDS, RESULTS, TESTS } from './mutation/mutated-code.mjs';
import { commitNow, coreFiles, hashOf, keepMeasured, linesSince, measuredAt, storedResults } from './mutation/mutated-code.mjs';
import { writeReport } from './mutation/report.mjs';
import { runStryker } from './mutation/run-stryker.mjs';

/** Fewer than in the gate: a mutant that survives runs all of them. */
const PROPERTY_RUNS = 50;

const flags = process.argv.slice(2);
const valueOf = name => flags.find(flag => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
const stop = text => {
  console.error(text);
  process.exit(1);
};
if (flags.includes('--report') && flags.some(flag => flag.includes('='))) stop('--report is about all of src/core');
const unknown = flags.filter(flag => !/^--(dir|file|since)=.|^--(force|quick|report|write)$/.test(flag));
if (unknown.length) stop(`unknown: ${unknown.join(' ')}; see the first lines of tools/mutation.mjs`);

const existing = path => (existsSync(path) ? path : stop(`there is no ${path}`));

const since = valueOf('since');

const chosenCode = () => {
  if (since) return linesSince(since);
  const folders = valueOf('dir')?.split(',') ?? [];
  const files = valueOf('file')?.split(',') ?? [];
  if (!folders.length && !files.length) return coreFiles();
  return [
    ...folders.flatMap(folder => coreFiles(relative('.', existing(`${CORE}/${folder}`)).slice(CORE.length + 1))),
    ...files.map(file => existing(`${CORE}/${file}`)),
  ];
};

const print = ({ folders, survivors, unused }) => {
  for (const { file, at, line, from, to, isReached } of survivors) {
    console.log(`${file}:${at} ${isReached ? '' : '(no test reaches it) '}${line}\n    ${from}  ->  ${to || 'nothing'}`);
  }
  for (const { file, line, from, to } of unused) console.log(`no such mutant is left, remove it from the list: ${file}: ${line}: ${from} -> ${to}`);
  for (const folder of [...folders, { ...totalOf(folders), name: 'all' }]) {
    const { name, files, notRun, mutants, found, equivalent } = folder;
    const score = scoreOf(folder)?.toFixed(1) ?? '-';
    console.log(`${name}: ${files - notRun.length} of ${files} files, ${mutants} mutants, ${found} found, ${equivalent} equivalent: ${score} %`);
  }
};

/** The results of the mutants that begin in some of the lines. */
const withinLines = (results, code) => {
  const ranges = code.map(path => /^(.+):(\d+)-(\d+)$/.exec(path)).map(([, file, first, last]) => ({ file, first: Number(first), last: Number(last) }));
  const isMeant = (file, { line }) => ranges.some(range => range.file === file && range.first <= line && line <= range.last);
  return Object.fromEntries(
    Object.entries(results).map(([file, { source, mutants }]) => [
      file,
      { source, mutants: mutants.filter(({ location }) => isMeant(file, location.start)) },
    ]),
  );
};
const hashesOf = files => Object.fromEntries(files.map(file => [file, hashOf(file)]));
const justNow = files => Object.fromEntries(files.map(file => [file, { hash: hashOf(file) }]));

const code = flags.includes('--report') ? [] : chosenCode();
if (since && !code.length) stop(`no line of ${CORE} differs from ${since}`);
const chosenFiles = [...new Set(code.map(path => path.replace(/:\d+-\d+$/, '')))];
// Stryker stores results when a run ends, so each folder is a run.
for (const [folder, paths] of Map.groupBy(code, dirname)) {
  const start = Date.now();
  const commit = commitNow();
  const hashes = hashesOf(chosenFiles.filter(file => dirname(file) === folder));
  await runStryker({
    code: paths,
    tests: TESTS,
    leftOut: flags.includes('--quick') ? [...LEFT_OUT, ...LARGE_INPUT] : LEFT_OUT,
    needs: NEEDS,
    results: RESULTS,
    propertyRuns: PROPERTY_RUNS,
    force: flags.includes('--force'),
  });
  // Of a file of which some lines were run, the others are as old as before.
  if (!since) keepMeasured(hashes, { ...commit, isQuick: flags.includes('--quick') });
  console.log(`[${folder}: ${((Date.now() - start) / 1000).toFixed(0)} s]`);
}
const measured = measuredAt();
if (!code.length) print(findingsOf(coreFiles(), storedResults(), measured, EQUIVALENT));
else if (since) print(findingsOf(chosenFiles, withinLines(storedResults(), code), justNow(chosenFiles), EQUIVALENT));
else print(findingsOf(chosenFiles, storedResults(), measured, EQUIVALENT));
if (flags.includes('--write')) writeReport(findingsOf(coreFiles(), storedResults(), measured, EQUIVALENT), EQUIVALENT);
