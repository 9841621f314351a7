/** Whether two lists hold the same things in the same order. */
export const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one === b[i]));

/** The earlier list where the new one is the same, so that what compares by identity sees no change; frozen. */
export const keep = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before && same(before, now) ? before : Object.freeze(now);
