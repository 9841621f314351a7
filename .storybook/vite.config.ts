import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

// Stories use the public entries. Here they point to the sources, so that a change is visible at once.
export default defineConfig({
  resolve: {
    alias: [
      { find: '#developer-messages', replacement: source('ui/host/developer-messages.ts') },
      { find: /^attune-elements$/, replacement: source('index.ts') },
      { find: /^attune-elements\/define$/, replacement: source('define/all.ts') },
      { find: /^attune-elements\/define\/(.*)$/, replacement: source('define/$1.ts') },
      { find: /^attune-elements\/core$/, replacement: source('core/index.ts') },
      { find: /^attune-elements\/statistics$/, replacement: source('statistics/index.ts') },
      { find: /^attune-elements\/instruments$/, replacement: source('instruments/index.ts') },
      { find: /^attune-elements\/schema\/(.*)$/, replacement: source('schema/$1') },
    ],
  },
});
