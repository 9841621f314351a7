import { isLocale } from './locale.ts';
import { limits } from './limits.ts';
import { plainCopy } from './plain-copy.ts';
import { isPlain, isText } from './plain-text.ts';
import { type Problem, breaks, exceeds } from './problem.ts';

/**
 * Gives a frozen copy of a value that keeps to a rule, else adds what is wrong with it to the problems. Where there are
 * problems, the copy is of no use.
 */
export type Read = (value: unknown, path: string, problems: Problem[]) => unknown;

interface Gate<Clean, Taken> {
  read: Read;
  take: (clean: Clean, problems: Problem[]) => Taken;
  /** Characters of all texts and keys. */
  maxText?: number;
}

/**
 * The gate for data from outside: copies it as plain data, reads the shape of the copy, and `take` makes something of it
 * where every part is well formed. Gives what `take` made, or at most 20 problems. Data never makes it throw: an error in
 * `read` or `take` is our own and goes on to the caller.
 */
export function gate<Clean, Taken>(
  data: unknown,
  { read, take, maxText }: Gate<Clean, Taken>,
): Taken | { ok: false; problems: Problem[] } {
  const copied = plainCopy(data, maxText);
  if (!copied.ok) return { ok: false, problems: [copied.problem] };
  const problems: Problem[] = [];
  const clean = read(copied.data, '', problems) as Clean;
  if (!problems.length) {
    const taken = take(clean, problems);
    if (!problems.length) return taken;
  }
  return { ok: false, problems: problems.slice(0, limits.problems) };
}

export const is =
  (code: string, holds: (value: never) => unknown, detail?: unknown): Read =>
  (value, path, problems) => {
    if (!holds(value as never)) problems.push(breaks(path, code, detail));
    return value;
  };

export const oneOf = (...values: unknown[]): Read =>
  is('one-of', (value) => values.includes(value), values.join(', '));

/** A text of wording. */
export const text: Read = (value, path, problems) => {
  if (!isText(value)) problems.push(breaks(path, 'text'));
  else if (value.length > limits.wordingText) problems.push(exceeds(path, limits.wordingText, 'characters'));
  return value;
};
export const count = is('whole-number', (value) => Number.isSafeInteger(value) && value >= 0);
/** An id that records name. */
export const name = is('name', (value: string) => isText(value) && value && value.length <= 200, 'of 1 to 200 characters');
export const within = (min: number, max: number): Read =>
  is('number', (value) => Number.isFinite(value) && value >= min && value <= max, `from ${min} to ${max}`);
export const plain = is('plain-value', isPlain);
export const languageTag = is('language-tag', (value) => isText(value) && isLocale(value));

/** The text, or an empty one: other values cannot all be made a text without an error. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

export const list =
  (read: Read, least = 1, most: number = limits.dataValues): Read =>
  (value, path, problems) => {
    const clean: unknown[] = [];
    if (!Array.isArray(value) || value.length < least) return problems.push(breaks(path, 'list'));
    if (value.length > most) return problems.push(exceeds(path, most, 'entries'));
    for (let i = 0, { length } = value; i < length && problems.length < limits.problems; i++) {
      clean.push(read(value[i], `${path}[${i}]`, problems));
    }
    return Object.freeze(clean);
  };

/** Fields by name; a name that ends in `?` may be missing. */
export const object = (fields: Readonly<Record<string, Read>>): Read =>
  fieldsOf(Object.entries(fields).map(([field, read]) => [field.replace('?', ''), read, field.endsWith('?')]));

/** Fields by rules; each name is taken as it stands. */
export const fieldsOf = (rules: readonly (readonly [name: string, read: Read, isOptional?: boolean])[]): Read => {
  const known = new Set(rules.map(([name]) => name));
  return (value, path, problems) => {
    if (!isObject(value)) return problems.push(breaks(path, 'object'));
    const inside = path && `${path}.`;
    const clean: [name: string, value: unknown][] = [];
    for (const [name, read, isOptional] of rules) {
      if (problems.length >= limits.problems) break;
      const given = Object.hasOwn(value, name) ? value[name] : undefined;
      if (given !== undefined) clean.push([name, read(given, inside + name, problems)]);
      else if (!isOptional) problems.push(breaks(inside + name, 'there'));
    }
    for (const name in value) {
      if (problems.length >= limits.problems) break;
      if (!known.has(name)) problems.push(breaks(inside + name, 'known-key'));
    }
    return Object.freeze(Object.fromEntries(clean));
  };
};
