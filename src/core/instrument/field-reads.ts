import { limits } from '../plain-data/limits.ts';
import { isText } from '../plain-data/plain-text.ts';
import { breaks, exceeds } from '../plain-data/problem.ts';
import { type Read, isObject, like, literal, objectOf, within } from '../plain-data/shape.ts';

/** How to read the values of fields by name. A field whose name ends in `?` is optional. */
export type Fields = Record<string, Read>;

export const name = like('name', /^[a-z][\w-]*$/i);
/** Any text that FHIR allows as a linkId. */
export const itemId: Read = (value, path, problems) => {
  if (!isText(value) || !value || value !== value.trim()) problems.push(breaks(path, 'text-without-space-around-it'));
  else if (value.length > limits.itemId) problems.push(exceeds(path, limits.itemId, 'characters'));
  return value;
};
export const flag = literal(true, false);

// Small enough that no sum overflows.
export const number = within(-1e9, 1e9);
export const positive = within(1e-9, 1e9);
export const reasons = ['declined', 'unknown', 'not-applicable'];
export const code = like('code', /^(?!(declined|unknown|not-applicable)$)\S+$/);

/** An object with any number of keys, whose values are all of one kind. */
export const record =
  (each: Read, key = name, most: number = limits.dataValues): Read =>
  (value, path, problems) => {
    const names = Object.keys(isObject(value) ? value : {});
    if (names.length > most) return problems.push(exceeds(path, most, 'entries'));
    for (const name of names) {
      if (problems.length >= limits.problems) break;
      key(name, `${path}.${name}`, problems);
    }
    return objectOf(new Map(names.map((name) => [name, each])))(value, path, problems);
  };
