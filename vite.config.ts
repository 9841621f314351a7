import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { litLeftOut } from './tools/lit-left-out.mjs';
import { ownInstrument } from './tools/own-instrument.mjs';

const CREATE = /([\w$]+)\.createPolicy\("lit-html",/g;

/**
 * Under `trusted-types attune`, two bundles on one page must share one policy, because a second `createPolicy` with the same
 * name throws. Lit creates a policy named `lit-html` at import. The bundles use one from a global symbol instead.
 */
const onePolicy = (): Plugin => {
  let found = 0;
  return {
    name: 'attune-policy',
    buildStart() {
      found = 0;
    },
    transform(code, id) {
      if (!/lit-html\/(development\/)?lit-html\.js$/.test(id)) return null;
      return {
        code: code.replace(CREATE, (_, trustedTypes: string) => {
          found++;
          return `globalThis[Symbol.for("attune.policy")]??=${trustedTypes}.createPolicy("attune",`;
        }),
        map: null,
      };
    },
    buildEnd(error) {
      if (!error && found !== 1) {
        throw new Error(`attune-policy: expected one createPolicy("lit-html", …) in lit-html, found ${found}`);
      }
    },
  };
};

/**
 * Every browser that we build for supports adopted style sheets, and our styles are plain text. So the bundles do not need
 * Lit's code for other browsers and for composed styles.
 */
const adoptedStylesOnly = (): Plugin => ({
  name: 'attune-css-tag',
  transform(_, id) {
    if (!/@lit\/reactive-element\/(development\/)?css-tag\.js$/.test(id)) return null;
    return {
      code: `export const css = ([text, ...more]) => {
        if (more.length) throw new Error('Styles in this build must be plain text');
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      };
      export const adoptStyles = (root, styles) => {
        root.adoptedStyleSheets = styles;
      };
      export const getCompatibleStyle = style => style;
      export const unsafeCSS = String, supportsAdoptingStyleSheets = true;
      export class CSSResult {}`,
      map: null,
    };
  },
});

/** Each file says at its beginning what stands in for the page where there is none (tools/build.mjs). */
const noStandIns = (): Plugin => ({
  name: 'attune-no-stand-ins',
  transform(_, id) {
    if (/src\/events\/detail-event\.ts$/.test(id)) return { code: 'export const DetailEvent = CustomEvent;', map: null };
    if (!/src\/ui\/lit\/(page-stand-ins|(event|window)-stand-in)\.ts$/.test(id)) return null;
    const names = ['removePageStandIns', 'removeEventStandIn', 'removeWindowStandIn'];
    return { code: names.map(name => `export const ${name} = () => {};`).join(''), map: null };
  },
});

/** The entries with a directive of Lit in them. The build stops if one is missing here, or one too many. */
const WITH_DIRECTIVES = ['all', 'journal', 'milestones', 'unsent'];

/** What all builds of files for pages change. */
const forPages = (entry: string): NonNullable<InlineConfig['plugins']> => [
  ownInstrument(entry),
  onePolicy(),
  adoptedStylesOnly(),
  noStandIns(),
  litLeftOut({ hasDirectives: WITH_DIRECTIVES.includes(entry) }),
  minifyTemplateLiterals({ include: ['**/src/**/*.ts'], failOnError: true }),
];

const TARGET = ['safari16.4', 'ios16.4', 'chrome111', 'firefox113'];

/** What a CDN file is built from: `src/cdn` has those that know less than the package's entry of the same name. */
const sourceOf = (entry: string): string => {
  if (entry === 'frame') return 'src/frame/page.ts';
  const own = `src/cdn/${entry}.ts`;
  return existsSync(resolve(import.meta.dirname, own)) ? own : `src/define/${entry}.ts`;
};

/** The build of one self-contained CDN file, with the sentences for developers or without. tools/build.mjs minifies it afterwards. */
export const cdn = (entry: string, fileName: string, { isDevelopment = false } = {}): InlineConfig => ({
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: forPages(entry),
  resolve: {
    alias: {
      '#developer-messages': resolve(import.meta.dirname, `src/ui/host/${isDevelopment ? '' : 'no-'}developer-messages.ts`),
    },
  },
  build: {
    target: TARGET,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    minify: false,
    lib: { entry: sourceOf(entry), formats: ['es'], fileName: () => fileName },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

/**
 * The build of a file for each element, over chunks that they share. `chunkOf` says which chunk a module is in. What a module
 * imports is in the same chunk, or in one that is named before it.
 */
export const split = (entries: readonly string[], chunkNames: readonly string[], chunkOf: (id: string) => string | undefined): InlineConfig => ({
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: forPages('all'),
  resolve: { alias: { '#developer-messages': resolve(import.meta.dirname, 'src/ui/host/no-developer-messages.ts') } },
  build: {
    target: TARGET,
    write: false,
    minify: false,
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(entries.map((entry) => [entry, sourceOf(entry)])),
      preserveEntrySignatures: 'strict',
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // An element of the same name may exist.
        chunkFileNames: 'shared-[name].js',
        codeSplitting: {
          groups: chunkNames.map((name, i) => ({ name, test: (id: string) => chunkOf(id) === name, priority: chunkNames.length - i })),
        },
      },
    },
  },
});

/** The script that loads the files of the elements on a page. */
export const auto = (files: Readonly<Record<string, readonly string[]>>): InlineConfig => ({
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: [noStandIns()],
  define: { FILES: JSON.stringify(files) },
  resolve: { alias: { '#developer-messages': resolve(import.meta.dirname, 'src/ui/host/no-developer-messages.ts') } },
  build: { target: TARGET, write: false, minify: false, lib: { entry: 'src/split/auto.ts', formats: ['es'], fileName: () => 'auto.js' } },
});

export default defineConfig(cdn('all', 'attune.js'));
