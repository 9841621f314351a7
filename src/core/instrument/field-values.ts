import { compareValues } from '../item-types/compare-values.ts';
import { hasDecimals } from '../item-types/decimal.ts';
import { fieldTypeOf } from '../item-types/field-types.ts';
import type { ValueFault } from '../item-types/item-type.ts';
import { isOwnWords, settledValue } from '../item-types/object-value.ts';
import { limits } from '../plain-data/limits.ts';
import { type CompiledPattern, compilePattern, matches } from '../plain-data/linear-pattern.ts';
import { isBlank, isText } from '../plain-data/plain-text.ts';
import type { ChoiceItem, DecimalItem, Instrument, Item, OwnWords, TextItem, TextPattern, Value } from './instrument.ts';
import { type Bounds, optionsOf, type ReadValues, readValues } from './value.ts';

/** The same as `readValues`, for items of all types, own words beside a list, and exclusive choices. */
export const readFieldValues: ReadValues = (instrument, item, input) => {
  const values =
    fieldTypeOf(item) ? readField(item, input)
    : input.some(isOwnWords) ? readOpenChoice(instrument, item, input)
    : readValues(instrument, item, input);
  return typeof values === 'string' ? values : (brokenRule(instrument, item, values) ?? values);
};

function readField(item: Item, input: readonly unknown[]): readonly Value[] | ValueFault {
  const { isValue, faultOf } = fieldTypeOf(item)!;
  if (input.length > 1) return 'single';
  const [value] = input;
  if (!isValue?.(value, item)) return 'of-its-type';
  const { min, max } = item as Bounds;
  if (compareValues(value as Value, min)! < 0) return 'min-or-more';
  if (compareValues(value as Value, max)! > 0) return 'max-or-less';
  return faultOf?.(item, value as never, {}) ?? [settledValue(value as Value)];
}

/** Own words come after the choices, each once. Blank ones are no answer. */
function readOpenChoice(instrument: Instrument, item: Item, input: readonly unknown[]): readonly Value[] | ValueFault {
  const { open, multiple } = item as ChoiceItem;
  if (input.length > 1 && !multiple) return 'single';
  const words = input.filter(isOwnWords).filter((one) => !isBlank(one.words));
  if (!open || !words.every(isWritten)) return 'one-of-its-choices';
  if (words.some((one) => one.words.length > limits.answerText)) return 'max-length-or-less';
  const distinct = [...new Map(words.map((one) => [one.words, settledValue(one)])).values()];
  const choices = input.filter((value) => !isOwnWords(value));
  const codes = choices.length ? readValues(instrument, item, choices) : [];
  return typeof codes === 'string' ? codes : [...codes, ...distinct];
}

const isWritten = (value: OwnWords): boolean => isText(value.words) && Object.keys(value).length === 1;

/** The rule that correct values of the type can still break. */
function brokenRule(instrument: Instrument, item: Item, values: readonly Value[]): ValueFault | undefined {
  const { decimals } = item as DecimalItem;
  if (values.some((value) => typeof value === 'number' && !hasDecimals(value, decimals))) return 'within-its-decimals';
  const isAlone = values.length < 2 || !optionsOf(instrument, item).some(({ code, exclusive }) => exclusive && values.includes(code));
  if (!isAlone) return 'alone-if-exclusive';
  const { pattern } = item as TextItem;
  return pattern && !values.every((value) => isLike(pattern, String(value))) ? 'like-its-pattern' : undefined;
}

const compiled = new WeakMap<TextPattern, CompiledPattern>();

/** A text also passes if its pattern is not supported, or needs too many steps. */
function isLike(pattern: TextPattern, text: string): boolean {
  const known = compiled.get(pattern) ?? compilePattern(pattern.regex);
  compiled.set(pattern, known);
  return !known.ok || matches(known.pattern, text) !== false;
}
