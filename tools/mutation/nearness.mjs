import { basename } from 'node:path';

const words = file => new Set(basename(file).split('.')[0].split('-'));

/**
 * The order in which test files are tried on a mutant: first those that found most mutants of this source file, then those that share
 * words with its name, then the others.
 */
export const byNearness = (bundles, source, kills) => {
  const own = words(source);
  const rank = ({ file }) => (kills.get(file) ?? 0) + [...words(file)].filter(word => own.has(word)).length / 10;
  return bundles.toSorted((a, b) => rank(b) - rank(a));
};
