import type { Response } from './response.ts';

/**
 * The records that count, in the order in which they were given: each id once, where it comes first, and none that another
 * of them replaces. Give only those that may replace one: a draft that nobody sent replaces nothing.
 */
export function standing<T extends Pick<Response, 'id' | 'replaces'>>(records: readonly T[]): T[] {
  const gone = new Set(records.map(({ replaces }) => replaces));
  return records.filter(({ id }) => !gone.has(id) && gone.add(id));
}
