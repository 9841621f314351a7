import type { Response } from './response.ts';

/**
 * The records that count, in the given order: the first of each id, without those that another of them replaces. Give only
 * records that may replace others: a draft that was never sent must not replace a record.
 */
export function standing<T extends Pick<Response, 'id' | 'replaces'>>(records: readonly T[]): T[] {
  const excluded = new Set(records.map(({ replaces }) => replaces));
  // `add` returns the set, so the first record of an id passes.
  return records.filter(({ id }) => !excluded.has(id) && excluded.add(id));
}
