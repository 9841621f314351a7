import type { Response } from './response.ts';

/** What was asked, exactly: a response says it as its `instrument`. */
export type Form = Response['instrument'];

/** Records of one form, in the order in which they were given. */
export interface Series<T> {
  form: Form;
  records: T[];
}

/**
 * Splits records by form, in the order in which the forms first occur. Another instrument, another version, or another
 * value of any option (variant, keying, perspective, mode, ...) is another form: its scores are not compared and not joined.
 */
export function series<T extends { instrument: Form }>(records: readonly T[]): Series<T>[] {
  const found = new Map<string, Series<T>>();
  for (const record of records) {
    const key = keyOfForm(record.instrument);
    const one = found.get(key);
    if (one) one.records.push(record);
    else found.set(key, { form: record.instrument, records: [record] });
  }
  return [...found.values()];
}

/** The same for the same form, whatever the order of its options. */
export const keyOfForm = ({ id, version, options }: Form): string =>
  JSON.stringify([id, version, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
