import type { Part } from '../markup.ts';
import type { Words } from '../words.ts';

interface Bounds {
  min?: number;
  max?: number;
}

/** Which number to write. */
export function numberText(key: 'errorWhole' | 'errorNumber', { min, max }: Bounds, words: Words): Part {
  if (min === undefined && max === undefined) return words(key);
  if (max === undefined) return words(`${key}From`, { min: min! });
  return min === undefined ? words(`${key}UpTo`, { max }) : words(`${key}Between`, { min, max });
}

/** Which number to write, if not every number is right. */
export const limitsText = (key: 'errorWhole' | 'errorNumber', bounds: Bounds, words: Words): Part =>
  bounds.min === undefined && bounds.max === undefined ? undefined : numberText(key, bounds, words);
