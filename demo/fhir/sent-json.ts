// JSON that somebody sent has any shape, whatever its type says.

/** A text as it came, or an empty one. Converting something else to a text may throw. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The objects in a list. Something else is an empty list. */
export const objectsIn = <T>(list: readonly T[] | null | undefined): T[] =>
  Array.isArray(list) ? list.filter((each) => typeof each === 'object' && each) : [];
