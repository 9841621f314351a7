const listeners = new Set<() => void>();

/** Calls back whenever an instrument or a translation is registered, until the function that it returns is called. */
export function onRegistered(callback: () => void): () => void {
  listeners.add(callback);
  return () => void listeners.delete(callback);
}

/** Something was registered. */
export function notifyRegistered(): void {
  for (const callback of [...listeners]) callback();
}
