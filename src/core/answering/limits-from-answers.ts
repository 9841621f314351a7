import type { Constraint, Item, Value } from '../instrument/instrument.ts';
import { compareValues } from '../item-types/compare-values.ts';
import { fieldTypeOf } from '../item-types/field-types.ts';
import { typeOf } from '../item-types/index.ts';
import type { ValueFault } from '../item-types/item-type.ts';
import { isObject } from '../plain-data/shape.ts';

/** The lowest and the highest value of an item at one place. */
export interface Limits {
  min?: Value | undefined;
  max?: Value | undefined;
}

// An answer outside these limits stays in the record, because the person may have given it before the limit. It breaks a rule.

const rule = (id: ValueFault): Constraint => Object.freeze({ id, severity: 'error', expression: '', language: '' });
const TOO_LOW = rule('min-or-more');
const TOO_HIGH = rule('max-or-less');

/** A limit of these is a number, also one that is no valid answer. */
const limitsAreNumbers: { [Type in Item['type']]?: true } = { quantity: true, integer: true };

/** Whether a result can be a limit of an item. */
export const isLimit = (item: Item, value: unknown): value is Value =>
  limitsAreNumbers[item.type] ? Number.isFinite(value) : !!(fieldTypeOf(item) ?? typeOf(item)).isValue?.(value, item);

/** Whether an answer is possible at all between two limits. */
export const areInOrder = ({ min, max }: Limits): boolean => min === undefined || max === undefined || compareValues(min, max)! <= 0;

/** The number of a quantity in the first unit of its item. Other values are compared as they are. */
function comparable(item: Item, value: Value): Value | undefined {
  if (!isObject(value)) return value;
  const { units: [first] = [] } = item as { units?: { text: string; code?: string }[] };
  const { value: number, unit, code } = value as { value?: number; unit?: string; code?: string };
  return !first || (code ?? unit) === (first.code ?? first.text) ? number : undefined;
}

/** The rule about the limits that an answer breaks. Its id is what is wrong with the answer. */
export function brokenLimit(item: Item, { min, max }: Limits, given: readonly Value[]): Constraint | undefined {
  const [value] = given;
  const compared = value === undefined ? undefined : comparable(item, value);
  if (compared === undefined) return undefined;
  if (min !== undefined && compareValues(compared, min)! < 0) return TOO_LOW;
  return max !== undefined && compareValues(compared, max)! > 0 ? TOO_HIGH : undefined;
}
