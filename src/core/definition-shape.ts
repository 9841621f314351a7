import type { Problem } from './problem.ts';

type Check = (value: unknown, path: string) => void;

/** Checks by key; a key that ends in `?` may be missing. */
type Fields = Record<string, Check>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rule in words is its code; `detail` is what would do. */
export const breaks = (path: string, code: string, detail: unknown = ''): Problem => ({
  path,
  code,
  message: `Must be ${code.replaceAll('-', ' ')} ${detail}`.trim(),
});

/** What is wrong with the keys of a definition and the kinds of their values, each by itself. */
export function shapeProblems(data: unknown): Problem[] {
  const problems: Problem[] = [];
  const options = isObject(data) && isObject(data.options) ? data.options : {};

  const fail = (...problem: Parameters<typeof breaks>): void => {
    problems.push(breaks(...problem));
  };
  const must =
    (holds: (value: never) => unknown, code: string, detail?: unknown): Check =>
    (value, path) => {
      if (!holds(value as never)) fail(path, code, detail);
    };
  const like = (code: string, pattern: RegExp): Check =>
    must((value) => typeof value === 'string' && pattern.test(value), code, pattern);
  const oneOf = (...values: unknown[]): Check => must((value) => values.includes(value), 'one-of', values.join(', '));

  const string = must((value) => typeof value === 'string', 'text');
  const name = like('name', /^[a-z][\w-]*$/i);
  const flag = oneOf(true, false);
  const number = must(Number.isFinite, 'number');
  const count = must((value) => Number.isInteger(value) && value >= 0, 'whole-number');
  const day = like('date', /^\d{4}-\d\d-\d\d$/);
  const reasons = ['declined', 'unknown', 'not-applicable'];
  const code = like('code', /^(?!(declined|unknown|not-applicable)$)\S+$/);

  const list =
    (each: Check, least = 1): Check =>
    (value, path) => {
      if (!Array.isArray(value) || value.length < least) return fail(path, 'list');
      value.forEach((entry, index) => each(entry, `${path}[${index}]`));
    };
  const record =
    (each: Check, key = name): Check =>
    (value, path) => {
      if (!isObject(value)) return fail(path, 'object');
      for (const [name, entry] of Object.entries(value)) {
        key(name, `${path}.${name}`);
        each(entry, `${path}.${name}`);
      }
    };
  const object =
    (fields: Fields): Check =>
    (value, path) => {
      if (!isObject(value)) return fail(path, 'object');
      const inside = (key: string): string => (path ? `${path}.${key}` : key);
      for (const field in fields) {
        const key = field.replace('?', '');
        if (Object.hasOwn(value, key)) fields[field]!(value[key], inside(key));
        else if (key === field) fail(inside(key), 'there');
      }
      for (const key in value) {
        if (!Object.hasOwn(fields, key) && !Object.hasOwn(fields, `${key}?`)) fail(inside(key), 'known-key');
      }
    };

  /** Either the value or one for every value of an option. */
  const varied =
    (check: Check): Check =>
    (value, path) => {
      if (!isObject(value)) return check(value, path);
      const option = options[String(value.by)] as { values?: unknown; many?: unknown } | undefined;
      if (!isObject(option) || !Array.isArray(option.values) || option.many) {
        return fail(`${path}.by`, 'single-option');
      }
      object({ by: string, is: object(Object.fromEntries(option.values.map((value) => [String(value), check]))) })(
        value,
        path,
      );
    };
  const text = varied(string);
  const title = varied(like('text', /\S/));

  const condition: Check = (value, path) => {
    const { all, any, is } = (isObject(value) ? value : {}) as Record<string, unknown>;
    object(
      all
        ? { all: list(condition) }
        : any
          ? { any: list(condition) }
          : is
            ? { item: string, is: oneOf('answered', 'unanswered', ...reasons) }
            : {
                item: string,
                op: oneOf('=', '!=', '>', '>=', '<', '<='),
                value: must((value) => /string|number|boolean/.test(typeof value), 'plain-value'),
              },
    )(value, path);
  };

  const choices = list(object({ code, text: title, 'value?': number }));
  const common: Fields = {
    id: name,
    type: string,
    text,
    'help?': text,
    'when?': condition,
    'only?': record(list(string)),
    'hidden?': flag,
    'optional?': flag,
    'required?': flag,
    'na?': flag,
    'tags?': record(text),
    'items?': (value, path) => list(item, 0)(value, path),
  };
  const numeric = { 'min?': number, 'max?': number, 'unit?': text };
  const kinds: Record<string, Fields> = {
    choice: { 'scale?': string, 'choices?': choices, 'multiple?': flag, 'reverse?': flag },
    boolean: {},
    integer: numeric,
    decimal: numeric,
    rating: { min: count, max: count, minText: text, maxText: text, 'reverse?': flag },
    text: { 'maxLength?': count, 'line?': flag },
    date: { 'min?': day, 'max?': day },
    display: {},
    group: { 'repeats?': object({ 'min?': count, 'max?': count, 'add?': text }) },
  };
  const isKind = oneOf(...Object.keys(kinds));
  const item: Check = (value, path) => {
    const type = isObject(value) ? String(value.type) : '';
    if (!Object.hasOwn(kinds, type)) return isKind(type, `${path}.type`);
    object({ ...common, ...kinds[type] })(value, path);
  };

  const scale = {
    'title?': text,
    method: oneOf('mean', 'sum', 'percent'),
    items: list(string),
    least: count,
    'everyScale?': flag,
  };

  object({
    schema: oneOf(1),
    id: name,
    version: like('version', /^\d+\.\d+\.\d+$/),
    language: must(isLanguage, 'language-tag'),
    title,
    audience: varied(oneOf('client', 'clinician', 'observer')),
    licence: object({ text: title, 'holder?': text, 'url?': text, 'copyright?': text }),
    normed: flag,
    'options?': record((value, path) =>
      object(
        isObject(value) && 'values' in value
          ? { values: list(string), default: text, 'many?': flag }
          : { default: string },
      )(value, path),
    ),
    'intro?': text,
    'stem?': text,
    'note?': text,
    'minutes?': number,
    scales: record(object({ choices, 'unknown?': text })),
    absent: record(text, oneOf(...reasons)),
    items: list(item),
    'scoring?': object({
      'scales?': record(object(scale)),
      'total?': object(scale),
      'bands?': object({
        cuts: list(object({ band: name, 'below?': number })),
        method: title,
        'uniformExcept?': list(number, 0),
      }),
    }),
    'result?': object({
      items: list(string),
      counts: text,
      list: text,
      'start?': text,
      oneSided: text,
      tooFew: text,
      provenance: text,
    }),
    'words?': record(text),
  })(data, '');
  return problems;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && typeof tag === 'string';
  } catch {
    return false;
  }
}
