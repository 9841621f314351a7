/**
 * What can be used of a host's list: `read` gives an entry in its clean form, or says what is wrong with it. Every other
 * entry goes into the problems with its place. Never throws.
 */
export function sift<T extends object>(name: string, given: unknown, problems: string[], read: (one: never) => T | string): T[] {
  if (!Array.isArray(given)) {
    problems.push(`${name} must be a list`);
    return [];
  }
  return given.flatMap((one, i) => {
    let found: T | string;
    try {
      found = read(one as never);
    } catch {
      // It throws when it is read, or a part that must be there is not.
      found = 'cannot be read';
    }
    if (typeof found === 'object') return found;
    problems.push(`${name}[${i}] ${found}`);
    return [];
  });
}
