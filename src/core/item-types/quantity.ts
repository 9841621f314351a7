import { isText } from '../plain-data/plain-text.ts';
import { isObject, text as string } from '../plain-data/shape.ts';
import { hasDecimals } from './decimal.ts';
import type { ItemCommon, Quantity } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A unit of a quantity: the text that the person sees and, if it is coded, its code in a system. */
export interface Unit {
  text: string;
  /** The code system: `http://unitsofmeasure.org` for UCUM. */
  system?: string;
  code?: string;
}

/** A number with a unit. */
export interface QuantityItem extends ItemCommon {
  type: 'quantity';
  /** One unit: it is fixed. Several: the person chooses one. None: a number without a unit, or with one of `freeUnit`. */
  units?: Unit[];
  /** The person writes the unit. Only without `units`. */
  freeUnit?: boolean;
  /** `min` and `max` are in the first unit. A quantity in another unit is not compared with them. */
  min?: number;
  max?: number;
  /** The most decimal places. */
  decimals?: number;
}

const isTextIfThere = (text: unknown): boolean => text === undefined || (isText(text) && !!text.trim());

const isQuantity = (value: unknown): value is Quantity => {
  if (!isObject(value)) return false;
  const { value: number, unit, system, code, ...others } = value;
  return Number.isFinite(number) && [unit, system, code].every(isTextIfThere) && !Object.keys(others).length;
};

/** A unit with a code is known by its code: its text depends on the language. */
const isInUnit = ({ unit, system, code }: Quantity, of: Unit): boolean =>
  code === of.code && system === of.system && (code !== undefined || unit === of.text);

export const quantity: ItemType<QuantityItem> = {
  isValue: isQuantity,
  faultOf: ({ units, freeUnit, min, max, decimals }, quantity: Quantity) => {
    const { value, unit, system, code } = quantity;
    const isPossible =
      units ? units.some((one) => isInUnit(quantity, one))
      : freeUnit || [unit, system, code].every((part) => part === undefined);
    if (!isPossible) return 'one-of-its-units';
    if (!hasDecimals(value, decimals)) return 'within-its-decimals';
    if (units && !isInUnit(quantity, units[0]!)) return undefined;
    // Without a limit this compares with undefined, which is always false.
    return value < min! ? 'min-or-more' : value > max! ? 'max-or-less' : undefined;
  },
};

export const quantityShape: ItemShape<QuantityItem> = {
  fields: { 'units?': [{ text: 'title', 'system?': string, 'code?': string }], 'freeUnit?': 'flag', 'min?': 'number', 'max?': 'number', 'decimals?': 'count' },
  optionCount: ({ units = [] }) => units.length,
  check: ({ units = [], freeUnit }, { must, path }) => {
    const keys = units.map(({ text, system, code }) => JSON.stringify(code === undefined ? [text] : [system, code]));
    must(new Set(keys).size === units.length, `${path}.units`, 'unique');
    units.forEach(({ system, code }, i) => must(code === undefined || system, `${path}.units[${i}].system`, 'there-with-a-code'));
    must(!units.length || !freeUnit, `${path}.freeUnit`, 'without-units');
  },
};
