import { fill } from '../../core/fill.ts';
import type { Instance } from '../../core/snapshot.ts';
import type { Words } from '../words.ts';

/** What is missing or wrong at an item, for the person: what to do, not what they did. */
export function problemText({ item, rejected }: Instance, words: Words): string {
  switch (item.type) {
    case 'text':
      return rejected && item.maxLength ? fill(words.errorLong, { max: item.maxLength }) : words.errorMissingText;
    case 'integer':
    case 'decimal':
      return fill(item.type === 'integer' ? words.errorWhole : words.errorNumber, { range: rangeText(item, words) }).replace(' .', '.');
    case 'date':
      return words.errorDate;
    default:
      return words.errorMissing;
  }
}

function rangeText({ min, max }: { min?: number; max?: number }, words: Words): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return fill(words.atLeast, { min: min! });
  return min === undefined ? fill(words.upTo, { max }) : fill(words.between, { min, max });
}
