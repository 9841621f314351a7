import type { OwnWords, Value } from './item-common.ts';

/** A value with its keys in one order, frozen. A plain value is returned as it is. */
export const settledValue = <V>(value: V): V =>
  typeof value === 'object' && value
    ? (Object.freeze(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))) as V)
    : value;

/** Whether a value is in the person's own words, beside a list. */
export const isOwnWords = (value: unknown): value is OwnWords => typeof value === 'object' && !!value && 'words' in value;

/** A value as text, without the wording of an instrument: `5 mg`, own words as they are, the name of a file. */
export const plainValueText = (value: Value): string =>
  typeof value !== 'object' ? String(value)
  : 'words' in value ? value.words
  : 'name' in value ? value.name
  : `${value.value} ${value.unit ?? value.code ?? ''}`.trim();
