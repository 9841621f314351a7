// Builds the WordPress plugin, and the package before it if that is stale:   node tools/wordpress.mjs
// Writes dist/wordpress/attune, a folder for wp-content/plugins, and dist/wordpress/attune-elements.zip for "Upload Plugin".
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildIsFresh } from './build.mjs';
import { readTranslations } from './translation-modules.mjs';
import { definitionFiles } from './wordpress/definitions.mjs';
import { template } from './wordpress/template.mjs';
import { blockOf, widgetsOf } from './wordpress/widgets.mjs';
import { zip } from './wordpress/zip.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'integrations/wordpress');
const out = join(root, 'dist/wordpress');
const read = path => readFileSync(join(root, path), 'utf8');
const json = value => `${JSON.stringify(value)}\n`;

const filesIn = (folder, pattern) =>
  Object.fromEntries(globSync(pattern, { cwd: folder, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [relative(folder, path), readFileSync(path, 'utf8')]));

const hashOf = text => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** The scripts of the widgets: each file for a page, and the words of each language. */
const scripts = () => {
  const isForPages = name => !/^dev\/|-fhir\.js$|register\.js$|fhir-questionnaire/.test(name);
  const all = filesIn(join(root, 'dist/cdn'), '**/*.js');
  return Object.fromEntries(Object.entries(all).filter(([name]) => isForPages(name)).map(([name, text]) => [`cdn/${name}`, text]));
};

/** Every file of the plugin, by its path in it. */
const pluginFiles = async () => {
  const { version } = JSON.parse(read('package.json'));
  const withVersion = text => text.replace(/^( \* Version: +|Stable tag: +)\S+$/m, `$1${version}`);
  const own = filesIn(join(source, 'attune'), '**/*');
  const widgets = widgetsOf(JSON.parse(read('custom-elements.json')));
  const blocks = Object.entries(widgets).map(([tag, widget]) => [tag.slice('attune-'.length), blockOf(tag, widget, version)]);
  const instruments = await import('../dist/instruments/index.js');
  const { withOverlay } = await import('../dist/core/instrument/overlay.js');
  const { directionOf } = await import('../dist/ui/text/direction.js');
  const data = definitionFiles({ ...instruments, withOverlay, directionOf }, readTranslations(root));
  const modules = { ...scripts(), 'assets/send-records.js': own['assets/send-records.js'] };
  const further = blocks.flatMap(([name, { title, description }]) => [
    { place: `blocks/${name}/block.json`, text: title, context: 'block title' },
    { place: `blocks/${name}/block.json`, text: description, context: 'block description' },
  ]);
  const labels = Object.entries(widgets).flatMap(([tag, { attributes, slots }]) =>
    [...Object.values(attributes), ...Object.values(slots)].flatMap(({ label, help }) => [label, help].filter(Boolean).map(text => ({ place: `data/widgets.json: ${tag}`, text }))),
  );
  const sources = Object.fromEntries(Object.entries(own).filter(([path]) => /\.(php|js)$/.test(path)));
  return {
    ...own,
    ...scripts(),
    'attune.php': withVersion(own['attune.php']),
    'readme.txt': withVersion(readFileSync(join(source, 'readme.txt'), 'utf8')),
    'assets/fallback.css': read('dist/html/fallback.css'),
    ...Object.fromEntries(Object.entries(filesIn(join(root, 'dist/html/forms'), '*')).map(([name, text]) => [`fallback/${name}`, text])),
    'cdn/LICENSE.txt': read('LICENSE'),
    'cdn/LICENSE-lit.txt': read('dist/cdn/LICENSE-lit.txt'),
    'data/widgets.json': json(widgets),
    'data/integrity.json': json(Object.fromEntries(Object.entries(modules).map(([path, text]) => [path, hashOf(text)]))),
    'data/instrument.schema.json': read('src/schema/instrument.json'),
    'data/response.schema.json': read('src/schema/response.json'),
    'languages/attune.pot': template(sources, [...further, ...labels], version),
    ...Object.fromEntries(blocks.map(([name, block]) => [`blocks/${name}/block.json`, `${JSON.stringify(block, null, 2)}\n`])),
    ...Object.fromEntries(Object.entries(data).map(([path, value]) => [path, json(value)])),
  };
};

export const buildPlugin = async () => {
  const files = await pluginFiles();
  rmSync(out, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const target = join(out, 'attune', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const archive = zip(Object.fromEntries(Object.entries(files).map(([path, text]) => [`attune/${path}`, text])));
  writeFileSync(join(out, 'attune-elements.zip'), archive);
  return { files: Object.keys(files).length, bytes: archive.length };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!buildIsFresh()) await build({ quiet: true });
  const { files, bytes } = await buildPlugin();
  console.log(`dist/wordpress/attune-elements.zip: ${files} files, ${Math.round(bytes / 1024)} KiB`);
}
