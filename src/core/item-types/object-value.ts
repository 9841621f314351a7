import type { OwnWords, Value } from './item-common.ts';

/** A value with its keys in one order, frozen. A plain value is returned as it is. */
export const settledValue = <V>(value: V): V =>
  typeof value === 'object' && value
    ? (Object.freeze(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, settledValue(part)] as const).sort(([a], [b]) => (a < b ? -1 : 1)))) as V)
    : value;

/** Whether a value is in the person's own words, beside a list. */
export const isOwnWords = (value: unknown): value is OwnWords => typeof value === 'object' && !!value && 'words' in value;

/** The same text for two answers to a list that stand for the same: the code of a concept decides, not its words. */
export const answerKey = (value: Value): string => {
  if (!isOwnWords(value)) return JSON.stringify(value);
  const { words, coding: { system, code } = {} } = value;
  return JSON.stringify(code === undefined ? [words] : [system, code]);
};

/** A value as text, without the wording of an instrument: `5 mg`, own words as they are, the name of a file. */
export const plainValueText = (value: Value): string =>
  typeof value !== 'object' ? String(value)
  : 'words' in value ? value.words
  : 'name' in value ? value.name
  : `${value.value} ${value.unit ?? value.code ?? ''}`.trim();
