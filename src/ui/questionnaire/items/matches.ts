import type { Option } from './item-type-view.ts';

/** The first options that a text was found in, and how many there are. */
export interface Matches {
  first: readonly Option[];
  count: number;
}

/** The texts of options as they are searched, by list. */
const known = new WeakMap<readonly Option[], readonly string[]>();

/** A text in lower case, and without marks such as accents. */
const plainLetters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

function searchable(options: readonly Option[]): readonly string[] {
  const texts = known.get(options) ?? options.map(({ text }) => plainLetters(text));
  known.set(options, texts);
  return texts;
}

/**
 * Finds the options that have every word of a text in them. Those that begin with the text come first; otherwise they keep their
 * order. Only the first `most` are returned, because a list may have 10,000.
 */
export function matchesOf(text: string, options: readonly Option[], most: number): Matches {
  const wanted = plainLetters(text);
  const words = wanted.split(/\s+/);
  const best: Option[] = [];
  const others: Option[] = [];
  searchable(options).forEach((one, i) => {
    if (words.every((word) => one.includes(word))) (one.startsWith(wanted) ? best : others).push(options[i]!);
  });
  return { first: [...best, ...others].slice(0, most), count: best.length + others.length };
}

/** The option that a text names: letter by letter, else apart from capital letters, accents and space around it. */
export const optionNamed = (text: string, options: readonly Option[]): Option | undefined =>
  options.find((option) => option.text === text) ?? options[searchable(options).indexOf(plainLetters(text))];
