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

/** The entries with a directive of Lit in them. The build stops if one is missing here, or one too many. */
const WITH_DIRECTIVES = ['all', 'journal', 'milestones'];

/** What a CDN file is built from: `src/cdn` has those that know less than the package's entry of the same name. */
const sourceOf = (entry: string): string => {
  const own = `src/cdn/${entry}.ts`;
  return existsSync(resolve(import.meta.dirname, own)) ? own : `src/define/${entry}.ts`;
};

/** The build of one self-contained CDN file, with the sentences for developers or without. tools/build.mjs minifies it afterwards. */
export const cdn = (entry: string, fileName: string, { isDevelopment = false } = {}): InlineConfig => ({
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: [
    ownInstrument(entry),
    onePolicy(),
    adoptedStylesOnly(),
    litLeftOut({ hasDirectives: WITH_DIRECTIVES.includes(entry) }),
    minifyTemplateLiterals({ include: ['**/src/**/*.ts'], failOnError: true }),
  ],
  resolve: {
    alias: {
      '#developer-messages': resolve(import.meta.dirname, `src/ui/host/${isDevelopment ? '' : 'no-'}developer-messages.ts`),
    },
  },
  build: {
    target: ['safari16.4', 'ios16.4', 'chrome111', 'firefox113'],
    outDir: 'dist/cdn',
    emptyOutDir: false,
    minify: false,
    lib: { entry: sourceOf(entry), formats: ['es'], fileName: () => fileName },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

export default defineConfig(cdn('all', 'attune.js'));
