// Writes the measured sizes into the README, after a build:   node tools/sizes.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const TABLE = /(<!-- sizes -->\n)[^]*(<!-- \/sizes -->)/;
const kib = bytes => (bytes / 1024).toFixed(1);

/** `dist/cdn/sizes.json` as a table in KiB (1,024 bytes). */
export const sizesTable = () => {
  const sizes = JSON.parse(readFileSync(new URL('dist/cdn/sizes.json', root), 'utf8'));
  const rows = Object.entries(sizes).map(([file, { min, gzip, brotli }]) =>
    `| \`${file}\` | ${kib(min)} | ${kib(gzip)} | ${kib(brotli)} |\n`);
  return `| file, with Lit inside | minified | gzip | brotli |\n|---|--:|--:|--:|\n${rows.join('')}`;
};

export const tableInReadme = () => {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  return TABLE.exec(readme)[0].split('\n').slice(1, -1).join('\n') + '\n';
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const readme = new URL('README.md', root);
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(TABLE, (_, before, after) => `${before}${sizesTable()}${after}`));
}
