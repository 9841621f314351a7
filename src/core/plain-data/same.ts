/** Whether two lists hold the same things in the same order. */
export function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  // A loop: `every` is slow on frozen lists, and this runs over every item at every answer.
  let i = a.length;
  if (i !== b.length) return false;
  while (i && a[i - 1] === b[i - 1]) i--;
  return !i;
}

/** The earlier list where the new one is the same, so that what compares by identity sees no change; frozen. */
export const keep = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before && same(before, now) ? before : Object.freeze(now);
