import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';

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

/** CDN files whose instruments are flat: only questions, without groups, words to read or conditions. */
export const FLAT = [
  'benefits-check',
  'environment-check',
  'mistrust-observation',
  'openness-check',
  'rapport-check',
  'reflection',
  'trust-questionnaire',
  'trust-trend',
];

/**
 * A file with flat instruments omits what they do not use: modules in a folder named `flat` replace the modules of the same
 * name in the parent folder (docs/decisions/0007). `src/core/flat/repeats.ts` throws if an instrument is not flat.
 */
const flatParts = (): Plugin => ({
  name: 'attune-flat',
  enforce: 'pre',
  resolveId(source, importer = '') {
    const full = resolve(dirname(importer), source);
    const flat = full.replace(/(\/src\/.+)\/([\w-]+\.ts)$/, '$1/flat/$2');
    return flat !== full && dirname(flat) !== dirname(importer) && existsSync(flat) ? flat : null;
  },
});

/** The file of the trend scores trust-12 and trust-pulse, but does not need their wording. */
const trustForms = (): Plugin => ({
  name: 'attune-trust-forms',
  transform(code, id) {
    if (!id.endsWith('/src/define/trust-trend.ts')) return null;
    return {
      code: `import { includeInstruments } from '../instruments/registry.ts';
        import { trustForms } from '../instruments/trust-forms.ts';
        includeInstruments(...trustForms);
        ${code}`,
      map: null,
    };
  },
});

/** The build of one self-contained CDN file from `src/define/<entry>.ts`. tools/build.mjs minifies it afterwards. */
export const cdn = (entry: string, fileName: string): InlineConfig => ({
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: [
    FLAT.includes(entry) && flatParts(),
    entry === 'trust-trend' && trustForms(),
    onePolicy(),
    adoptedStylesOnly(),
    minifyTemplateLiterals({ include: ['**/src/**/*.ts'], failOnError: true }),
  ],
  build: {
    target: ['safari16.4', 'ios16.4', 'chrome111', 'firefox113'],
    outDir: 'dist/cdn',
    emptyOutDir: false,
    minify: false,
    lib: { entry: `src/define/${entry}.ts`, formats: ['es'], fileName: () => fileName },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

export default defineConfig(cdn('all', 'attune.js'));
