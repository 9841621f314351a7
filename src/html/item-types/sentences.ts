import type { Part } from '../markup.ts';
import type { Words } from '../words.ts';

/** Sentences with a space between them. `undefined` if there is none. */
export function sentences(...given: readonly Part[]): Part {
  const parts = given.filter(Boolean);
  return parts.length ? parts.map((part, i) => (i ? [' ', part] : part)) : undefined;
}

/** How many characters an answer can have. */
export const longestText = ({ maxLength }: { maxLength?: number }, words: Words): Part => maxLength !== undefined && words('atMost', { count: maxLength });
