/** Freezes plain data at every depth and returns it. */
export function deepFreeze<T>(data: T): T {
  // Plain values count as frozen.
  if (!Object.isFrozen(data)) {
    Object.freeze(data);
    Object.values(data as object).forEach(deepFreeze);
  }
  return data;
}
