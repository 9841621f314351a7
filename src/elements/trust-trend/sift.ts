/**
 * Returns the entries of a host's list that can be used. `read` returns the entry to use, or what is wrong with the given
 * one. Calls `refuse` for every other entry, with its place in the list. Never throws.
 */
export function sift<T extends object>(given: unknown, read: (entry: never) => T | string, refuse: (what: string) => void): T[] {
  if (!Array.isArray(given)) {
    refuse(' must be a list');
    return [];
  }
  return given.flatMap((entry, i) => {
    let found: T | string;
    try {
      found = read(entry as never);
    } catch {
      // A getter of the entry throws, or a required part is missing.
      found = 'cannot be read';
    }
    if (typeof found === 'object') return found;
    refuse(`[${i}] ${found}`);
    return [];
  });
}

export const hasText = (value: unknown): boolean => typeof value === 'string' && !!value.trim();
