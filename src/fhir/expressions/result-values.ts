import type { Item, Instrument, Choice } from '../../core/instrument/instrument.ts';
import { exact } from '../../core/instrument/scale-score.ts';
import { optionsOf } from '../../core/instrument/value.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { wholeDay } from '../in/bounds.ts';
import { choiceFor, offeredWords, valueIn } from '../in/value.ts';
import { answerKind, isChoice } from '../item-kind.ts';
import { optionValues } from '../option-values.ts';
import { tagOf } from '../source-tags.ts';

const UCUM = 'http://unitsofmeasure.org';

/** A quantity of `fhirpath`. Its unit has quotes if it is a code of UCUM. */
interface QuantityResult {
  value: { toJSON(): number };
  unit: string;
}

const isQuantity = (result: unknown): result is QuantityResult =>
  isObject(result) && typeof result.unit === 'string' && typeof (result.value as Partial<QuantityResult['value']> | undefined)?.toJSON === 'function';

/** A result of `fhirpath` as plain data. */
export function plainResult(result: unknown): unknown {
  const data = isObject(result) && 'parentResNode' in result ? result.data : result;
  if (typeof data === 'bigint') return Number(data);
  if (isQuantity(data)) {
    const number = exact(data.value.toJSON());
    const code = /^'(.*)'$/s.exec(data.unit)?.[1];
    return code === undefined ? { value: number, unit: data.unit } : { value: number, unit: code, system: UCUM, code };
  }
  const { toJSON } = Object(data) as { toJSON?: () => unknown };
  const plain = typeof toJSON === 'function' ? toJSON.call(data) : data;
  return typeof plain === 'number' && !Number.isInteger(plain) ? exact(plain) : plain;
}

/** The text of a unit as the item shows it. */
function quantityFor({ units = [] }: { units?: { text: string; system?: string; code?: string }[] }, plain: unknown): unknown {
  if (typeof plain === 'number') {
    const [unit, ...others] = units;
    if (!unit) return { value: plain };
    const { text, ...coded } = unit;
    return others.length ? plain : { value: plain, unit: text, ...coded };
  }
  if (!isObject(plain)) return plain;
  const unit = units.find(({ code, text }) => (code ?? text) === (plain.code ?? plain.unit));
  if (!unit) return plain;
  const { text, ...coded } = unit;
  return { value: plain.value, unit: text, ...coded };
}

/** What the item makes of a result before it is read as a value. */
function suited(item: Item, plain: unknown): unknown {
  const { decimals } = item as { decimals?: number };
  switch (answerKind(item)) {
    case 'Quantity':
      return quantityFor(item as object, plain);
    case 'Decimal':
      return typeof plain === 'number' && decimals !== undefined ? +plain.toFixed(decimals) : plain;
    case 'Date':
      return typeof plain === 'string' ? plain.slice(0, 10) : plain;
    case 'String':
      return typeof plain === 'number' || typeof plain === 'boolean' ? String(plain) : plain;
    default:
      return plain;
  }
}

/** A resource as a reference to it, and a concept with its words as one coding. */
function offered(plain: unknown): unknown {
  if (!isObject(plain)) return plain;
  const { coding, text, resourceType, id } = plain;
  if (Array.isArray(coding)) return { ...(Object(coding[0]) as object), ...(typeof text === 'string' && { display: text }) };
  return typeof resourceType === 'string' && id !== undefined ? { reference: `${resourceType}/${String(id)}` } : plain;
}

/** Results of `fhirpath` as the choices of an item: the codes of its own, or words. A text is a concept where the form wants one. */
export function offersFor(instrument: Instrument, item: Item, results: readonly unknown[]): unknown[] {
  const choices = optionsOf(instrument, item) as readonly unknown[] as readonly Choice[];
  const isConcept = isChoice(item) && !item.open && !tagOf(item, 'fhirType');
  return results.map((result) => {
    const plain = offered(plainResult(result));
    const value = isConcept && typeof plain === 'string' ? { display: plain } : plain;
    return choiceFor(choices, { type: '', value: plain }, optionValues(item))?.code ?? offeredWords(value) ?? plain;
  });
}

/**
 * Results of `fhirpath` as limits of an item: of a quantity the number in its first unit, of a month its first or last day. A result
 * that does not fit stays as it is, so that the session reports it.
 */
export const limitsFor = (item: Item, results: readonly unknown[], isEnd: boolean): unknown[] =>
  results.map((result) => limitIn(item, suited(item, plainResult(result)), isEnd));

function limitIn(item: Item, plain: unknown, isEnd: boolean): unknown {
  const kind = answerKind(item);
  if (kind === 'Date' && typeof plain === 'string') return wholeDay(plain, isEnd);
  if (kind === 'Integer' && typeof plain === 'number') return isEnd ? Math.floor(plain) : Math.ceil(plain);
  if (kind === 'Quantity' && isObject(plain)) {
    const { units: [first] = [] } = item as { units?: { text: string; code?: string }[] };
    return !first || (plain.code ?? plain.unit) === (first.code ?? first.text) ? plain.value : plain;
  }
  return kind ? (valueIn({ ...(item as object), kind }, { type: '', value: plain }) ?? plain) : plain;
}

/**
 * Results of `fhirpath` as values of an item. A decimal is rounded to the places that the item has, and a moment is a day if the item
 * is one. A result that does not fit stays as it is, so that the session reports it.
 */
export function valuesFor(instrument: Instrument, item: Item, results: readonly unknown[]): unknown[] {
  const choices = optionsOf(instrument, item) as readonly unknown[] as readonly Choice[];
  const kind = answerKind(item);
  if (!kind) return results.map(plainResult);
  const target = { ...(item as object), kind, choices };
  return results.map((result) => {
    const plain = suited(item, plainResult(result));
    return valueIn(target, { type: '', value: plain }) ?? plain;
  });
}
