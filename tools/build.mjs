// Builds dist/*.js and *.d.ts with tsc, dist/schema, and the CDN files with their hashes and sizes.
//   node tools/build.mjs [--if-stale] [--quiet]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fhirFiles } from './fhir-files.mjs';
import { INTERNAL_NAMES } from './internal-names.mjs';
import { readTranslations, translationModule } from './translation-modules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// The build is written here and then renamed to dist, so that a running server or test never sees an incomplete build.
const work = join(root, '.cache', `build-${process.pid}`);
const read = path => readFileSync(join(root, path), 'utf8');

const INPUTS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.command-line.json', 'vite.config.ts', 'tools/build.mjs', 'tools/fhir-files.mjs', 'tools/internal-names.mjs', 'tools/lit-left-out.mjs', 'tools/own-instrument.mjs', 'tools/translation-modules.mjs'];

const stampOf = () => {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1));
  for (const path of [...INPUTS, ...sources.sort()]) hash.update(path).update('\0').update(read(path)).update('\0');
  return hash.digest('hex');
};

export const buildIsFresh = () => existsSync(join(dist, '.stamp')) && read('dist/.stamp') === stampOf();

const compile = () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  // The second one has the types of Node. The core that it imports comes out the same.
  for (const config of ['tsconfig.build.json', 'tsconfig.command-line.json']) {
    const { status } = spawnSync(process.execPath, [tsc, '-p', config, '--outDir', work, '--pretty', 'false'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('tsc found errors');
  }
  // tsc rewrites the extensions of imports only in .js files.
  for (const name of readdirSync(work, { recursive: true }).filter(name => name.endsWith('.d.ts'))) {
    const path = join(work, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/(from |import\(|import )(['"])(\.[^'"]*)\.ts\2/g, '$1$2$3.js$2'));
  }
  const schemas = join(root, 'src/schema');
  if (!existsSync(schemas)) return;
  mkdirSync(join(work, 'schema'), { recursive: true });
  for (const name of readdirSync(schemas).filter(name => name.endsWith('.json'))) {
    cpSync(join(schemas, name), join(work, 'schema', name));
  }
};

/** `attune-elements/translations/<tag>` adds all instruments of a language, `/<tag>/<instrument>` one of them. */
const writeTranslations = () => {
  const folder = join(work, 'translations');
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, `${path}.js`), text);
    writeFileSync(join(folder, `${path}.d.ts`), 'export {};\n');
  };
  for (const [language, instruments] of Object.entries(readTranslations(root))) {
    const ids = Object.keys(instruments);
    for (const id of ids) write(`${language}/${id}`, translationModule([instruments[id]], '../../instruments/add-translations.js'));
    write(language, ids.map(id => `import './${language}/${id}.js';\n`).join(''));
  }
};

/** `dist/fhir/r4` and `r5`: our instruments for a FHIR server, which needs no code of ours. */
const writeFhir = async () => {
  const fhir = await import(pathToFileURL(join(work, 'fhir/index.js')));
  const instruments = await import(pathToFileURL(join(work, 'instruments/index.js')));
  for (const version of ['R4', 'R5']) {
    const folder = join(work, 'fhir', version.toLowerCase());
    mkdirSync(folder, { recursive: true });
    for (const [name, resource] of Object.entries(fhirFiles({ ...fhir, ...instruments }, version))) {
      writeFileSync(join(folder, name), `${JSON.stringify(resource)}\n`);
    }
  }
};

/**
 * What only the bundle itself uses gets short names: members named `_name`, members of Lit named `_$name`, and the internal
 * names. A name that also occurs in a string (a key of a decorator, a binding in a template) must not change. Neither must the
 * mark of a template or of a place where Lit renders: other objects could have a short name.
 */
const mangled = code => {
  const reserved = [...code.matchAll(/["'`](_[$A-Za-z][\w$]*)["'`]|[.?@](_[A-Za-z]\w*)=/g)].map(([, a, b]) => a ?? b);
  return {
    include: new RegExp(`^(_[$A-Za-z].*|${INTERNAL_NAMES.join('|')})$`),
    reserved: ['_$litType$', '_$litPart$', '_$litDirective$', ...new Set(reserved)],
  };
};

/** V8 then compiles the whole file off the main thread while it loads, instead of each function at its first call. */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/**
 * Options of the second minifier. They give the smallest sum of all files after compression: shorter booleans and returns
 * compress worse. `pure_getters` is safe because no getter of ours or of Lit has side effects. `unsafe_arrows` is safe
 * because no plain function is called with `new`.
 */
const SQUEEZE = {
  passes: 4,
  ecma: 2022,
  keep_fargs: false,
  pure_getters: true,
  unsafe_arrows: true,
  unsafe_methods: true,
  booleans: false,
  if_return: false,
};

/** One file with all that an entry needs, readable. */
const bundled = async (entry, fileName, options) => {
  const { build } = await import('vite');
  const { cdn } = await import('../vite.config.ts');
  const config = cdn(entry, fileName, options);
  const [{ output }] = await build({ ...config, build: { ...config.build, write: false } });
  if (output.length !== 1) {
    throw new Error(`${fileName} must be one file, but the bundler made ${output.map(({ fileName }) => fileName).join(', ')}`);
  }
  return output[0].code;
};

/** The file for developing: readable, and its reports have sentences. */
const developmentBundle = async (entry, fileName, banner) =>
  `${banner}\n${await bundled(entry, fileName, { isDevelopment: true })}`;

export const bundle = async (entry, fileName, banner) => {
  const { minify } = await import('rolldown/utils');
  const { minify: terser } = await import('terser');
  const code = await bundled(entry, fileName);
  const result = await minify(fileName, code, {
    module: true,
    compress: { target: ['safari16.4', 'chrome111', 'firefox113'] },
    mangleProps: mangled(code),
    codegen: { legalComments: 'none' },
  });
  if (result.errors.length) throw new Error(`${fileName}: ${result.errors[0].message}`);
  // A second minifier saves about one percent more after compression.
  const squeezed = await terser(result.code, { module: true, compress: SQUEEZE });
  return `${banner}\n${COMPILE_HINT}\n${squeezed.code}`;
};

/** One file with texts of a language. It has no widget, and reaches those of other files through the global object. */
const languageBundle = async (entry, banner) => {
  const { build: bundler } = await import('rolldown');
  // What is imported registers something. The list of such modules in package.json does not name the folder of the build.
  const options = { input: entry, write: false, treeshake: false, output: { minify: true, comments: { legal: false } } };
  const { output } = await bundler(options);
  return `${banner}\n${output[0].code}`;
};

/**
 * One file for each language, and one with what `attune-elements/instruments` exports, for translations of a host. They have no
 * widget, and reach those of other files through the global object.
 */
const translationBundles = async banner => {
  const made = Object.entries(readTranslations(root)).map(async ([language, instruments]) => {
    const entry = join(work, `translations-${language}.js`);
    writeFileSync(entry, translationModule(Object.values(instruments), join(work, 'instruments/add-translations.js')));
    const text = await languageBundle(entry, banner);
    rmSync(entry);
    return [`${language}.js`, text];
  });
  return { ...Object.fromEntries(await Promise.all(made)), 'register.js': await languageBundle(join(work, 'instruments/index.js'), banner) };
};

/**
 * `de.js` has the messages of the widgets for the person, `de-clinician.js` those of the widgets for clinicians, and `de-fhir.js` those
 * that only FHIR forms need. `register.js` is for a host's own.
 */
const localeBundles = async banner => {
  const languages = readdirSync(join(work, 'locales'), { withFileTypes: true }).filter(entry => entry.isDirectory());
  const made = languages.flatMap(({ name }) =>
    [[`${name}.js`, `${name}.js`], [`${name}-clinician.js`, `${name}/clinician.js`], [`${name}-fhir.js`, `${name}/fhir.js`]].map(async ([fileName, entry]) => [
      fileName,
      await languageBundle(join(work, 'locales', entry), banner),
    ]),
  );
  return Object.fromEntries(await Promise.all(made));
};

const measure = text => ({
  min: Buffer.byteLength(text),
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
});

const json = value => `${JSON.stringify(value, null, 2)}\n`;
const mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

const writeWithHashes = (folder, texts) => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const hashOf = text => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  writeFileSync(join(folder, 'integrity.json'), json(mapValues(texts, hashOf)));
};

const buildCdn = async () => {
  const folder = join(work, 'cdn');
  const { name, version, license } = JSON.parse(read('package.json'));
  const banner = `/*! ${name} ${version}, ${license}; with Lit, (c) Google LLC, BSD-3-Clause */`;
  const entries = existsSync(join(root, 'src/define'))
    ? readdirSync(join(root, 'src/define')).filter(file => file.endsWith('.ts')).map(file => basename(file, '.ts'))
    : [];
  const texts = {};
  const development = {};
  for (const entry of entries.sort()) {
    const fileName = entry === 'all' ? 'attune.js' : `${entry}.js`;
    texts[fileName] = await bundle(entry, fileName, banner);
    development[fileName] = await developmentBundle(entry, fileName, banner);
  }
  writeWithHashes(folder, texts);
  writeWithHashes(join(folder, 'dev'), development);
  const own = `/*! ${name} ${version}, ${license} */`;
  writeWithHashes(join(folder, 'translations'), await translationBundles(own));
  const locales = await localeBundles(own);
  const register = await languageBundle(join(work, 'locales/index.js'), own);
  writeWithHashes(join(folder, 'locales'), { ...locales, 'register.js': register });
  writeFileSync(join(folder, 'locales/sizes.json'), json(mapValues(locales, measure)));
  const sizes = mapValues(texts, measure);
  writeFileSync(join(folder, 'sizes.json'), json(sizes));
  cpSync(join(root, 'node_modules/lit/LICENSE'), join(folder, 'LICENSE-lit.txt'));
  return sizes;
};

const table = sizes => {
  const { cdn } = JSON.parse(read('package.json')).sizeBudgets;
  const row = (...cells) => `  ${cells[0].padEnd(28)}${cells.slice(1).map(cell => String(cell).padStart(10)).join('')}`;
  console.log(row('dist/cdn', 'min', 'gzip', 'brotli', 'budget'));
  for (const [file, { min, gzip, brotli }] of Object.entries(sizes)) console.log(row(file, min, gzip, brotli, cdn[file] ?? ''));
};

export const build = async ({ quiet = false } = {}) => {
  const stamp = stampOf();
  mkdirSync(work, { recursive: true });
  try {
    compile();
    writeTranslations();
    await writeFhir();
    const sizes = await buildCdn();
    writeFileSync(join(work, '.stamp'), stamp);
    const old = `${work}-old`;
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(work, dist);
    rmSync(old, { recursive: true, force: true });
    if (!quiet) table(sizes);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2);
  if (flags.includes('--if-stale') && buildIsFresh()) console.log('dist is up to date');
  else {
    await build({ quiet: flags.includes('--quiet') }).catch(error => {
      console.error(`build failed: ${error.message}`);
      process.exitCode = 1;
    });
  }
}
