// What the results say: figures of each folder, and the mutants that no test found.
import { relative } from 'node:path';
import { CORE, hashOf } from './mutated-code.mjs';

const short = text => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
};

const textBetween = (lines, { start, end }) =>
  lines
    .slice(start.line - 1, end.line)
    .map((text, index, all) => text.slice(index ? 0 : start.column - 1, index === all.length - 1 ? end.column - 1 : undefined))
    .join('\n');

const asFound = (file, lines, { location, replacement, status }) => ({
  file: relative(CORE, file),
  at: location.start.line,
  line: lines[location.start.line - 1].trim(),
  from: short(textBetween(lines, location)),
  to: short(replacement),
  isReached: status !== 'NoCoverage',
});

const FOUND = ['Killed', 'Timeout'];
const NOT_FOUND = ['Survived', 'NoCoverage'];

const isSame = (entry, survivor) => ['file', 'line', 'from', 'to'].every(key => entry[key] === survivor[key]);

const folderOf = file => relative(CORE, file).split('/').slice(0, -1).join('/') || '(index)';

/**
 * @param {string[]} files of src/core, in the order of the report. A file that changed after its run counts as not run
 * @returns `folders`: {folder, files, notRun, mutants, found, equivalent, measured}[]; `survivors`: those that are not equivalent;
 *   `unused`: entries of the list of equivalent mutants that stand for none
 */
export const findingsOf = (files, results, measured, equivalent) => {
  const folders = new Map();
  const survivors = [];
  const used = new Set();
  for (const file of files) {
    const name = folderOf(file);
    if (!folders.has(name)) folders.set(name, { name, files: 0, notRun: [], mutants: 0, found: 0, equivalent: 0, measured: new Set() });
    const folder = folders.get(name);
    folder.files++;
    const result = results[file];
    if (measured[file]?.hash !== hashOf(file)) {
      folder.notRun.push(file);
      continue;
    }
    const { commit, date, isChanged, isQuick } = measured[file];
    folder.measured.add(`${commit}${isChanged ? ' and changes' : ''}, ${date}${isQuick ? ', quick' : ''}`);
    const lines = result?.source.split('\n') ?? [];
    for (const mutant of result?.mutants ?? []) {
      if (FOUND.includes(mutant.status)) {
        folder.mutants++;
        folder.found++;
      }
      if (!NOT_FOUND.includes(mutant.status)) continue;
      folder.mutants++;
      const survivor = asFound(file, lines, mutant);
      const entry = equivalent.find(entry => isSame(entry, survivor));
      if (entry) {
        folder.equivalent++;
        used.add(entry);
      } else survivors.push(survivor);
    }
  }
  const wasRun = new Set(files.filter(file => measured[file]).map(file => relative(CORE, file)));
  return { folders: [...folders.values()], survivors, unused: equivalent.filter(entry => wasRun.has(entry.file) && !used.has(entry)) };
};

/** In percent: mutants that a test found, of all that are not equivalent. Undefined if there is none. */
export const scoreOf = ({ mutants, found, equivalent }) => (mutants > equivalent ? (100 * found) / (mutants - equivalent) : undefined);

export const totalOf = folders =>
  folders.reduce(
    (sum, { files, notRun, mutants, found, equivalent }) => ({
      files: sum.files + files,
      notRun: [...sum.notRun, ...notRun],
      mutants: sum.mutants + mutants,
      found: sum.found + found,
      equivalent: sum.equivalent + equivalent,
    }),
    { files: 0, notRun: [], mutants: 0, found: 0, equivalent: 0 },
  );
