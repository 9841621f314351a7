import { limits } from '../plain-data/limits.ts';
import type { ItemCommon } from './item-common.ts';
import { numberType, type ItemShape, type ItemType } from './item-type.ts';

/** A number that the person types. */
export interface DecimalItem extends ItemCommon {
  type: 'decimal';
  min?: number;
  max?: number;
  unit?: string;
  /** The most decimal places. */
  decimals?: number;
}

/** A number with at most so many decimal places. */
export const rounded = (number: number, decimals?: number): number =>
  decimals === undefined ? number : +number.toFixed(Math.min(decimals, limits.decimals));

/** Whether a number has at most so many decimal places, in its shortest spelling. */
export const hasDecimals = (number: number, decimals?: number): boolean =>
  number === rounded(number, decimals);

export const decimal: ItemType<DecimalItem> = /* @__PURE__ */ numberType(Number.isFinite);

export const decimalShape: ItemShape<DecimalItem> = {
  fields: { 'min?': 'number', 'max?': 'number', 'unit?': 'text' },
};
