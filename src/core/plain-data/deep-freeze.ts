/** Freezes plain data all the way down and gives it back. */
export function deepFreeze<T>(data: T): T {
  if (typeof data === 'object' && data && !Object.isFrozen(data)) {
    Object.freeze(data);
    Object.values(data).forEach(deepFreeze);
  }
  return data;
}
