import type { Response } from '../record/response.ts';

/** Exactly what was asked. A response states it as its `instrument`. */
export type Form = Response['instrument'];

/** Records of one form, in the given order. */
export interface Series<T> {
  form: Form;
  records: T[];
}

/**
 * Splits records by form, in the order in which the forms first occur. Records of two forms differ in instrument, version
 * or an option (variant, keying, perspective, mode, ...). Scores of different forms are never compared or joined.
 */
export function series<T extends { instrument: Form }>(records: readonly T[]): Series<T>[] {
  const seriesByForm = new Map<string, Series<T>>();
  for (const record of records) {
    const key = keyOfForm(record.instrument);
    const series = seriesByForm.get(key);
    if (series) series.records.push(record);
    else seriesByForm.set(key, { form: record.instrument, records: [record] });
  }
  return [...seriesByForm.values()];
}

/** Equal for equal forms. The order of the options does not matter. */
export const keyOfForm = ({ id, version, options }: Form): string =>
  JSON.stringify([id, version, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
