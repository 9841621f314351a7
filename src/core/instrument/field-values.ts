import { compareValues } from '../item-types/compare-values.ts';
import { hasDecimals } from '../item-types/decimal.ts';
import { fieldTypeOf } from '../item-types/field-types.ts';
import type { ValueFault } from '../item-types/item-type.ts';
import { answerKey, isOwnWords, settledValue } from '../item-types/object-value.ts';
import { limits } from '../plain-data/limits.ts';
import { type CompiledPattern, compilePattern, matches } from '../plain-data/linear-pattern.ts';
import { isBlank, isText } from '../plain-data/plain-text.ts';
import { isObject } from '../plain-data/shape.ts';
import type { ChoiceItem, DecimalItem, Instrument, Item, OwnWords, TextItem, TextPattern, Value } from './instrument.ts';
import { type Bounds, optionsOf, type ReadValues, readValues } from './value.ts';

/** The same as `readValues`, for items of all types, own words beside a list, and exclusive choices. */
export const readFieldValues: ReadValues = (instrument, item, input) => {
  const values =
    fieldTypeOf(item) ? readField(item, input)
    : input.some(isOwnWords) ? readOpenChoice(instrument, item, input)
    : readValues(instrument, item, input);
  return typeof values === 'string' ? values : (brokenRule(instrument, item, values) ?? brokenCount(item, values.length) ?? values);
};

/** The rule about the number of choices that an answer breaks. */
function brokenCount(item: Item, count: number): ValueFault | undefined {
  const { minChoices = 0, maxChoices = count } = item as ChoiceItem;
  return count < minChoices ? 'min-choices-or-more' : count > maxChoices ? 'max-choices-or-less' : undefined;
}

function readField(item: Item, input: readonly unknown[]): readonly Value[] | ValueFault {
  const { isValue, faultOf } = fieldTypeOf(item)!;
  if (input.length > 1) return 'single';
  const [value] = input;
  if (!isValue!(value, item)) return 'of-its-type';
  const { min, max } = item as Bounds;
  if (compareValues(value as Value, min)! < 0) return 'min-or-more';
  if (compareValues(value as Value, max)! > 0) return 'max-or-less';
  return faultOf?.(item, value as never, {}) ?? [settledValue(value as Value)];
}

/** Own words come after the choices, each once. Blank ones are no answer. */
function readOpenChoice(instrument: Instrument, item: Item, input: readonly unknown[]): readonly Value[] | ValueFault {
  const { open, multiple, dynamic, choices: own = [] } = item as ChoiceItem;
  if (input.length > 1 && !multiple) return 'single';
  const words = input.filter(isOwnWords).filter((one) => !isBlank(one.words));
  const isOffered = (one: OwnWords): boolean => own.some((choice) => 'words' in choice && choice.code === answerKey(one));
  const isTaken = (one: OwnWords): boolean => isWritten(one) && (!!open || !!dynamic?.choices || isOffered(one));
  if (!words.every(isTaken)) return 'one-of-its-choices';
  if (words.some((one) => one.words.length > limits.answerText)) return 'max-length-or-less';
  const distinct = [...new Map(words.map((one) => [answerKey(one), settledValue(one)])).values()];
  const choices = input.filter((value) => !isOwnWords(value));
  const codes = choices.length ? readValues(instrument, item, choices) : [];
  return typeof codes === 'string' ? codes : [...codes, ...distinct];
}

const isWritten = ({ words, coding, ...others }: OwnWords): boolean =>
  isText(words) && isConcept(coding) && !Object.keys(others).length;

const isConcept = (coding: unknown): boolean =>
  coding === undefined ||
  (isObject(coding) && Object.entries(coding).every(([name, text]) => CODING.includes(name) && isText(text) && text.length <= limits.answerText));

const CODING = ['system', 'version', 'code', 'display'];

/** The rule that correct values of the type can still break. */
function brokenRule(instrument: Instrument, item: Item, values: readonly Value[]): ValueFault | undefined {
  const { decimals } = item as DecimalItem;
  if (values.some((value) => typeof value === 'number' && !hasDecimals(value, decimals))) return 'within-its-decimals';
  const isAlone = values.length < 2 || !optionsOf(instrument, item).some(({ code, exclusive }) => exclusive && values.includes(code));
  if (!isAlone) return 'alone-if-exclusive';
  const { pattern } = item as TextItem;
  return pattern && !isLike(pattern, String(values[0])) ? 'like-its-pattern' : undefined;
}

const compiled = new WeakMap<TextPattern, CompiledPattern>();

/** A text also passes if its pattern is not supported, or needs too many steps. */
function isLike(pattern: TextPattern, text: string): boolean {
  const known = compiled.get(pattern) ?? compilePattern(pattern.regex);
  compiled.set(pattern, known);
  return !known.ok || matches(known.pattern, text) !== false;
}
