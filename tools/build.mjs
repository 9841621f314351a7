// Builds dist/*.js and *.d.ts with tsc, dist/schema, and the CDN files with their hashes and sizes.
//   node tools/build.mjs [--if-stale] [--quiet]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { vscodeData, webTypes } from './editor-files.mjs';
import { fallbackFiles } from './fallback-files.mjs';
import { fhirFiles } from './fhir-files.mjs';
import { writeFrameworks } from './frameworks/write-frameworks.mjs';
import { INTERNAL_NAMES } from './internal-names.mjs';
import { splitFiles } from './split.mjs';
import { readTranslations, translationModule } from './translation-modules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// The build is written here and then renamed to dist, so that a running server or test never sees an incomplete build.
const work = join(root, '.cache', `build-${process.pid}`);
const read = path => readFileSync(join(root, path), 'utf8');

const INPUTS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.command-line.json', 'vite.config.ts', 'custom-elements.json', 'tools/build.mjs', 'tools/editor-files.mjs', 'tools/fallback-files.mjs', 'tools/fhir-files.mjs', 'tools/internal-names.mjs', 'tools/lit-left-out.mjs', 'tools/own-instrument.mjs', 'tools/split.mjs', 'tools/translation-modules.mjs'];

const stampOf = () => {
  const hash = createHash('sha256');
  const sources = ['src', 'tools/frameworks'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
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
 * The style sheet of the forms without script, and `dist/html/forms`: the forms for servers that do not run JavaScript. These are not in
 * the package for npm.
 */
const writeFallbacks = async () => {
  writeFileSync(join(work, 'html/fallback.css'), read('src/html/fallback.css'));
  const folder = join(work, 'html/forms');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(await fallbackFiles(work))) writeFileSync(join(folder, name), text);
};

const writeEditorFiles = () => {
  const manifest = JSON.parse(read('custom-elements.json'));
  writeFileSync(join(work, 'vscode.html-custom-data.json'), json(vscodeData(manifest)));
  writeFileSync(join(work, 'web-types.json'), json(webTypes(manifest, JSON.parse(read('package.json')))));
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

/** One file with all that an entry needs, readable, and the modules in it. */
const bundled = async (entry, fileName, options) => {
  const { build } = await import('vite');
  const { cdn } = await import('../vite.config.ts');
  const config = cdn(entry, fileName, options);
  const [{ output }] = await build({ ...config, build: { ...config.build, write: false } });
  if (output.length !== 1) {
    throw new Error(`${fileName} must be one file, but the bundler made ${output.map(({ fileName }) => fileName).join(', ')}`);
  }
  const { code, modules } = output[0];
  return { code, modules: Object.keys(modules).filter(id => modules[id].renderedLength) };
};

/** The file for developing: readable, and its reports have sentences. */
const developmentBundle = async (entry, fileName, banner) =>
  `${banner}\n${WITHOUT_PAGE}${(await bundled(entry, fileName, { isDevelopment: true })).code}`;

/**
 * Where there is no page, a CDN file can be loaded too: it registers nothing. Lit and our code read these when they are evaluated.
 * As names of the file they also become short.
 */
const WITHOUT_PAGE = `class NoPage { replaceSync() {} createTreeWalker() {} }
const { HTMLElement = NoPage, CustomEvent = NoPage, Event = NoPage, CSSStyleSheet = NoPage, document = NoPage.prototype } = globalThis;
`;

/** Minifies a file. Its short names are those of `names.cache` and new ones; `cache` has both. */
const minified = async (code, fileName, names) => {
  const { minify } = await import('rolldown/utils');
  const { minify: terser } = await import('terser');
  const result = await minify(fileName, code, {
    module: true,
    compress: { target: ['safari16.4', 'chrome111', 'firefox113'] },
    mangleProps: names,
    codegen: { legalComments: 'none' },
  });
  if (result.errors.length) throw new Error(`${fileName}: ${result.errors[0].message}`);
  // A second minifier saves about one percent more after compression.
  const { code: text } = await terser(result.code, { module: true, compress: SQUEEZE });
  return { text, cache: result.mangleCache };
};

/** The code of an entry, without what only developers read, the modules in it, and its short names, for files that share modules. */
const squeezed = async (entry, fileName) => {
  const { code: readable, modules } = await bundled(entry, fileName);
  const code = WITHOUT_PAGE + readable;
  const options = mangled(code);
  const { text, cache } = await minified(code, fileName, options);
  return { text, modules, names: { ...options, cache } };
};

export const bundle = async (entry, fileName, banner) => `${banner}\n${COMPILE_HINT}\n${(await squeezed(entry, fileName)).text}`;

/**
 * Files without a widget, and the packages in them whose licences ask for their text beside the file. fhirpath finds members by names
 * that must not change, so these files are minified only once.
 */
const OF_PACKAGES = {
  'fhir-expressions': ['fhirpath', '@lhncbc/ucum-lhc', 'antlr4', 'date-fns', 'decimal.js'],
  'fhir-markup': ['dompurify', 'marked'],
};

const licencesOf = names =>
  names.map(name => {
    const folder = join(root, 'node_modules', name);
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // The package of ANTLR has no file with its licence.
    const text = readFileSync(file ? join(folder, file) : join(root, `tools/licences/${name}.txt`), 'utf8');
    return `${name} ${version}\n\n${text}`;
  }).join('\n----\n\n');

const packageBundle = async (entry, banner, minify, format = 'es') => {
  const { build: bundler } = await import('rolldown');
  const options = { input: join(root, `src/cdn/${entry}.ts`), platform: 'browser', write: false, output: { format, minify, comments: { legal: false } } };
  const { output } = await bundler(options);
  if (output.length !== 1) throw new Error(`${entry}.js must be one file`);
  // Packages in it are CommonJS. The export shows tools that the file is a module.
  return `${banner}\n${output[0].code}${format === 'es' ? '\nexport {};\n' : ''}`;
};

/** One file with texts of a language. It has no widget, and reaches those of other files through the global object. */
const languageBundle = async (entry, banner, format = 'es') => {
  const { build: bundler } = await import('rolldown');
  // What is imported registers something. The list of such modules in package.json does not name the folder of the build.
  const options = { input: entry, write: false, treeshake: false, output: { format, minify: true, comments: { legal: false } } };
  const { output } = await bundler(options);
  return `${banner}\n${output[0].code}`;
};

/** What a page loads beside the widgets: `adopt` for a form without script, `drafts` for `autosave`, `outbox` for records that wait. It has no widget. */
const partBundle = async (entry, banner, isDevelopment = false) => {
  const { build: bundler } = await import('rolldown');
  const options = {
    input: join(work, entry, 'index.js'),
    write: false,
    treeshake: { moduleSideEffects: false },
    resolve: { alias: { '#developer-messages': join(work, `ui/host/${isDevelopment ? '' : 'no-'}developer-messages.js`) } },
    output: { minify: !isDevelopment, comments: { legal: false } },
  };
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
 * `de.js` has the messages of the widgets for the person, `de-clinician.js` those of the widgets for clinicians, `de-fhir.js` those
 * that only FHIR forms need, and `de-drafts.js` those of drafts. `register.js` is for a host's own.
 */
const localeBundles = async banner => {
  const languages = readdirSync(join(work, 'locales'), { withFileTypes: true }).filter(entry => entry.isDirectory());
  const made = languages.flatMap(({ name }) =>
    [[`${name}.js`, `${name}.js`], [`${name}-clinician.js`, `${name}/clinician.js`], [`${name}-fhir.js`, `${name}/fhir.js`], [`${name}-drafts.js`, `${name}/drafts.js`]].map(async ([fileName, entry]) => [
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
  const hashes = mapValues(texts, hashOf);
  writeFileSync(join(folder, 'integrity.json'), json(hashes));
  return hashes;
};

/** The links for the head of a page, so that it does not find one file after the other. `/attune/split/` stands for your own path. */
const preloadLinks = (files, hashes) =>
  files.map(name => `<link rel="modulepreload" href="/attune/split/${name}" integrity="${hashes[name]}">\n`).join('');

const buildSplit = async ({ users, names, banner }) => {
  const folder = join(work, 'split');
  const squeeze = async (code, fileName) => {
    const { text, cache } = await minified(code, fileName, names);
    const unknown = Object.keys(cache).filter(name => !(name in names.cache));
    if (unknown.length) throw new Error(`${fileName}: attune.js has no short name for ${unknown.join(', ')}`);
    return `${COMPILE_HINT}\n${text}`;
  };
  const { texts, needed } = await splitFiles({ users, squeeze, banner });
  const hashes = writeWithHashes(folder, texts);
  writeFileSync(join(folder, 'modulepreload.json'), json(needed));
  for (const [name, files] of Object.entries(needed)) writeFileSync(join(folder, `${name}.html`), preloadLinks(files, hashes));
  writeFileSync(join(folder, 'sizes.json'), json(mapValues(texts, measure)));
};

const buildCdn = async () => {
  const folder = join(work, 'cdn');
  const { name, version, license } = JSON.parse(read('package.json'));
  const banner = `/*! ${name} ${version}, ${license}; with Lit, (c) Google LLC, BSD-3-Clause */`;
  const entries = existsSync(join(root, 'src/define'))
    ? readdirSync(join(root, 'src/define')).filter(file => file.endsWith('.ts')).map(file => basename(file, '.ts')).filter(entry => !Object.hasOwn(OF_PACKAGES, entry))
    : [];
  const texts = {};
  const development = {};
  /** For each module, the elements that use it. */
  const users = {};
  let names;
  for (const entry of entries.sort()) {
    const fileName = entry === 'all' ? 'attune.js' : `${entry}.js`;
    const made = await squeezed(entry, fileName);
    texts[fileName] = `${banner}\n${COMPILE_HINT}\n${made.text}`;
    if (entry === 'all') names = made.names;
    else if (entry !== 'fhir-questionnaire') for (const id of made.modules) (users[id] ??= []).push(entry);
    development[fileName] = await developmentBundle(entry, fileName, banner);
  }
  const ofPackages = minify =>
    Object.keys(OF_PACKAGES).map(async entry => {
      const banner = `/*! ${name} ${version}, ${license}; with packages of others: LICENSES-${entry}.txt */`;
      return [`${entry}.js`, await packageBundle(entry, banner, minify)];
    });
  const filesOf = async minify => Object.fromEntries(await Promise.all(ofPackages(minify)));
  const own = `/*! ${name} ${version}, ${license} */`;
  const parts = async isDevelopment => ({
    'drafts.js': await partBundle('drafts', own, isDevelopment),
    'outbox.js': await partBundle('outbox', own, isDevelopment),
  });
  writeWithHashes(folder, { ...texts, ...(await filesOf(true)), ...(await parts(false)) });
  writeWithHashes(join(folder, 'dev'), { ...development, ...(await filesOf(false)), ...(await parts(true)) });
  writeWithHashes(join(folder, 'translations'), await translationBundles(own));
  const locales = await localeBundles(own);
  const fallback = { 'adopt.js': await partBundle('adopt', own), 'fallback.css': read('src/html/fallback.css') };
  for (const place of [folder, join(folder, 'dev')]) writeWithHashes(join(place, 'fallback'), fallback);
  const register = await languageBundle(join(work, 'locales/index.js'), own);
  writeWithHashes(join(folder, 'locales'), { ...locales, 'register.js': register });
  writeFileSync(join(folder, 'locales/sizes.json'), json(mapValues(locales, measure)));
  const sizes = mapValues(texts, measure);
  writeFileSync(join(folder, 'sizes.json'), json(sizes));
  await buildSplit({ users, names, banner });
  for (const place of [folder, join(work, 'split')]) cpSync(join(root, 'node_modules/lit/LICENSE'), join(place, 'LICENSE-lit.txt'));
  for (const [entry, packages] of Object.entries(OF_PACKAGES)) writeFileSync(join(folder, `LICENSES-${entry}.txt`), licencesOf(packages));
  return sizes;
};

/**
 * `dist/frame`: a page that a host opens in a frame. Its scripts are no modules: a sandboxed frame has no origin, and a server would
 * have to allow modules to every origin.
 */
const buildFrame = async () => {
  const source = join(root, 'src/frame');
  const folder = join(work, 'frame');
  const { name, version, license } = JSON.parse(read('package.json'));
  const own = `/*! ${name} ${version}, ${license}`;
  const { text: code } = await squeezed('frame', 'frame.js');
  const texts = { 'frame.js': `${own}; with Lit, (c) Google LLC, BSD-3-Clause */\n${COMPILE_HINT}\n(()=>{"use strict";${code}})();\n` };
  for (const part of ['expressions', 'markup']) {
    texts[`${part}.js`] = await packageBundle(`fhir-${part}`, `${own}; with packages of others: LICENSES-${part}.txt */`, true, 'iife');
    texts[`LICENSES-${part}.txt`] = licencesOf(OF_PACKAGES[`fhir-${part}`]);
  }
  for (const fileName of ['index.html', 'frame.css']) texts[fileName] = read(`src/frame/${fileName}`);
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const entry = join(work, 'frame-words.js');
  for (const tag of readdirSync(join(source, 'words')).flatMap(file => /^([a-z]{2})\.ts$/.exec(file)?.[1] ?? [])) {
    if (tag === 'en') continue;
    const from = path => JSON.stringify(join(root, 'src', path));
    writeFileSync(
      entry,
      `import ${from(`locales/${tag}.ts`)};
      import ${from(`locales/${tag}/fhir.ts`)};
      import { addLocale } from ${from('ui/text/add-locale.ts')};
      import { FRAME } from ${from('frame/words/index.ts')};
      import { ${tag} } from ${from(`frame/words/${tag}.ts`)};
      addLocale('${tag}', { [FRAME]: ${tag} });`,
    );
    texts[`locales/${tag}.js`] = await languageBundle(entry, `${own} */`, 'iife');
  }
  rmSync(entry);
  for (const [fileName, text] of Object.entries(texts)) writeFileSync(join(folder, fileName), text);
  cpSync(join(root, 'node_modules/lit/LICENSE'), join(folder, 'LICENSE-lit.txt'));
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
    await writeFallbacks();
    writeEditorFiles();
    await writeFrameworks(join(root, 'custom-elements.json'), join(work, 'frameworks'));
    const sizes = await buildCdn();
    await buildFrame();
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
