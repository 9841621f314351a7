// Writes the measured table into docs/which-file.md, after a build:   node tools/which-file.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const DOCUMENT = new URL('docs/which-file.md', root);
const TABLE = /(<!-- ways -->\n)[^]*(<!-- \/ways -->)/;
const json = path => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const kib = bytes => (bytes / 1024).toFixed(1);

/** What stands on a page, by its elements. */
const PAGES = [
  ['trust-questionnaire'],
  ['environment-check', 'rapport-check', 'openness-check'],
  ['session', 'trust-questionnaire', 'reflection'],
  ['trust-trend', 'perspective-gap'],
  ['journal', 'milestones'],
];

/** Requests and brotli bytes of each way to load the elements of each page, as a table. */
export const waysTable = () => {
  const alone = json('dist/cdn/sizes.json');
  const split = json('dist/split/sizes.json');
  const needed = json('dist/split/modulepreload.json');
  const sum = (sizes, files) => `${kib(files.reduce((total, file) => total + sizes[file].brotli, 0))} in ${files.length}`;
  const rows = PAGES.map(page => {
    const files = [...new Set(page.flatMap(name => needed[name]))];
    const cells = [sum(alone, page.map(name => `${name}.js`)), sum(alone, ['attune.js']), sum(split, files), sum(split, ['auto.js', ...files])];
    return `| ${page.map(name => `\`${name}\``).join(', ')} | ${cells.join(' | ')} |\n`;
  });
  return `| elements on the page | a file for each, \`cdn/<element>.js\` | \`cdn/attune.js\` | \`split/<element>.js\` | \`split/auto.js\` |\n|---|--:|--:|--:|--:|\n${rows.join('')}`;
};

export const tableInDocument = () => TABLE.exec(readFileSync(DOCUMENT, 'utf8'))[0].split('\n').slice(1, -1).join('\n') + '\n';

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const document = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, document.replace(TABLE, (_, before, after) => `${before}${waysTable()}${after}`));
}
