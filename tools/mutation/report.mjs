// The generated part of docs/mutation-testing.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { scoreOf, totalOf } from './findings.mjs';

const PAGE = 'docs/mutation-testing.md';
const START = '<!-- begin results -->';
const END = '<!-- end results -->';

const percent = figures => {
  const score = scoreOf(figures);
  // Cut off and not rounded up: 89.96 is not 90.
  return score === undefined ? '' : `${(Math.floor(score * 10) / 10).toFixed(1)} %`;
};

const row = ({ name, files, notRun, mutants, found, equivalent }, measured) =>
  `| ${name} | ${files - notRun.length} of ${files} | ${mutants} | ${found} | ${equivalent} | ${mutants - found - equivalent} | ${percent({ mutants, found, equivalent })} | ${measured} |`;

const code = text => {
  const safe = text.replaceAll('|', '\\|');
  return safe.includes('`') ? `\`\` ${safe} \`\`` : `\`${safe}\``;
};

const equivalentPart = equivalent => {
  if (!equivalent.length) return 'None was found so far.\n';
  const byFile = Map.groupBy(equivalent, ({ file }) => file);
  return [...byFile]
    .map(([file, entries]) => `\`${file}\`\n\n${entries.map(({ from, to, why }) => `- ${code(from)} → ${code(to || 'nothing')}: ${why}\n`).join('')}`)
    .join('\n');
};

const survivorsPart = survivors => {
  if (!survivors.length) return 'None.\n';
  const byFile = Map.groupBy(survivors, ({ file }) => file);
  return [...byFile]
    .map(([file, found]) => `- \`${file}\`: ${found.length} (${found.map(({ at }) => at).filter((at, i, all) => all.indexOf(at) === i).join(', ')})\n`)
    .join('');
};

export const writeReport = ({ folders, survivors }, equivalent) => {
  const total = totalOf(folders);
  const notRun = total.notRun.length
    ? `Not run, or changed after their run: ${total.notRun.map(file => `\`${file}\``).join(', ')}.\n`
    : 'Every file of `src/core` was run as it is now.\n';
  const text = `${START}
| folder | files run | mutants | found | equivalent | left | score | code of |
|---|--:|--:|--:|--:|--:|--:|---|
${folders.map(folder => row(folder, [...folder.measured].join('; '))).join('\n')}
${row({ ...total, name: '**all**' }, '')}

${notRun}
## Left

Mutants that no test finds yet, with their lines:

${survivorsPart(survivors)}
## Equivalent

With these mutants the code does the same, so no test can find them.

${equivalentPart(equivalent)}${END}`;
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${PAGE} lacks ${START} or ${END}`);
  writeFileSync(PAGE, page.slice(0, start) + text + page.slice(end + END.length));
};
