import { isLocale } from './locale.ts';
import { isText } from './plain-text.ts';
import { type Problem, breaks } from './problem.ts';

/**
 * Gives a frozen copy of a value that keeps to a rule, else adds what is wrong with it to the problems. Where there are
 * problems, the copy is of no use.
 */
export type Read = (value: unknown, path: string, problems: Problem[]) => unknown;

/** So many problems are enough to know that it is something else. */
const enough = 20;

/**
 * The gate for data from outside: reads its shape, and `take` makes something of it where every part is well formed.
 * Each property is read once. Gives what `take` made, or at most 20 problems. Never throws.
 */
export function gate<Clean, Taken>(
  data: unknown,
  read: Read,
  take: (clean: Clean, problems: Problem[]) => Taken,
): Taken | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  try {
    const clean = read(data, '', problems) as Clean;
    if (!problems.length) {
      const taken = take(clean, problems);
      if (!problems.length) return taken;
    }
  } catch {
    // It throws when it is read, or has itself inside.
    problems.push(breaks('', 'plain-data'));
  }
  return { ok: false, problems: problems.slice(0, enough) };
}

export const is =
  (code: string, holds: (value: never) => unknown, detail?: unknown): Read =>
  (value, path, problems) => {
    if (!holds(value as never)) problems.push(breaks(path, code, detail));
    return value;
  };

export const oneOf = (...values: unknown[]): Read =>
  is('one-of', (value) => values.includes(value), values.join(', '));

export const text = is('text', isText);
export const count = is('whole-number', (value) => Number.isSafeInteger(value) && value >= 0);
export const plain = is('plain-value', (value) => /^(str|num|boo)/.test(typeof value));
export const languageTag = is('language-tag', (value) => isText(value) && isLocale(value));

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

export const list =
  (read: Read, least = 1): Read =>
  (value, path, problems) => {
    const clean: unknown[] = [];
    if (!Array.isArray(value) || value.length < least) return problems.push(breaks(path, 'list'));
    for (let i = 0, { length } = value; i < length && problems.length < enough; i++) {
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
    const own: Record<string, unknown> = { ...value };
    const clean: Record<string, unknown> = {};
    for (const [name, read, isOptional] of rules) {
      const given = own[name];
      if (given !== undefined) clean[name] = read(given, inside + name, problems);
      else if (!isOptional) problems.push(breaks(inside + name, 'there'));
    }
    for (const name in own) if (!known.has(name)) problems.push(breaks(inside + name, 'known-key'));
    return Object.freeze(clean);
  };
};
