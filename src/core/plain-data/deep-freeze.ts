/** Freezes plain data at every depth and returns it. */
export function deepFreeze<T>(data: T): T {
  if (typeof data === 'object' && data && !Object.isFrozen(data)) {
    Object.freeze(data);
    Object.values(data).forEach(deepFreeze);
  }
  return data;
}
