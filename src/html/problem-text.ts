import type { Item } from '../core/instrument/instrument.ts';
import { longestOf, type TextRules } from '../core/item-types/text.ts';
import { NOT_ASKED } from './form-problem.ts';
import { isChosen, typeMarkupOf } from './item-types/index.ts';
import type { Part } from './markup.ts';
import { takesSeveral } from './options.ts';
import type { Words } from './words.ts';

/** The message about what is wrong with an answer. It says what to do. `code` is that of `readForm`. */
export function problemText(item: Item, code: string, words: Words): Part {
  if (code === NOT_ASKED) return words('fallback.leftOut');
  if (code === 'alone-if-exclusive' || (code === 'one-of-its-choices' && takesSeveral(item))) return words('fhir.errorAlone');
  if (isChosen(item)) return code === 'answered-or-left-out' ? words('errorMissing') : words('fhir.errorList');
  if (code === 'max-length-or-less') return words('errorLong', { count: longestOf(item as TextRules) });
  if (code === 'min-length-or-more') return words('errorShort', { count: (item as TextRules).minLength ?? 1 });
  if (code === 'like-its-pattern') return (item as TextRules).pattern?.message ?? words('fhir.errorPattern');
  if (code === 'within-its-decimals') return words('fhir.errorDecimals', { count: (item as { decimals?: number }).decimals ?? 0 });
  if (code === 'one-of-its-units') return words('fhir.errorUnit');
  return typeMarkupOf(item).problem?.(item, code, words) ?? words('errorMissingText');
}
