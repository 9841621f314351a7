import type { DefinitionFields } from './definition-fields.ts';
import { type Fields, code, flag, itemId, name, number, positive, reasons, record } from './field-reads.ts';
import { readCondition } from './condition-shape.ts';
import type { FieldKind, FieldShape, FieldShapes } from '../item-types/item-type.ts';
import { limits } from '../plain-data/limits.ts';
import { breaks } from '../plain-data/problem.ts';
import { translationUsed } from './read-translation-used.ts';
import { type Read, count, filled, objectOf, isObject, is, languageTag, like, list, object, literal, text as string, textOf, within } from '../plain-data/shape.ts';

const isList = (shape: FieldShape): shape is readonly [FieldShape] => Array.isArray(shape);

/** Reads the keys of a definition and the types of their values. It does not check parts against each other. */
export const readDefinitionShape = (further: DefinitionFields): Read => (data, path, problems) => {
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
  const title = varied(filled);
  const address = varied(like('full-address', /^[a-z][\w+.-]*:\S+$/i, 'as https://example.org'));
  const source = { 'source?': title, 'url?': address };

  const common: Fields = {
    id: itemId,
    type: string,
    text,
    'help?': text,
    'when?': readCondition(further.condition),
    'only?': record(list(string)),
    'hidden?': flag,
    'optional?': flag,
    'required?': flag,
    'na?': flag,
    'tags?': record(text),
    // A function, because `item` is defined below.
    'items?': (value, path, problems) => list(item, 0)(value, path, problems),
  };
  const byKind: Record<FieldKind, Read> = {
    text,
    title,
    number,
    positive,
    count,
    flag,
    // A function, because the fields of a choice are read below.
    choices: (value, path, problems) => choices(value, path, problems),
  };
  const readField = (shape: FieldShape): Read =>
    typeof shape === 'string' ? byKind[shape]
    : typeof shape === 'function' ? shape
    : isList(shape) ? list(readField(shape[0]), 1, limits.choices)
    : object(readFields(shape));
  const readFields = (shapes: FieldShapes): Fields =>
    Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, readField(shape)]));
  const { shapes } = further;
  const choices = list(object({ code, text: title, 'value?': number, ...readFields(further.choice ?? {}) }), 1, limits.choices);
  const isKind = literal(...Object.keys(shapes));
  const readers: Record<string, Read> = {};
  const item: Read = (value, path, problems) => {
    const type = isObject(value) ? textOf(value.type) : '';
    if (!Object.hasOwn(shapes, type)) return isKind(type, `${path}.type`, problems);
    return (readers[type] ??= object({ ...common, ...readFields({ ...further.item, ...shapes[type]!.fields }) }))(value, path, problems);
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
    ...readFields(further.definition ?? {}),
  })(data, path, problems);
};
