import type { Response } from './response.ts';

/**
 * The current records in their order: those that no other record in the list replaces. If records have the same id, only
 * the first of them is included. Do not include drafts that were never sent, because a draft must not replace a record.
 */
export function standing<T extends Pick<Response, 'id' | 'replaces'>>(records: readonly T[]): T[] {
  const excluded = new Set(records.map(({ replaces }) => replaces));
  return records.filter(({ id }) => {
    const isIncluded = !excluded.has(id);
    excluded.add(id);
    return isIncluded;
  });
}
