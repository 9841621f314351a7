import { isLocale } from './locale.ts';
import { limits } from './limits.ts';
import { plainCopy } from './plain-copy.ts';
import { isPlain, isText } from './plain-text.ts';
import { type Problem, breaks, exceeds } from './problem.ts';

/**
 * Returns a frozen copy of a value if it follows a rule. Otherwise adds to the problems; the return value is then
 * meaningless.
 */
export type Read = (value: unknown, path: string, problems: Problem[]) => unknown;

interface Gate<Shaped, Result> {
  /** Checks the shape of the data. */
  read: Read;
  /** Makes the result from data with the right shape. It can add further problems. */
  build: (shaped: Shaped, problems: Problem[]) => Result;
  /** The most characters of all texts and keys together. */
  maxText?: number;
}

/**
 * Every piece of host data enters the core through this function. It copies the data, reads the shape of the copy, and
 * builds the result. Returns at most 20 problems instead if there are any. It never throws because of the data. An error in
 * `read` or `build` is an error in our code, so it is passed on to the caller.
 */
export function gate<Shaped, Result>(
  data: unknown,
  { read, build, maxText }: Gate<Shaped, Result>,
): Result | { ok: false; problems: Problem[] } {
  const copied = plainCopy(data, maxText);
  if (!copied.ok) return { ok: false, problems: [copied.problem] };
  const problems: Problem[] = [];
  const shaped = read(copied.data, '', problems) as Shaped;
  if (!problems.length) {
    const result = build(shaped, problems);
    if (!problems.length) return result;
  }
  return { ok: false, problems: problems.slice(0, limits.problems) };
}

/** A value for which a condition holds. */
export const is =
  (code: string, holds: (value: never) => unknown, detail?: unknown): Read =>
  (value, path, problems) => {
    if (!holds(value as never)) problems.push(breaks(path, code, detail));
    return value;
  };

/** One of these values. */
export const literal = (...values: unknown[]): Read =>
  is('one-of', (value) => values.includes(value), values.join(', '));

/** A text of a certain form. */
export const like = (code: string, pattern: RegExp, detail: unknown = pattern): Read =>
  is(code, (value) => typeof value === 'string' && pattern.test(value), detail);

/** A text in a definition, a record or a property. */
export const text: Read = (value, path, problems) => {
  if (!isText(value)) problems.push(breaks(path, 'text'));
  else if (value.length > limits.wordingText) problems.push(exceeds(path, limits.wordingText, 'characters'));
  return value;
};
export const count = is('whole-number', (value) => Number.isSafeInteger(value) && value >= 0);
/** An id in a record or a property. */
export const name = is('name', (value: string) => isText(value) && value && value.length <= 200, 'of 1 to 200 characters');
export const within = (min: number, max: number): Read =>
  is('number', (value) => Number.isFinite(value) && value >= min && value <= max, `from ${min} to ${max}`);
/** A text with more than white space in it. */
export const filled = /* @__PURE__ */ like('text', /\S/);
export const plain = is('plain-value', isPlain);
export const languageTag = is('language-tag', (value) => isText(value) && isLocale(value));

/** The value if it is a text, otherwise an empty text. `String(value)` would throw for some objects. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

/** A list of `least` to `most` entries. */
export const list =
  (read: Read, least = 1, most: number = limits.dataValues): Read =>
  (value, path, problems) => {
    const entries: unknown[] = [];
    if (!Array.isArray(value) || value.length < least) return problems.push(breaks(path, 'list'));
    if (value.length > most) return problems.push(exceeds(path, most, 'entries'));
    for (let i = 0, { length } = value; i < length && problems.length < limits.problems; i++) {
      entries.push(read(value[i], `${path}[${i}]`, problems));
    }
    return Object.freeze(entries);
  };

/** An object with these fields. A field whose name ends in `?` is optional. */
export const object = (fields: Readonly<Record<string, Read>>): Read =>
  objectOf(
    new Map(Object.entries(fields).map(([name, read]) => [name.replace('?', ''), read])),
    Object.keys(fields).filter((name) => !name.endsWith('?')),
  );

/** The same for names from the host, which are used unchanged: a `?` at the end has no special meaning. */
export const objectOf =
  (fields: ReadonlyMap<string, Read>, required: readonly string[] = [...fields.keys()]): Read =>
  (value, path, problems) => {
    if (!isObject(value)) return problems.push(breaks(path, 'object'));
    const prefix = path && `${path}.`;
    const entries: [name: string, value: unknown][] = [];
    for (const [name, read] of fields) {
      if (problems.length >= limits.problems) break;
      const fieldValue = Object.hasOwn(value, name) ? value[name] : undefined;
      if (fieldValue !== undefined) entries.push([name, read(fieldValue, prefix + name, problems)]);
      else if (required.includes(name)) problems.push(breaks(prefix + name, 'there'));
    }
    for (const name in value) {
      if (problems.length >= limits.problems) break;
      if (!fields.has(name)) problems.push(breaks(prefix + name, 'known-key'));
    }
    return Object.freeze(Object.fromEntries(entries));
  };
