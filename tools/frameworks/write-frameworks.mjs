// Writes the entries for frameworks: components or types made from custom-elements.json.
import { mkdirSync, readFileSync } from 'node:fs';
import { elementsOf } from './elements.mjs';

/** Each file exports `write(elements, directory)`. */
const FRAMEWORKS = [
  'angular',
  'astro',
  'preact',
  'react',
  'solid',
  'svelte',
  'vue',
];

/** Reads the manifest at `manifestPath`. Writes `.js` and `.d.ts` files into `directory`, which is dist/frameworks. */
export const writeFrameworks = async (manifestPath, directory) => {
  const elements = elementsOf(JSON.parse(readFileSync(manifestPath, 'utf8')));
  mkdirSync(directory, { recursive: true });
  for (const framework of FRAMEWORKS) {
    const { write } = await import(`./${framework}.mjs`);
    await write(elements, directory);
  }
};
