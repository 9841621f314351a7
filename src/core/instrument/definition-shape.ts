import type { FieldKind, FieldShape, FieldShapes } from '../item-types/item-type.ts';
import { type Item, itemShapes, shapeOf } from '../item-types/index.ts';
import { limits } from '../plain-data/limits.ts';
import { isText } from '../plain-data/plain-text.ts';
import { breaks, exceeds } from '../plain-data/problem.ts';
import { translationUsed } from './read-translation-used.ts';
import { type Read, count, objectOf, isObject, is, languageTag, list, object, literal, plain, text as string, textOf, within } from '../plain-data/shape.ts';

type Fields = Record<string, Read>;

const like = (code: string, pattern: RegExp, detail: unknown = pattern): Read =>
  is(code, (value) => typeof value === 'string' && pattern.test(value), detail);

const name = like('name', /^[a-z][\w-]*$/i);
/** Any text that FHIR allows as a linkId. */
const itemId: Read = (value, path, problems) => {
  if (!isText(value) || !value || value !== value.trim()) problems.push(breaks(path, 'text-without-space-around-it'));
  else if (value.length > limits.itemId) problems.push(exceeds(path, limits.itemId, 'characters'));
  return value;
};
const flag = literal(true, false);

// Small enough that no sum overflows.
const number = within(-1e9, 1e9);
const positive = within(1e-9, 1e9);
const reasons = ['declined', 'unknown', 'not-applicable'];
const code = like('code', /^(?!(declined|unknown|not-applicable)$)\S+$/);

/** An object with any number of keys, whose values are all of one kind. */
const record =
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

/** A value that answers are compared with: plain, own words or a quantity. */
const answerValue: Read = (value, path, problems) => {
  if (!isObject(value)) return plain(value, path, problems);
  return object('words' in value ? { words: string } : { value: number, 'unit?': string, 'system?': string, 'code?': string })(value, path, problems);
};

const expression: Fields = { expression: string, language: string };

const condition: Read = (value, path, problems) => {
  const { all, any, is: state, op, expression: own } = Object(value) as Record<string, unknown>;
  const item = { item: string, 'over?': literal('any', 'all') };
  const fields =
    all ? { all: list(condition) }
    : any ? { any: list(condition) }
    : own ? expression
    : state ? { ...item, is: literal('answered', 'unanswered', ...reasons) }
    : op === 'exists' ? { ...item, op: string, value: flag }
    : { ...item, op: literal('exists', '=', '!=', '>', '>=', '<', '<='), value: answerValue };
  return object(fields)(value, path, problems);
};

const ids = list(string);

const calculation: Read = (value, path, problems) => {
  const { sum, difference, count, expression: own } = Object(value) as Record<string, unknown>;
  const fields =
    own ? expression
    : sum ? { sum: ids }
    : difference ? { difference: list(string, 2, 2) }
    : count ? { count: ids }
    : { scale: string };
  return object(fields)(value, path, problems);
};

/** Reads the keys of a definition and the types of their values. It does not check parts against each other. */
export const readDefinitionShape: Read = (data, path, problems) => {
  const options = isObject(data) && isObject(data.options) ? data.options : {};

  /** Either a value, or one value for each value of an option. */
  const varied =
    (read: Read): Read =>
    (value, path, problems) => {
      if (!isObject(value)) return read(value, path, problems);
      const option = options[textOf(value.by)] as { values?: unknown; many?: unknown } | undefined;
      if (!isObject(option) || !Array.isArray(option.values) || option.many) {
        return problems.push(breaks(`${path}.by`, 'single-option'));
      }
      const is = objectOf(new Map(option.values.map((value) => [textOf(value), read])));
      return object({ by: string, is })(value, path, problems);
    };
  const text = varied(string);
  const filled = like('text', /\S/);
  const title = varied(filled);
  const address = varied(like('full-address', /^[a-z][\w+.-]*:\S+$/i, 'as https://example.org'));
  const source = { 'source?': title, 'url?': address };

  const labels = list(object({ value: number, text: title }), 1, limits.choices);
  const coding = object({ 'system?': string, 'version?': string, 'code?': string, 'display?': string });
  const choice = { code, text: title, 'value?': number, 'coding?': coding, 'exclusive?': literal(true), 'prefix?': text };
  const choices = list(object(choice), 1, limits.choices);
  const units = list(object({ text: title, 'system?': string, 'code?': string }), 1, limits.choices);
  const fileTypes = list(like('media-type', /^[\w*.+-]+\/[\w*.+-]+$/, 'as image/*'), 1, limits.choices);
  const common: Fields = {
    id: itemId,
    type: string,
    text,
    'prefix?': text,
    'short?': text,
    'help?': text,
    'when?': condition,
    'only?': record(list(string)),
    'hidden?': flag,
    'optional?': flag,
    'required?': flag,
    'na?': flag,
    'repeats?': object({ 'min?': count, 'max?': count, 'add?': text }),
    'readOnly?': flag,
    'initial?': list(answerValue, 1, limits.choices),
    'calculate?': calculation,
    'tags?': record(text),
    // A function, because `item` is defined below.
    'items?': (value, path, problems) => list(item, 0)(value, path, problems),
  };
  const byKind: Record<FieldKind, Read> = {
    text,
    number,
    positive,
    count,
    flag,
    choices,
    labels,
    units,
    pattern: string,
    'label-or-true': (value, path, problems) => (value === true ? value : filled(value, path, problems)),
    'file-types': fileTypes,
  };
  const readField = (shape: FieldShape): Read =>
    typeof shape === 'string' ? byKind[shape]
    : typeof shape === 'function' ? shape
    : object(readFields(shape));
  const readFields = (shapes: FieldShapes): Fields =>
    Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, readField(shape)]));
  const isKind = literal(...Object.keys(itemShapes));
  const readers: Record<string, Read> = {};
  const item: Read = (value, path, problems) => {
    const type = isObject(value) ? textOf(value.type) : '';
    if (!Object.hasOwn(itemShapes, type)) return isKind(type, `${path}.type`, problems);
    return (readers[type] ??= object({ ...common, ...readFields(shapeOf({ type } as Item).fields) }))(value, path, problems);
  };

  const scale = {
    'title?': text,
    method: literal('mean', 'sum', 'percent', 'weighted'),
    items: list(string),
    'weights?': record(number, itemId),
    least: count,
    'missing?': literal('mean', 'zero'),
    'everyScale?': flag,
    'bands?': object({
      'of?': literal('pomp', 'raw'),
      cuts: list(object({ band: name, 'below?': number })),
      method: title,
      'uniformExcept?': list(number, 0),
      ...source,
    }),
    'norms?': object({
      sd: positive,
      'reliability?': within(0, 1),
      'sem?': positive,
      'mean?': number,
      'n?': count,
      source: title,
      'url?': address,
    }),
    'reliableChange?': object({ points: positive, source: title, 'url?': address }),
  };

  return object({
    schema: literal(1),
    id: name,
    version: like('version', /^\d+\.\d+\.\d+$/),
    language: languageTag,
    'direction?': literal('ltr', 'rtl'),
    'translation?': translationUsed,
    'source?': object({ resourceType: literal('Questionnaire'), 'url?': string, 'version?': string, fhirVersion: literal('R4', 'R4B', 'R5') }),
    'sameAcrossLanguages?': list(object({ languages: list(languageTag, 2), source: title, 'url?': address }), 0),
    title,
    audience: varied(literal('client', 'clinician', 'observer')),
    licence: object({
      copyright: title,
      licenceHolder: title,
      licenceUrl: address,
      licenceConfirmed: is('confirmed', (value) => value === true, 'with true by whoever may use the text'),
    }),
    normed: flag,
    'options?': record((value, path, problems) =>
      object(
        isObject(value) && 'values' in value
          ? { values: list(string, 1, limits.optionValues), default: text, 'many?': flag }
          : { default: string },
      )(value, path, problems),
      name,
      limits.options,
    ),
    'intro?': text,
    'stem?': text,
    'note?': text,
    'minutes?': number,
    scales: record(object({ choices, 'unknown?': text })),
    absent: record(text, literal(...reasons)),
    items: list(item),
    'scoring?': object({
      'scales?': record(object(scale), name, limits.scoringScales),
      'total?': object(scale),
      ...source,
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
  })(data, path, problems);
};
