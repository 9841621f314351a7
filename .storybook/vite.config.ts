import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { readTranslations, translationModule } from '../tools/translation-modules.mjs';

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const ENTRY = /^\0?attune-elements\/translations\/([\w-]+)(?:\/([\w-]+))?$/;

/** `attune-elements/translations/<tag>` and `/<tag>/<instrument>`, made from the data as the build makes them. */
const translations = (): Plugin => ({
  name: 'attune-translations',
  resolveId: (id) => (ENTRY.test(id) ? `\0${id}` : undefined),
  load(id) {
    const [, language, instrument] = ENTRY.exec(id) ?? [];
    if (!language) return undefined;
    const all = Object.values(readTranslations(fileURLToPath(new URL('..', import.meta.url)))[language] ?? {});
    const wanted = all.filter((one) => !instrument || one.instrument === instrument);
    if (!wanted.length) throw new Error(`no translation: ${id}`);
    return translationModule(wanted, source('instruments/add-translations.ts'));
  },
});

// Stories use the public entries. Here they point to the sources, so that a change is visible at once.
export default defineConfig({
  plugins: [translations()],
  resolve: {
    alias: [
      { find: '#developer-messages', replacement: source('ui/host/developer-messages.ts') },
      { find: /^attune-elements$/, replacement: source('index.ts') },
      { find: /^attune-elements\/define$/, replacement: source('define/all.ts') },
      { find: /^attune-elements\/define\/(.*)$/, replacement: source('define/$1.ts') },
      { find: /^attune-elements\/core$/, replacement: source('core/index.ts') },
      { find: /^attune-elements\/fhir$/, replacement: source('fhir/index.ts') },
      { find: /^attune-elements\/html$/, replacement: source('html/index.ts') },
      { find: /^attune-elements\/html\/fallback\.css$/, replacement: source('html/fallback.css') },
      { find: /^attune-elements\/statistics$/, replacement: source('statistics/index.ts') },
      { find: /^attune-elements\/instruments$/, replacement: source('instruments/index.ts') },
      { find: /^attune-elements\/locales$/, replacement: source('locales/index.ts') },
      { find: /^attune-elements\/locales\/(.*)$/, replacement: source('locales/$1.ts') },
      { find: /^attune-elements\/schema\/(.*)$/, replacement: source('schema/$1') },
    ],
  },
});
