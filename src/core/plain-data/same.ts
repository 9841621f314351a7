/** Whether two lists contain the same values in the same order. */
export function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  // Not `every`: it is slow on frozen lists, and this runs for every item at every answer.
  let i = a.length;
  if (i !== b.length) return false;
  while (i && a[i - 1] === b[i - 1]) i--;
  return !i;
}

/**
 * Returns the earlier list if the new one has the same values, so that a comparison by identity finds no change. Otherwise
 * freezes and returns the new one.
 */
export const reuse = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before && same(before, now) ? before : Object.freeze(now);
